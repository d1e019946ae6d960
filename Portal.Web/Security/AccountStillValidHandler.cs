using Microsoft.AspNetCore.Authorization;

namespace Portal.Web.Security;

public sealed class AccountStillValidHandler(AccountCheck check) : AuthorizationHandler<AccountStillValid>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, AccountStillValid requirement)
    {
        if (await check.IsGoodAsync(context.User))
        {
            context.Succeed(requirement);
        }
    }
}
