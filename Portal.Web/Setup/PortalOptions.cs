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

    public string KeyFolder => System.IO.Path.Combine(Folder, "keys");
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
