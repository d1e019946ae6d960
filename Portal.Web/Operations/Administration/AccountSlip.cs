namespace Portal.Web.Operations.Administration;

/// <summary>What is handed over to a person with a new account. It is shown once and kept nowhere.</summary>
public sealed record AccountSlip(string FullName, string Position, string Department, string UserName, string Password);
