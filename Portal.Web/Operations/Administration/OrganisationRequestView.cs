using Portal.Domain.Administration;
using Portal.Domain.Common;

namespace Portal.Web.Operations.Administration;

/// <summary>A request as its page shows it to one person.</summary>
/// <param name="Rows">What it changes, as whoever asked was shown it.</param>
/// <param name="Now">What it would do now; null where it is no longer open, or where it can no longer be done.</param>
/// <param name="Problem">Why it can no longer be done as it was asked for; null where it can.</param>
public sealed record OrganisationRequestView(
    OrganisationRequestRow Request, IReadOnlyList<ChangedRow> Rows, OrganisationPreview? Now, Refusal? Problem)
{
    public bool MayDecide { get; init; }

    public bool MayWithdraw { get; init; }

    public bool MayTakeBack { get; init; }
}
