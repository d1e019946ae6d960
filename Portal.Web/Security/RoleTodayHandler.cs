using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Portal.Domain.Common;
using Portal.Web.Operations;

namespace Portal.Web.Security;

public sealed class RoleTodayHandler(ReferenceCache reference, TimeProvider time) : AuthorizationHandler<RoleToday>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleToday requirement)
    {
        var person = context.User.FindFirstValue(PersonClaim.Person);
        var data = await reference.GetAsync();
        if (person is not null
            && data.Directory.RolesOf(person, VietnamTime.DayOf(time.GetUtcNow().UtcDateTime)).Any(requirement.Roles.Contains))
        {
            context.Succeed(requirement);
        }
    }
}
