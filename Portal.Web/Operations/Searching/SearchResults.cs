using Portal.Domain.Areas;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Cases;

namespace Portal.Web.Operations.Searching;

/// <summary>What was found. Counts are of what the person may see.</summary>
public sealed record SearchResults(
    IReadOnlyList<string> Words, IReadOnlyList<CaseHit> Cases, int CaseTotal, IReadOnlyList<ItemHit> Items, int ItemTotal,
    IReadOnlyList<FileHit> Files, IReadOnlyList<MonitoredArea> Areas, IReadOnlyList<StaffMember> People)
{
    public static SearchResults Nothing { get; } = new([], [], 0, [], 0, [], [], []);

    /// <summary>Processes that the person may start.</summary>
    public IReadOnlyList<StartableProcess> Processes { get; init; } = [];

    public IReadOnlyList<AreaContact> Contacts { get; init; } = [];

    public bool IsEmpty =>
        Cases.Count + Items.Count + Files.Count + Areas.Count + People.Count + Processes.Count + Contacts.Count == 0;
}
