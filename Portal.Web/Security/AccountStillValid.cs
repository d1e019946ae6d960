using Microsoft.AspNetCore.Authorization;

namespace Portal.Web.Security;

/// <summary>A bearer token is good for an hour, an account perhaps not.</summary>
public sealed record AccountStillValid : IAuthorizationRequirement;
