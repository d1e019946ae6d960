namespace Portal.Web.Security;

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
