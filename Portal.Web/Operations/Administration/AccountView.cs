namespace Portal.Web.Operations.Administration;

/// <summary>An account as administrators see it. No password is ever shown again.</summary>
public sealed record AccountView(string UserName, bool IsLocked, bool MustChangePassword, bool HasTwoFactor);
