using System.Security.Claims;
using Portal.Domain.Organisation;

namespace Portal.Web.Security;

public static class ActorExtensions
{
    /// <summary>The signed-in person.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the page or endpoint lacks its policy.</exception>
    public static Actor ToActor(this ClaimsPrincipal user, string? address = null) =>
        user.FindFirstValue(PersonClaim.Person) is { Length: > 0 } person
            ? new Actor(person, user.FindFirstValue(ClaimTypes.GivenName) ?? person, address ?? "")
            : throw new InvalidOperationException("Nobody is signed in.");
}
