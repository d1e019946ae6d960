namespace Portal.Web.Operations.Administration;

/// <summary>What a backup says of itself, in <c>manifest.json</c>.</summary>
/// <param name="Migration">The newest migration of the database in it.</param>
/// <param name="AuditHash">Hash of the last entry of the trail, so that a restore can be told from a forgery.</param>
/// <param name="Damaged">Attachments that were gone or changed on the disk when the backup was made; not in it.</param>
/// <param name="Signature">All the rest, signed with the key of the trail; null in a backup of a release that had none.</param>
public sealed record BackupManifest(
    DateTime At, string Migration, long AuditEntries, string AuditHash, BackupFile Database, IReadOnlyList<BackupFile> Files,
    IReadOnlyList<string> Damaged, string? Signature = null);
