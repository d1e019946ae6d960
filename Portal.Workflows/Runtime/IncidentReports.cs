using Portal.Domain.Cases;
using Portal.Domain.Organisation;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Runtime;

/// <summary>Faults of cases, as the administrators learn of them, within one unit of work.</summary>
internal sealed class IncidentReports(IWorkStore store, Notices notices)
{
    private const int MaxMessage = 1000;

    // Cases that an incident is reported of in this unit of work.
    private readonly HashSet<Guid> _reported = [];

    /// <summary>A step or a timer that waits in vain is no fault of the runner's: it bears the number of what waits, below zero.</summary>
    public static IncidentState OfWait(int waitId, string step, string kind, string message) =>
        new() { Id = -waitId, Scope = 0, Activity = step, Kind = kind, Message = message };

    public void Report(Turn turn, IncidentState incident)
    {
        var (file, context) = (turn.File, turn.Context);
        _reported.Add(file.Case.Id);
        store.Add(new Incident
        {
            CaseId = file.Case.Id,
            CaseNumber = file.Case.Number,
            Number = incident.Id,
            StepId = incident.Activity,
            Kind = incident.Kind,
            Message = incident.Message.Length > MaxMessage ? incident.Message[..MaxMessage] : incident.Message,
            At = context.Now,
        });
        store.Audit(Entries.Of(context, "Incident.Raised", file.Case.Id, incident.Activity, incident.Kind));
        notices.Tell(
            file.Case, null, NotificationKind.Incident, context.Directory.PeopleWith(Role.SystemAdministrator, context.Today), context);
    }

    /// <summary>Takes incidents that came to nothing off the administrators' list: the branch went on or ended, somebody was
    /// found.</summary>
    /// <returns>Whether any stands.</returns>
    public async Task<bool> SettleAsync(Turn turn, CancellationToken cancellation)
    {
        var file = turn.File;
        var stand = file.Instance.HasIncident || _reported.Contains(file.Case.Id) || file.Tasks.Exists(IsNobodys);
        if (!file.Case.HasIncident)
        {
            return stand;
        }

        foreach (var incident in (await store.OpenIncidentsAsync(file.Case.Id, cancellation)).Where(i => i.ResolvedAt is null))
        {
            if (Stands(file, incident))
            {
                stand = true;
                continue;
            }

            incident.Resolve(turn.Context.Actor.PersonId, "Incident.Settled", turn.Context.Now);
            store.Audit(Entries.Of(turn.Context, "Incident.Settled", file.Case.Id, incident.StepId));
        }

        return stand;
    }

    private static bool Stands(CaseFile file, Incident incident) => incident switch
    {
        { Number: > 0 } => file.Instance.State.Incidents.Exists(i => i.Id == incident.Number),
        { Kind: IncidentKinds.NoAssignee } => file.Tasks.Exists(t => t.WaitId == -incident.Number && IsNobodys(t)),
        _ => file.Instance.State.Waiting.Exists(w => w.Id == -incident.Number),
    };

    private static bool IsNobodys(UserTask task) =>
        task is { State: UserTaskState.Open, IsOptional: false } && !task.Assignees.Any(a => a.IsOpen && !a.IsOptional);
}
