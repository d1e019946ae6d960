namespace Portal.Domain.Administration;

/// <summary>One workbook that was taken in: who, when, and what it takes to undo it.</summary>
public sealed class OrganisationImport
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string PersonId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required string FileName { get; init; }

    /// <summary>Rows of the file that were new.</summary>
    public int NewRows { get; init; }

    /// <summary>Rows that were there and were changed.</summary>
    public int ChangedRows { get; init; }

    /// <summary>What was stored, row by row, as JSON.</summary>
    public required string Trace { get; init; }

    /// <summary>UTC; null while it stands.</summary>
    public DateTime? TakenBackAt { get; private set; }

    public string? TakenBackById { get; private set; }

    /// <summary>It stands no longer; once only.</summary>
    public void TakeBack(string personId, DateTime now) => (TakenBackAt, TakenBackById) = (TakenBackAt ?? now, TakenBackById ?? personId);
}
