using Portal.Domain.Cases;

namespace Portal.Workflows.Runtime;

/// <summary>What happened, for the confirmation page.</summary>
/// <param name="Waiting">Who acts now on what, until when.</param>
/// <param name="Opened">Cases that were opened along with it: a task from a directive, another group's nomination (E-M10), a case of
/// another process.</param>
/// <param name="ResumesAt">When nobody has to act: the moment at which the case goes on by itself, UTC; null where it waits for
/// none.</param>
public sealed record Receipt(
    Guid CaseId, string Number, string Status, CaseState State, IReadOnlyList<WaitingStep> Waiting, IReadOnlyList<Receipt>? Opened = null,
    DateTime? ResumesAt = null)
{
    internal static Receipt Of(CaseFile file)
    {
        List<WaitingStep> waiting = [.. file.Tasks.Where(t => t is { State: UserTaskState.Open, IsOptional: false }).Select(t =>
            new WaitingStep(t.Id, t.StepId, t.Title, [.. t.Assignees.Where(a => a.IsOpen && !a.IsOptional).Select(a => a.PersonId)],
                t.DueAt, t.DueClause))];
        return new Receipt(
            file.Case.Id, file.Case.Number, file.Case.Status, file.Case.State, waiting,
            ResumesAt: waiting.Count > 0 ? null : file.Instance.State.ResumesAt);
    }
}
