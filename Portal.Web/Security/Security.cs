using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Operations;

namespace Portal.Web.Security;

public static class Policies
{
    public const string SignedIn = "SignedIn";
    public const string Administrator = "Administrator";

    /// <summary>Administrators, and the head, who reads what they keep (section 13).</summary>
    public const string Administration = "Administration";
    /// <summary>Who may open definitions of processes: designers, and those who read them (section 13). None of it is a case's content.</summary>
    public const string Design = "Design";

    public const string Api = "Api";
}

public static class PersonClaim
{
    public const string Person = "portal.person";
    public const string MustChangePassword = "portal.change";
    /// <summary>A role of the person demands a second factor, and there is none yet.</summary>
    public const string MustSetUpTwoFactor = "portal.code";

    public const string ConfidentialityYear = "portal.year";

    /// <summary>Names the session, so that its idleness can be told.</summary>
    public const string Session = "portal.session";

    /// <summary>When the session began, in ticks of UTC.</summary>
    public const string Since = "portal.since";

    /// <summary>A role that the person had when the session began.</summary>
    public const string Role = "portal.role";
}

/// <summary>Puts into the cookie who the person is, and what still has to be done before anything else.</summary>
public sealed class PersonClaims(UserManager<UserAccount> users, IOptions<IdentityOptions> options, ReferenceCache reference, TimeProvider time)
    : UserClaimsPrincipalFactory<UserAccount>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(UserAccount user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var data = await reference.GetAsync();
        identity.AddClaim(new Claim(PersonClaim.Person, user.PersonId));
        identity.AddClaim(new Claim(ClaimTypes.GivenName, data.Directory.NameOf(user.PersonId)));
        identity.AddClaim(new Claim(PersonClaim.ConfidentialityYear, user.ConfidentialityYear.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var now = time.GetUtcNow().UtcDateTime;
        identity.AddClaim(new Claim(PersonClaim.Session, Guid.NewGuid().ToString("N")));
        identity.AddClaim(new Claim(PersonClaim.Since, now.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        identity.AddClaims(data.Directory.RolesOf(user.PersonId, VietnamTime.DayOf(now)).Select(r => new Claim(PersonClaim.Role, r.ToString())));
        if (!user.TwoFactorEnabled && TwoFactor.IsDemanded(data.Settings, data.Directory.RolesOf(user.PersonId, VietnamTime.DayOf(now))))
        {
            identity.AddClaim(new Claim(PersonClaim.MustSetUpTwoFactor, "1"));
        }

        if (user.MustChangePassword)
        {
            identity.AddClaim(new Claim(PersonClaim.MustChangePassword, "1"));
        }

        return identity;
    }
}

public static class ActorExtensions
{
    /// <summary>The signed-in person.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the page or endpoint lacks its policy.</exception>
    public static Actor ToActor(this ClaimsPrincipal user, string? address = null) =>
        user.FindFirstValue(PersonClaim.Person) is { Length: > 0 } person
            ? new Actor(person, user.FindFirstValue(ClaimTypes.GivenName) ?? person, address ?? "")
            : throw new InvalidOperationException("Nobody is signed in.");
}

/// <summary>The person at this circuit or request.</summary>
public sealed class CurrentActor(AuthenticationStateProvider state, IHttpContextAccessor http)
{
    // The request that opened the circuit; gone later, so it is read once.
    private readonly string _address = http.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "";

    public async Task<Actor> GetAsync() => (await state.GetAuthenticationStateAsync()).User.ToActor(_address);
}

/// <summary>One of these roles, granted for today. Asked anew each time: a role that ended yesterday opens nothing.</summary>
public sealed record RoleToday(params Role[] Roles) : IAuthorizationRequirement;

public sealed class RoleTodayHandler(ReferenceCache reference, TimeProvider time) : AuthorizationHandler<RoleToday>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleToday requirement)
    {
        var person = context.User.FindFirstValue(PersonClaim.Person);
        var data = await reference.GetAsync();
        if (person is not null && data.Directory.RolesOf(person, VietnamTime.DayOf(time.GetUtcNow().UtcDateTime)).Any(requirement.Roles.Contains))
        {
            context.Succeed(requirement);
        }
    }
}

/// <summary>What Identity says about passwords, in Vietnamese.</summary>
public sealed class VietnameseIdentityErrors(Texts.T t) : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => Error("Account.PasswordTooShort", length);

    public override IdentityError PasswordMismatch() => Error("Account.WrongPassword");

    public override IdentityError DuplicateUserName(string userName) => Error("Account.NameTaken", userName);

    public override IdentityError InvalidUserName(string? userName) => Error("Account.InvalidName", userName ?? "");

    public override IdentityError DefaultError() => Error("Common.Unexpected");

    private IdentityError Error(string code, params object?[] args) => new() { Code = code, Description = t[code, args] };
}

/// <summary>
/// The one-time link that makes the first administrator of an installation without demo data. Lives in memory: a new
/// start prints a new one, and as soon as an account exists there is none.
/// </summary>
public sealed class FirstAdministrator
{
    private string? _token;

    public string Issue() => _token = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(24));

    public bool IsValid(string? token) => _token is not null && token is not null
        && System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(
            System.Text.Encoding.ASCII.GetBytes(_token), System.Text.Encoding.ASCII.GetBytes(token));

    public void Use() => _token = null;
}
