using System.ComponentModel.DataAnnotations;

namespace Portal.Web.Setup;

/// <summary><c>Data</c>: where the database and the attachments lie.</summary>
public sealed class DataOptions
{
    /// <summary>Folder; a relative one is taken from the folder the portal is started in.</summary>
    [Required]
    public string Path { get; set; } = "data";

    public string Folder => System.IO.Path.GetFullPath(Path);

    public string DatabaseFile => System.IO.Path.Combine(Folder, "portal.db");

    public string AttachmentFolder => System.IO.Path.Combine(Folder, "attachments");

    /// <summary>Folder of the keys, best on another disk; empty: <c>keys</c> in the data folder.</summary>
    public string KeyPath { get; set; } = "";

    public string KeyFolder => KeyPath.Length > 0 ? System.IO.Path.GetFullPath(KeyPath) : System.IO.Path.Combine(Folder, "keys");
}

/// <summary><c>Mail</c>: notices by e-mail. Off unless an installation says otherwise.</summary>
public sealed class MailOptions : IValidatableObject
{
    public bool Enabled { get; set; }

    public string Host { get; set; } = "";

    [Range(1, 65535)]
    public int Port { get; set; } = 25;

    /// <summary>STARTTLS.</summary>
    public bool UseTls { get; set; } = true;

    /// <summary>Empty: the server takes mail without a sign-in.</summary>
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
    }
}

/// <summary><c>Backup</c>: copies of database and attachments, made while people work.</summary>
public sealed class BackupOptions
{
    /// <summary>Once a day by itself; the button works either way.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Folder, best on another disk; empty: <c>backups</c> in the data folder.</summary>
    public string Path { get; set; } = "";

    /// <summary>Local time of Viet Nam from which on the day's backup is made.</summary>
    public TimeOnly At { get; set; } = new(2, 0);

    /// <summary>Days; the newest three stay whatever their age.</summary>
    [Range(1, 3650)]
    public int KeepDays { get; set; } = 14;
}

/// <summary><c>Demo</c>: the invented province, for trying out.</summary>
public sealed class DemoOptions
{
    public bool Enabled { get; set; } = true;

    /// <summary>The same seed gives the same demo data.</summary>
    public int Seed { get; set; } = 680;

    /// <summary>Shared password of the demo accounts; empty: one is made up at seeding.</summary>
    public string Password { get; set; } = "";

    /// <summary>False seeds the organisation only, without trips: quicker, for tests.</summary>
    public bool Activity { get; set; } = true;
}
