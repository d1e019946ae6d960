using Portal.Domain.ReportItems;

namespace Portal.Web.Operations.ReportItems;

/// <summary>One item with all that became of it.</summary>
/// <param name="Acts">What the person may do with it now.</param>
/// <param name="Cases">Numbers of the cases that it names and that the person may know of, by id: its source, leader tasks.</param>
/// <param name="Merged">Items that were merged into it.</param>
/// <param name="Similar">Open items that it may be the same as, the likest first; none where the person may not merge it.</param>
/// <param name="ActingFor">In whose place the person would act; null in their own right.</param>
public sealed record ReportItemView(
    ReportItem Item, IReadOnlyList<ReportItemEntry> History, IReadOnlyList<ReportItemAct> Acts, IReadOnlyDictionary<Guid, string> Cases,
    IReadOnlyList<ReportItemRow> Merged, IReadOnlyList<ReportItemRow> Similar, string? ActingFor);
