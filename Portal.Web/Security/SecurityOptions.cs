using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Portal.Web.Security;

/// <summary><c>Security</c>: how the portal stands in its network.</summary>
public sealed class SecurityOptions : IValidatableObject
{
    /// <summary>
    /// Served over HTTPS, by itself or behind a proxy: cookies only travel so, and browsers are told to come no other way.
    /// </summary>
    public bool Https { get; set; }

    /// <summary>Addresses of reverse proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed.</summary>
    public IList<string> Proxies { get; } = [];

    /// <summary>
    /// Attempts to sign in from one address in a minute; wrong ones are counted by name and place besides (<see cref="SignInAttempts"/>).
    /// </summary>
    [Range(1, 100_000)]
    public int SignInsPerMinute { get; set; } = 60;

    /// <summary>Pages that one person has open at once.</summary>
    [Range(1, 10_000)]
    public int PagesPerPerson { get; set; } = 30;

    /// <summary>Calls of the API by one person in a second.</summary>
    [Range(1, 100_000)]
    public int ApiCallsPerSecond { get; set; } = 200;

    /// <summary>Files that one person sends in a minute.</summary>
    [Range(1, 10_000)]
    public int UploadsPerMinute { get; set; } = 60;

    /// <summary>
    /// A file of SHA-1 sums of passwords that nobody may choose, as <see cref="Security.BreachedPasswords"/> describes it; empty for none.
    /// </summary>
    public string BreachedPasswords { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var proxy in Proxies.Where(p => !IPAddress.TryParse(p, out _)))
        {
            yield return new ValidationResult($"Security:Proxies: '{proxy}' is no IP address.", [nameof(Proxies)]);
        }

        if (BreachedPasswords.Length > 0 && WhyNoList() is { } reason)
        {
            yield return new ValidationResult(reason, [nameof(BreachedPasswords)]);
        }
    }

    private string? WhyNoList()
    {
        try
        {
            Security.BreachedPasswords.IsListed(BreachedPasswords, "");
            return null;
        }
        catch (InvalidDataException e)
        {
            return e.Message;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"Security:BreachedPasswords: '{BreachedPasswords}' cannot be read.";
        }
    }
}
