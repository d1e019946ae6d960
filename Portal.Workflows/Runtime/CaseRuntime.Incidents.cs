using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Runtime;

/// <content>Faults of definitions: reported to the administrators, and mended by them.</content>
public sealed partial class CaseRuntime
{
    /// <summary>Administrators only: tries the faulted activity again, goes on at another step, or gives the case up.</summary>
    /// <param name="stepId">The step to go on at; null to try again.</param>
    public Task<Result> RepairAsync(
        Guid caseId, int incidentNumber, string? stepId, string reason, CaseContext context, CancellationToken cancellation = default) =>
        stepId is null
            ? MendAsync(caseId, incidentNumber, new RetryStimulus(incidentNumber), "Incident.Retried", "", reason, context, cancellation)
            : MendAsync(
                caseId, incidentNumber, new JumpStimulus(incidentNumber, stepId), "Incident.Jumped", stepId, reason, context, cancellation);

    /// <summary>Administrators only: ends a case that cannot be mended.</summary>
    public Task<Result> GiveUpAsync(
        Guid caseId, int incidentNumber, string reason, CaseContext context, CancellationToken cancellation = default) =>
        MendAsync(caseId, incidentNumber, new CancelStimulus(), "Incident.Cancelled", "", reason, context, cancellation);

    private async Task<Result> MendAsync(
        Guid caseId, int incidentNumber, Stimulus stimulus, string act, string subject, string reason, CaseContext context,
        CancellationToken cancellation)
    {
        if (!context.Directory.HasRole(context.Actor.PersonId, Role.SystemAdministrator, context.Today))
        {
            return Refusal.Forbidden;
        }

        if (Reasons.WhyNot(reason, "reason") is { } refusal)
        {
            return refusal;
        }

        if (await TurnOfAsync(caseId, context, cancellation) is not { } turn)
        {
            return Refusal.NotFound;
        }

        var incidents = await _store.OpenIncidentsAsync(caseId, cancellation);
        if (incidents.FirstOrDefault(i => i.Number == incidentNumber) is not { } incident)
        {
            return Refusal.NotFound;
        }

        incident.Resolve(context.Actor.PersonId, act, context.Now);
        _store.Audit(Entries.Of(context, act, caseId, incident.StepId + (subject.Length > 0 ? $" → {subject}" : ""), reason: reason));
        if (incident.Kind == IncidentKinds.TimeRefused && stimulus is RetryStimulus)
        {
            // The rule is asked again as time asks it: at the next look.
            await SetTimeAsync(turn.File, -incidentNumber, context.Now, cancellation);
            turn.Case.Follow(turn.Case.Status, turn.Case.State, await _incidents.SettleAsync(turn, cancellation), context.Now);
            return Result.Ok;
        }

        return await AdvanceAsync(turn, stimulus, cancellation);
    }
}
