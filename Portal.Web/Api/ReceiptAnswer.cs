using Portal.Domain.Cases;
using Portal.Workflows.Runtime;

namespace Portal.Web.Api;

/// <param name="Waiting">Who acts now on what.</param>
/// <param name="Opened">Cases that were opened along with it.</param>
/// <param name="ResumesAt">When nobody has to act: the moment, UTC, at which the case goes on by itself.</param>
public sealed record ReceiptAnswer(
    Guid CaseId, string Number, string Status, CaseState State, IReadOnlyList<WaitingAnswer> Waiting, IReadOnlyList<ReceiptAnswer> Opened,
    DateTime? ResumesAt)
{
    public static ReceiptAnswer Of(Receipt receipt) => new(receipt.CaseId, receipt.Number, receipt.Status, receipt.State,
        [.. receipt.Waiting.Select(w => new WaitingAnswer(w.TaskId, w.StepId, w.Title, w.PersonIds, w.DueAt, w.DueClause))],
        [.. (receipt.Opened ?? []).Select(Of)], receipt.ResumesAt);
}
