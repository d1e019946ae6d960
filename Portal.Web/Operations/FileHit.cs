namespace Portal.Web.Operations;

public sealed record FileHit(Guid Id, string FileName, string CaseNumber);
