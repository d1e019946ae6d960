using Microsoft.AspNetCore.Authorization;
using Portal.Domain.Organisation;

namespace Portal.Web.Security;

/// <summary>One of these roles, granted for today. Asked anew each time: a role that ended yesterday opens nothing.</summary>
public sealed record RoleToday(params Role[] Roles) : IAuthorizationRequirement;
