using Microsoft.AspNetCore.Authorization;

namespace Portal.Web.Security;

/// <summary>A bearer token is valid for an hour; the account behind it has to be valid at each request.</summary>
public sealed record AccountStillValid : IAuthorizationRequirement;
