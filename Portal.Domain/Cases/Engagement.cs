namespace Portal.Domain.Cases;

/// <summary>When the matter of a case takes place, and what it then is in the calendar of its participants.</summary>
/// <param name="From">UTC; null where no time is settled.</param>
/// <param name="To">UTC, after <paramref name="From"/>; null with it.</param>
public sealed record Engagement(EngagementKind Kind, DateTime? From = null, DateTime? To = null)
{
    /// <summary>When it really began, UTC: somebody departed, or arrived; null where nobody has yet.</summary>
    public DateTime? BeganAt { get; init; }

    /// <summary>It was to take place then and no longer will: calendars that know of it are told so.</summary>
    public bool IsCalledOff { get; init; }
}
