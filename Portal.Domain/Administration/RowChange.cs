namespace Portal.Domain.Administration;

/// <summary>What becomes of a row of the organisation.</summary>
public enum RowChange
{
    Added,
    Changed,

    /// <summary>It never came into force.</summary>
    Removed,
}
