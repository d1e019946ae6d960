using Portal.Web.Operations.FollowUps;

namespace Portal.Web.Api;

/// <param name="Rows">Of a Restricted record the texts are empty: reading it by its id says them, and that it was read is recorded.</param>
public sealed record FollowUpListAnswer(IReadOnlyList<FollowedRow> Rows, int Total, int Page);
