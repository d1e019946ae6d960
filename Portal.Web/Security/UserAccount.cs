using Microsoft.AspNetCore.Identity;

namespace Portal.Web.Security;

/// <summary>A person's account. What the person may do is not here: it is found in the organisation, by day.</summary>
public sealed class UserAccount : IdentityUser
{
    public string PersonId { get; set; } = "";

    public bool MustChangePassword { get; set; }

    /// <summary>Codes of the second factor that were given in the last minutes, each with its time in Unix seconds.</summary>
    public string UsedCodes { get; set; } = "";

    /// <summary>SHA-256 of the secret in the address of the person's calendar feed, hexadecimal; null where there is none.</summary>
    public string? FeedTokenHash { get; set; }

    /// <summary>Year for which the confidentiality notice was confirmed; 0 before.</summary>
    public int ConfidentialityYear { get; set; }
}
