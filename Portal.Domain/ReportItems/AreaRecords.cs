using Portal.Domain.Cases;
using Portal.Domain.Contacts;
using Portal.Domain.Guidance;

namespace Portal.Domain.ReportItems;

/// <summary>What a trip or a meeting leaves behind on its areas when it is closed.</summary>
public sealed record AreaRecords(IReadOnlyList<ReportItem> Items, IReadOnlyList<ContactLog> Contacts)
{
    public IReadOnlyList<GuidanceAction> Guidance { get; init; } = [];

    /// <summary>Everything that is to be stored, with who is told of it.</summary>
    public IEnumerable<object> All(CaseContext context) =>
        [.. Items, .. Items.SelectMany(i => ReportItemNotices.Of(i, context)), .. Contacts, .. Guidance];
}
