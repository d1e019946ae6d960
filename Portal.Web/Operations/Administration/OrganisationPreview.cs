using Portal.Domain.Administration;

namespace Portal.Web.Operations.Administration;

/// <summary>What an act would do, shown before it is sent and before it is approved.</summary>
/// <param name="Rows">Each row that it changes, old and new.</param>
/// <param name="Day">The first day on which things are so.</param>
/// <param name="Areas">Areas that another group, leader or successor looks after from then on, with how much goes along.</param>
/// <param name="Cases">Open cases of them, without content; the first ones where there are many.</param>
/// <param name="CaseCount">All of them.</param>
/// <param name="Stranded">What is planned for a day on which its area is no longer there.</param>
/// <param name="NeedsLeader">It is sent to a leader; else it is carried out at once.</param>
public sealed record OrganisationPreview(
    IReadOnlyList<ChangedRow> Rows, DateOnly? Day, IReadOnlyList<MovedArea> Areas, IReadOnlyList<MovedCase> Cases, int CaseCount,
    IReadOnlyList<StrandedMatter> Stranded, bool NeedsLeader);
