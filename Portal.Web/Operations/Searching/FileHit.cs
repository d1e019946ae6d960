namespace Portal.Web.Operations.Searching;

public sealed record FileHit(Guid Id, string FileName, string CaseNumber);
