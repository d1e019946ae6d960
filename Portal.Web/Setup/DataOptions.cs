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
