using Portal.Domain.Common;

namespace Portal.Web.Operations.Administration;

/// <summary>Backups that were not made, or that nothing should be restored from.</summary>
internal static class BackupRefusals
{
    public static Refusal Full(string folder) => Refusal.Storage("Backup.Full", folder);

    public static Refusal Failed(string folder) => Refusal.Storage("Backup.Failed", folder);

    public static Refusal NoManifest(string folder) => new("Backup.NoManifest", null, folder);

    public static Refusal Damaged(string file) => new("Backup.Damaged", null, file);

    /// <summary>What is sealed in it is not opened by the keys that are here.</summary>
    public static Refusal WrongKeys(string folder) => new("Backup.WrongKeys", null, folder);

    /// <summary>A newer program has written it.</summary>
    public static Refusal Newer(string migration) => new("Backup.Newer", null, migration);

    /// <summary>Nothing in it is signed: an earlier release has made it, or somebody has changed it.</summary>
    public static readonly Refusal Unsigned = new("Backup.Unsigned");

    public static Refusal TrailBroken(long at) => new("Backup.TrailBroken", null, at);
}
