using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Runtime;

/// <content>Faults of definitions: reported to the administrators, and mended by them.</content>
public sealed partial class CaseRuntime
{
    // Cases that an incident is reported of in this unit of work.
    private readonly HashSet<Guid> _reported = [];

    /// <summary>Administrators only: tries the faulted activity again, goes on at another step, or gives the case up.</summary>
    /// <param name="stepId">The step to go on at; null to try again.</param>
    public Task<Result> RepairAsync(Guid caseId, int incidentNumber, string? stepId, string reason, CaseContext context, CancellationToken cancellation = default) =>
        MendAsync(caseId, incidentNumber, stepId is null ? new RetryStimulus(incidentNumber) : new JumpStimulus(incidentNumber, stepId),
            stepId is null ? "Incident.Retried" : "Incident.Jumped", stepId ?? "", reason, context, cancellation);

    /// <summary>Administrators only: ends a case that cannot be mended.</summary>
    public Task<Result> GiveUpAsync(Guid caseId, int incidentNumber, string reason, CaseContext context, CancellationToken cancellation = default) =>
        MendAsync(caseId, incidentNumber, new CancelStimulus(), "Incident.Cancelled", "", reason, context, cancellation);

    private async Task<Result> MendAsync(
        Guid caseId, int incidentNumber, Stimulus stimulus, string act, string subject, string reason, CaseContext context, CancellationToken cancellation)
    {
        if (!context.Directory.HasRole(context.Actor.PersonId, Role.SystemAdministrator, context.Today))
        {
            return Refusal.Forbidden;
        }

        if (reason.Trim().Length < 10)
        {
            return Refusal.Invalid([new FieldError("reason", "Common.ReasonTooShort", null, 10)]);
        }

        if (await store.FindCaseAsync(caseId, cancellation) is not { } file || processes.Find(file.Case.ProcessKey) is not { } process)
        {
            return Refusal.NotFound;
        }

        var incidents = await store.OpenIncidentsAsync(caseId, cancellation);
        if (incidents.FirstOrDefault(i => i.Number == incidentNumber) is not { } incident)
        {
            return Refusal.NotFound;
        }

        incident.Resolve(context.Actor.PersonId, act, context.Now);
        store.Audit(Entry(context, act, file.Case.Id, incident.StepId + (subject.Length > 0 ? $" → {subject}" : ""), reason: reason));
        if (incident.Kind == IncidentKinds.TimeRefused && stimulus is RetryStimulus)
        {
            // The rule is asked again as time asks it: at the next look.
            await SetTimeAsync(file, -incidentNumber, context.Now, cancellation);
            file.Case.Follow(file.Case.Status, file.Case.State, await SettleIncidentsAsync(file, context, cancellation), context.Now);
            return Result.Ok;
        }

        var definition = await DefinitionOfAsync(file.Instance.DefinitionVersionId, cancellation);
        return await AdvanceAsync(file, process, definition, stimulus, null, context, cancellation);
    }

    /// <summary>Takes incidents that came to nothing off the administrators' list: the branch went on or ended, somebody was found.</summary>
    /// <returns>Whether any stands.</returns>
    private async Task<bool> SettleIncidentsAsync(CaseFile file, CaseContext context, CancellationToken cancellation)
    {
        var stand = file.Instance.HasIncident || _reported.Contains(file.Case.Id) || file.Tasks.Exists(IsNobodys);
        foreach (var incident in file.Case.HasIncident ? (await store.OpenIncidentsAsync(file.Case.Id, cancellation)).Where(i => i.ResolvedAt is null) : [])
        {
            if (Stands(file, incident))
            {
                stand = true;
                continue;
            }

            incident.Resolve(context.Actor.PersonId, "Incident.Settled", context.Now);
            store.Audit(Entry(context, "Incident.Settled", file.Case.Id, incident.StepId));
        }

        return stand;
    }

    private static bool Stands(CaseFile file, Incident incident) => incident switch
    {
        { Number: > 0 } => file.Instance.State.Incidents.Exists(i => i.Id == incident.Number),
        { Kind: IncidentKinds.NoAssignee } => file.Tasks.Exists(t => t.WaitId == -incident.Number && IsNobodys(t)),
        _ => file.Instance.State.Waiting.Exists(w => w.Id == -incident.Number),
    };

    private static bool IsNobodys(UserTask task) => task is { State: UserTaskState.Open, IsOptional: false } && !task.Assignees.Any(a => a.IsOpen && !a.IsOptional);

    // A step or a timer that waits in vain is no fault of the runner's: it bears the number of what waits, below zero.
    private static IncidentState OfWait(int waitId, string step, string kind, string message) => new() { Id = -waitId, Scope = 0, Activity = step, Kind = kind, Message = message };

    private void Report(CaseFile file, IncidentState incident, CaseContext context)
    {
        _reported.Add(file.Case.Id);
        store.Add(new Incident
        {
            CaseId = file.Case.Id,
            CaseNumber = file.Case.Number,
            Number = incident.Id,
            StepId = incident.Activity,
            Kind = incident.Kind,
            Message = incident.Message.Length > 1000 ? incident.Message[..1000] : incident.Message,
            At = context.Now,
        });
        store.Audit(Entry(context, "Incident.Raised", file.Case.Id, incident.Activity, incident.Kind));
        Tell(file.Case, null, NotificationKind.Incident, context.Directory.PeopleWith(Role.SystemAdministrator, context.Today), context);
    }
}
