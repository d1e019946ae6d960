using System.Text.RegularExpressions;
using Portal.Domain.Common;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations.Incidents;
using Portal.Web.Shared;
using Portal.Web.Shared.Dialogs;
using Portal.Workflows.Runtime;

namespace Portal.Web.Features.Administration.Incidents;

public partial class IncidentsPage
{
    private readonly SubmitLock _submitLock = new();
    private readonly Dictionary<Guid, string> _reasons = [];
    private readonly Dictionary<Guid, string> _steps = [];
    private IReadOnlyList<IncidentRow>? _rows;
    private (Guid Incident, string Text)? _problem;
    private string? _done;

    protected override async Task OnInitializedAsync() => _rows = await Incidents.OpenAsync(await Current.GetAsync());

    private Task RepairAsync(IncidentRow row) => _submitLock.RunOnceAsync(async () =>
        await AfterAsync(
            row,
            await Incidents.RepairAsync(
                await Current.GetAsync(),
                row.Incident,
                _steps.GetValueOrDefault(row.Incident.Id) is { Length: > 0 } step ? step : null,
                _reasons.GetValueOrDefault(row.Incident.Id, ""))));

    private Task GiveUpAsync(IncidentRow row) => _submitLock.RunOnceAsync(async () =>
    {
        if (await Dialogs.AgreesAsync(L, "case-give-up", row.Incident.CaseNumber))
        {
            var reason = _reasons.GetValueOrDefault(row.Incident.Id, "");
            await AfterAsync(row, await Incidents.GiveUpAsync(await Current.GetAsync(), row.Incident, reason));
        }
    });

    private async Task AfterAsync(IncidentRow row, Result done)
    {
        _problem = done.IsSuccess
            ? null
            : (row.Incident.Id, L.FirstOf(done.Refusal));
        _done = done.IsSuccess ? L["Incidents.Done", row.Incident.CaseNumber] : null;
        _rows = await Incidents.OpenAsync(await Current.GetAsync());
    }

    // Whom a step asked for in vain, or which rule refused; what is left open in its sentence is content and stays open here.
    private string? Words(Incident incident) => incident.Kind switch
    {
        IncidentKinds.NoAssignee =>
            string.Join(", ", incident.Message.Split(", ").Select(w => L.First(w, $"option.who.{w}", $"option.roles.{w.Split(':')[^1]}"))),
        IncidentKinds.NotDispatched => L["Process.NotPublished", incident.Message],
        IncidentKinds.TimeRefused =>
            Placeholder().Replace(L.Find(incident.Message) ?? incident.Message, "…"),
        _ => null,
    };

    private List<Option> StepsOf(IncidentRow row) =>
    [
        new Option("", L["Incidents.SameStep"]),
        .. row.Steps.Select(s => s.Label.Length > 0 ? s : s with { Label = s.Value }),
    ];

    private static string StepOf(IncidentRow row) =>
        row.Steps.FirstOrDefault(s => s.Value == row.Incident.StepId)?.Label is { Length: > 0 } step ? step : row.Incident.StepId;

    [GeneratedRegex(@"\{\d[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Placeholder();
}
