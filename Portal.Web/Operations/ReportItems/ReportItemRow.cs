using Portal.Domain.Cases;
using Portal.Domain.ReportItems;

namespace Portal.Web.Operations.ReportItems;

/// <summary>One item in the register.</summary>
/// <param name="Content">Empty for a Restricted item: it is read on its own page, where that is recorded .</param>
/// <param name="Direction">Empty for a Restricted item.</param>
public sealed record ReportItemRow(
    Guid Id, string AreaId, string GroupId, ReportItemKind Kind, string Domain, ReportItemLevel Level, string Content, string Direction,
    string? ReleasedTo, bool IsAnswered, ReportItemState State, bool IsRestricted, DateTime CreatedAt);
