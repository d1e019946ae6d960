namespace Portal.Domain.Cases;

/// <summary>What takes a person's time, as the calendar calls it.</summary>
public enum EngagementKind
{
    Trip,
    Meeting,
    Absence,
}
