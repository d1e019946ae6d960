using Portal.Domain.Administration;

namespace Portal.Web.Operations.Administration;

/// <summary>A request as the lists show it: names instead of ids, times in UTC.</summary>
/// <param name="RowName">What the act is done to: the row, or the areas or the person that its form names.</param>
/// <param name="AtOnce">It was carried out without a leader, because none had to approve it.</param>
public sealed record OrganisationRequestRow(
    Guid Id, string Act, string RowName, OrganisationRequestState State, string AskedBy, DateTime AskedAt, string Word, string DecidedBy,
    DateTime? DecidedAt, string Answer, string TakenBackBy, DateTime? TakenBackAt, bool AtOnce);
