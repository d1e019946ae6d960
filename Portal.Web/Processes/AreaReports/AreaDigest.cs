using Portal.Domain.Common;
using Portal.Web.Operations.ReportItems;

namespace Portal.Web.Processes.AreaReports;

/// <summary>RP-05: what the records hold of an area since a day, as far as the person may read it; nothing Restricted.</summary>
/// <param name="Facts">In the order of time.</param>
/// <param name="Items">Items that are not settled, whenever they were entered.</param>
public sealed record AreaDigest(
    string AreaId, DateOnly Since, IReadOnlyList<AreaFact> Facts, IReadOnlyList<ReportItemRow> Items, string? GroupId, string? LeaderId)
{
    /// <summary>Restricted cases that are open, by number, title and state alone; none where they are not asked for.</summary>
    public IReadOnlyList<(string Number, LocalText Title, LocalText State)> RestrictedCases { get; init; } = [];
}
