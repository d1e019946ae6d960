using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Operations;

namespace Portal.Web.Security;

/// <summary>
/// Who has left, or has not come yet, does not sign in. A name that nobody bears, one that is closed and a wrong password take the same
/// time and get the same words; whether an account is closed is told to who knows its password.
/// </summary>
public sealed class StaffSignIn(
    UserManager<UserAccount> users, IHttpContextAccessor http, IUserClaimsPrincipalFactory<UserAccount> claims,
    IOptions<IdentityOptions> options, ILogger<SignInManager<UserAccount>> log,
    IAuthenticationSchemeProvider schemes, IUserConfirmation<UserAccount> confirmation, ReferenceCache reference, TimeProvider time,
    SignInAttempts attempts, KnownDevices devices, PortalOperations operations)
    : SignInManager<UserAccount>(users, http, claims, options, log, schemes, confirmation)
{
    private static readonly UserAccount Nobody = new();
    private static string? _nobodysHash;

    public override async Task<bool> CanSignInAsync(UserAccount user) =>
        (await reference.GetAsync()).Directory.Person(user.PersonId)?.IsValidOn(VietnamTime.DayOf(time.GetUtcNow().UtcDateTime)) == true
            && await base.CanSignInAsync(user);

    public override async Task<SignInResult> PasswordSignInAsync(
        string userName, string password, bool isPersistent, bool lockoutOnFailure)
    {
        var user = await UserManager.FindByNameAsync(userName);
        var result = await CheckAsync(user, userName, password);
        return result.Succeeded ? await SignInOrTwoFactorAsync(user!, isPersistent) : result;
    }

    /// <summary>Asks for the password, as often as one place may.</summary>
    /// <param name="user">Null where nobody bears the name.</param>
    /// <param name="userName">As it was typed.</param>
    /// <returns>
    /// <see cref="SignInResult.LockedOut"/>: this place has to wait. <see cref="SignInResult.NotAllowed"/>: the password is right and the
    /// account closed.
    /// </returns>
    public async Task<SignInResult> CheckAsync(UserAccount? user, string userName, string password)
    {
        using var attempt = await attempts.BeginAsync(
            UserManager.NormalizeName(userName) ?? "",
            Context.Connection.RemoteIpAddress?.ToString() ?? "",
            user is null ? null : devices.Find(Context, user.Id),
            Context.RequestAborted);
        if (attempt is null)
        {
            await RecordFailureAsync(user, "Account.SignInHeldOff");
            return SignInResult.LockedOut;
        }

        if (!await IsRightAsync(user, password))
        {
            attempt.Fail();
            await RecordFailureAsync(user, "Account.SignInFailed");
            return SignInResult.Failed;
        }

        attempt.Succeed();
        if (user!.LockoutEnd == DateTimeOffset.MaxValue || !await CanSignInAsync(user))
        {
            return SignInResult.NotAllowed;
        }

        // After wrong codes of the second factor: who tried them knows the password.
        return await UserManager.IsLockedOutAsync(user) ? SignInResult.LockedOut : SignInResult.Success;
    }

    /// <summary>
    /// An attempt that failed stands in the trail with the account that it was for, and where it came from. A name that nobody bears is not
    /// kept: a password is typed there by mistake. It takes the same time.
    /// </summary>
    public Task RecordFailureAsync(UserAccount? user, string act) => operations.RunAsync(
        new Actor(user?.PersonId ?? "", "", Context.Connection.RemoteIpAddress?.ToString() ?? ""), o =>
        {
            o.Audit(act, user?.UserName ?? "");
            return Task.FromResult(Result.Ok);
        });

    private async Task<bool> IsRightAsync(UserAccount? user, string password)
    {
        if (user is { PasswordHash: not null })
        {
            return await UserManager.CheckPasswordAsync(user, password);
        }

        _nobodysHash ??= UserManager.PasswordHasher.HashPassword(Nobody, Guid.NewGuid().ToString());
        UserManager.PasswordHasher.VerifyHashedPassword(Nobody, _nobodysHash, password);
        return false;
    }
}
