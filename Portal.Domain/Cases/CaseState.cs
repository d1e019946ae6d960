namespace Portal.Domain.Cases;

/// <summary>How a case stands, whatever its process; the process's own status is finer.</summary>
public enum CaseState
{
    Open,
    Closed,
    Declined,
    Cancelled,
    Withdrawn,
    NotTaken,
}
