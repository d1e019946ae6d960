using Microsoft.AspNetCore.Authorization;

namespace Portal.Web.Security;

public sealed class StillGoodHandler(AccountCheck check) : AuthorizationHandler<StillGood>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, StillGood requirement)
    {
        if (await check.IsGoodAsync(context.User))
        {
            context.Succeed(requirement);
        }
    }
}
