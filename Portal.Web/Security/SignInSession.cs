namespace Portal.Web.Security;

/// <summary>One sign-in in one browser. Kept as long as its cookie may last.</summary>
public sealed class SignInSession
{
    /// <summary>As the cookie names it (<see cref="PersonClaim.Session"/>).</summary>
    public required string Id { get; init; }

    public required string PersonId { get; init; }

    public required DateTime StartedAt { get; init; }

    public string Address { get; init; } = "";

    /// <summary>Browser and system, in a few words; empty where they do not say.</summary>
    public string Device { get; init; } = "";

    /// <summary>Of the account at the sign-in: with another one the session is over (new password, locked).</summary>
    public string Stamp { get; init; } = "";

    /// <summary>When it was ended by its person; null while it was not.</summary>
    public DateTime? EndedAt { get; set; }
}
