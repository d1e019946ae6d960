using Portal.Domain.Areas;
using Portal.Domain.Organisation;

namespace Portal.Web.Operations.Searching;

/// <summary>What was found. Counts are of what the person may see.</summary>
public sealed record SearchResults(
    IReadOnlyList<string> Words, IReadOnlyList<CaseHit> Cases, int CaseTotal, IReadOnlyList<ItemHit> Items, int ItemTotal,
    IReadOnlyList<FileHit> Files, IReadOnlyList<MonitoredArea> Areas, IReadOnlyList<StaffMember> People)
{
    public bool IsEmpty => Cases.Count + Items.Count + Files.Count + Areas.Count + People.Count == 0;
}
