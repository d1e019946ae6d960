namespace Portal.Web.Operations.Searching;

public sealed record ItemHit(Guid Id, string CaseNumber, string AreaId, string Content, DateTime At);
