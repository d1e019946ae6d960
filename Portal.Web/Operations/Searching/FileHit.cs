namespace Portal.Web.Operations.Searching;

/// <param name="IsInside">The words lie in the file, not in its name.</param>
public sealed record FileHit(Guid Id, string FileName, string CaseNumber, bool IsInside);
