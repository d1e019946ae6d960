using System.ComponentModel.DataAnnotations;

namespace Portal.Web.Setup;

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

    /// <summary>
    /// Takes a backup in which nothing is signed, as releases made them that had no key of the trail. Only for a command, and only for a
    /// backup that nobody can have changed.
    /// </summary>
    public bool AllowUnsigned { get; set; }
}
