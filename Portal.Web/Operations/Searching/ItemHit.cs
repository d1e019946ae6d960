using Portal.Domain.Cases;

namespace Portal.Web.Operations.Searching;

public sealed record ItemHit(Guid Id, ReportItemKind Kind, string AreaId, string Content, DateTime At);
