using System.Globalization;
using Portal.Domain.Cases;
using Portal.Web.Operations.Authoring;
using Portal.Web.Shared.Forms;
using Portal.Workflows.Authoring;

namespace Portal.Web.Features.Design;

/// <content>Who would get the step today, and when it would be due.</content>
public partial class StepPanel
{
    private Task TryAsync(string areaId)
    {
        _tried = areaId;
        return ShowTodayAsync();
    }

    // Of what the panel says now, stored already or not.
    private async Task ShowTodayAsync()
    {
        if (_tried.Length == 0 || Step.Settings is not { } settings)
        {
            _today = null;
            return;
        }

        var who = StepForm.Read(_model!.ToSend(), settings) is { IsSuccess: true, Value: { } read } ? read.Who : settings.Who;
        var people = await Design.WhoTodayAsync(await Current.GetAsync(), who, _tried);
        _today = string.Join(", ", people.Select(_context!.Directory.NameOf));
    }

    // If the step were opened now.
    private DateTime? Example()
    {
        if (Step.Settings?.Due is not { } due || _context is null)
        {
            return null;
        }

        if (Number(due.WorkingDays) is { } days)
        {
            return _context.Calendar.DueInWorkingDays(_context.Now, days);
        }

        return Number(due.WorkingHours) is { } hours ? _context.Calendar.AddWorkingTime(_context.Now, TimeSpan.FromHours(hours)) : null;
    }

    // The next three times of the schedule that stands in the form; empty where none does.
    private string Times() => _context is not null && FormModel.Text(_model!.Values, "until") == nameof(WaitUntil.Schedule)
        ? string.Join("; ", CronTimes.Next(FormModel.Text(_model.Values, "cron") ?? "", _context.Now, 3).Select(LocalFormat.Moment))
        : "";

    // A number as it is written, or the one that a parameter says.
    private int? Number(string? text)
    {
        if (int.TryParse(text, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        return text is not null && PortalSettings.IsKnown(text) ? _context!.Settings.IntOrOff(text) : null;
    }
}
