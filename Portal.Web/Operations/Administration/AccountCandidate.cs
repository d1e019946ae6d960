namespace Portal.Web.Operations.Administration;

/// <summary>Somebody on the staff without an account.</summary>
/// <param name="UserName">Name that would be given.</param>
public sealed record AccountCandidate(string PersonId, string FullName, string Position, string Department, string UserName);
