using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Web.Operations.Calendar;
using Portal.Web.Shared.Forms;

namespace Portal.Web.Shared.TaskForms;

public partial class ClashNote
{
    private IReadOnlyList<BusyTime> _clashes = [];
    private string _asked = "";

    /// <summary>The form in hand; its people and times are read anew whenever it changes.</summary>
    [Parameter, EditorRequired]
    public required FormModel Model { get; set; }

    [Parameter, EditorRequired]
    public required CaseContext Context { get; set; }

    /// <summary>The case that is being planned: it does not clash with itself.</summary>
    [Parameter]
    public Guid? CaseId { get; set; }

    /// <summary>When the case takes place, where the form does not say so itself; UTC.</summary>
    [Parameter]
    public (DateTime From, DateTime To)? When { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var people = People(Model.Values).Where(p => p.Length > 0).Distinct().Order(StringComparer.Ordinal).ToList();

        // Days that are only proposed, on a page that shows nothing yet, are nobody's question.
        var time = Model.IsGateAnswered ? Time(Model.Values) ?? When : null;
        var question = $"{string.Join(',', people)}|{time}";
        if (question == _asked)
        {
            return;
        }

        _asked = question;
        _clashes = people.Count == 0 || time is not var (from, to)
            ? []
            : await Schedule.OfAsync(await Current.GetAsync(), people, from, to, CaseId);
    }

    private static IEnumerable<string> People(JsonObject form) =>
        FormModel.Texts(form, "participantIds")
            .Append(FormModel.Text(form, "nomineeId") ?? "")
            .Append(FormModel.Text(form, "changedNomineeId") ?? "")
            .Concat(FormModel.Texts(form, "extraIds"))
            .Concat((form["extras"] as JsonArray ?? []).OfType<JsonObject>().Select(e => FormModel.Text(e, "personId") ?? ""));

    private static (DateTime From, DateTime To)? Time(JsonObject form) =>
        Moment(form, "departsAt") is { } from && Moment(form, "returnsAt") is { } to && to > from ? (from, to) : null;

    private static DateTime? Moment(JsonObject form, string name) =>
        DateTime.TryParse(FormModel.Text(form, name), CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? VietnamTime.ToUtc(at)
            : null;
}
