using Portal.Domain.Cases;
using Portal.Domain.ReportItems;
using Portal.Web.Operations.ReportItems;

namespace Portal.Web.Api;

/// <param name="Content">Empty for a Restricted item: <c>GET items/{id}</c> says it, and that it was read is recorded.</param>
public sealed record ItemListRow(
    Guid Id, string AreaId, string GroupId, ReportItemKind Kind, string Domain, ReportItemLevel Level, ReportItemState State,
    string Content, string Direction, string? ReleasedTo, bool IsAnswered, bool IsRestricted, DateTime CreatedAt)
{
    internal static ItemListRow Of(ReportItemRow r) => new(
        r.Id, r.AreaId, r.GroupId, r.Kind, r.Domain, r.Level, r.State, r.Content, r.Direction, r.ReleasedTo, r.IsAnswered, r.IsRestricted,
        r.CreatedAt);
}
