using Portal.Domain.Common;

namespace Portal.Web.Operations.Tasks;

/// <summary>The result for one of the chosen steps.</summary>
/// <param name="Refusal">Null when it was done.</param>
public sealed record BulkOutcome(Guid TaskId, string CaseNumber, LocalText CaseTitle, Refusal? Refusal);
