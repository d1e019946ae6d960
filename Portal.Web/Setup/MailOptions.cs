using System.ComponentModel.DataAnnotations;

namespace Portal.Web.Setup;

/// <summary><c>Mail</c>: notices by e-mail. Off unless an installation says otherwise.</summary>
public sealed class MailOptions : IValidatableObject
{
    public bool Enabled { get; set; }

    public string Host { get; set; } = "";

    [Range(1, 65535)]
    public int Port { get; set; } = 25;

    /// <summary>STARTTLS.</summary>
    public bool UseTls { get; set; } = true;

    /// <summary>Empty: the server takes mail without a sign-in. Needs <see cref="UseTls"/> (ASVS 12.3.1).</summary>
    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";

    public string From { get; set; } = "";

    /// <summary>Where people open the portal; the only thing a message says beside a count.</summary>
    public string PortalAddress { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, value) in new[] { (nameof(Host), Host), (nameof(From), From), (nameof(PortalAddress), PortalAddress) })
        {
            if (Enabled && string.IsNullOrWhiteSpace(value))
            {
                yield return new ValidationResult($"Mail:{name} is needed where Mail:Enabled is true.", [name]);
            }
        }

        if (Enabled && !UseTls && UserName.Length > 0)
        {
            yield return new ValidationResult("Mail:UserName is sent over TLS only: Mail:UseTls.", [nameof(UseTls)]);
        }
    }
}
