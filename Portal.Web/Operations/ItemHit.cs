namespace Portal.Web.Operations;

public sealed record ItemHit(Guid Id, string CaseNumber, string AreaId, string Content, DateTime At);
