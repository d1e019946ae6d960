namespace Portal.Domain.Cases;

/// <summary>Tệp đính kèm; the bytes lie outside the web root under <see cref="StoredName"/>.</summary>
public sealed class Attachment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Null while the file belongs to a draft that has not been sent.</summary>
    public Guid? CaseId { get; private set; }

    /// <summary>The draft that it was given for; empty where it was given for none.</summary>
    public string DraftSubject { get; init; } = "";

    public required string FileName { get; init; }

    public required string ContentType { get; init; }

    /// <summary>Bytes of the content.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of the bytes as they lie on the disk, hexadecimal.</summary>
    public required string Sha256 { get; set; }

    public required string StoredName { get; set; }

    /// <summary>Opens the bytes on the disk; empty where an earlier program left them unsealed.</summary>
    public string ContentKey { get; set; } = "";

    public required string PersonId { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Whether it can be found by the words inside it.</summary>
    public FileReading Reading { get; private set; }

    /// <summary>Somebody has looked into it, or never will.</summary>
    public void WasRead(FileReading outcome) => Reading = outcome;

    public void BelongTo(Guid caseId) => CaseId ??= caseId;
}
