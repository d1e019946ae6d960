using System.Globalization;
using MudBlazor;
using Portal.Domain.Common;
using Portal.Domain.WorkingCalendar;
using Portal.Web.Operations.Administration;
using Portal.Web.Operations.Forms;
using Portal.Web.Shared.Dialogs;
using Portal.Web.Shared.Forms;

namespace Portal.Web.Features.Administration.Organisation;

public partial class WorkingDaysPage
{
    private IReadOnlyList<CalendarDay>? _days;
    private FormModel? _model;
    private int _year;
    private bool _changes;
    private string? _problem;

    protected override async Task OnInitializedAsync()
    {
        var actor = await Current.GetAsync();
        _changes = (await Administration.RightsAsync(actor)).Changes;
        Renew();
        await ShowAsync((await Operations.ContextAsync(actor)).Today.Year);
    }

    private void Renew() =>
        _model = new FormModel(
            CalendarAdministration.Form,
            new System.Text.Json.Nodes.JsonObject { ["kind"] = nameof(CalendarDayKind.Holiday), ["provisional"] = false },
            new FormChoices());

    private async Task ShowAsync(int year)
    {
        _year = Math.Clamp(year, 2000, 2100);
        var found = await Calendar.YearAsync(await Current.GetAsync(), _year);
        _days = found.IsSuccess ? found.Value : null;
    }

    private async Task SaveAsync()
    {
        _model!.ClearErrors();
        var unreadable = _model.Unreadable.ToList();
        var done = unreadable.Count > 0 ? Refusal.Invalid(unreadable) : await Calendar.SetAsync(await Current.GetAsync(), _model.ToSend());
        if (!done.IsSuccess)
        {
            _model.Show(done.Refusal.Fields, L);
            _problem = done.Refusal.Fields.Count == 0 ? L.Of(done.Refusal) : null;
            return;
        }

        var year = DateOnly.TryParse(FormModel.Text(_model.Values, "date"), CultureInfo.InvariantCulture, out var date)
            ? date.Year
            : _year;
        Renew();
        await ShowAsync(year);
    }

    private async Task RemoveAsync(DateOnly date)
    {
        if (!await Dialogs.AgreesAsync(L, "day-remove", date))
        {
            return;
        }

        var done = await Calendar.RemoveAsync(await Current.GetAsync(), date);
        _problem = done.IsSuccess ? null : L.Of(done.Refusal);
        if (done.IsSuccess)
        {
            Snackbar.Add(L["WorkDays.Removed", date], Severity.Success);
        }

        await ShowAsync(_year);
    }

    private string MarksOf(CalendarDay day) =>
        (day.IsProvisional ? $" ({L["WorkDays.Provisional"]})" : "") + (day.IsActive ? "" : $" ({L["WorkDays.Inactive"]})");
}
