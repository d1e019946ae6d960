namespace Portal.Web.Operations.Administration;

/// <summary>A file of a backup, by its name in the folder of attachments.</summary>
public sealed record BackupFile(string Name, long Size, string Sha256);
