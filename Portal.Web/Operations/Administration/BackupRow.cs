namespace Portal.Web.Operations.Administration;

/// <summary>A backup as the list shows it.</summary>
public sealed record BackupRow(string Name, DateTime At, long Bytes, int Files, int Damaged);
