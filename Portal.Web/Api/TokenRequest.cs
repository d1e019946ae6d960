namespace Portal.Web.Api;

/// <summary>Credentials for <c>POST token</c>.</summary>
/// <param name="Code">Of the authenticator, for an account that has one.</param>
public sealed record TokenRequest(string UserName, string Password, string? Code = null);
