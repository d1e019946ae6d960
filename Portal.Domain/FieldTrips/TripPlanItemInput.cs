namespace Portal.Domain.FieldTrips;

/// <summary>One item of F1. Days are those of Viet Nam.</summary>
public sealed record TripPlanItemInput
{
    public string[]? AreaIds { get; init; }

    public string? SubUnits { get; init; }

    public string? Purpose { get; init; }

    public string[]? Domains { get; init; }

    public DateOnly? DateFrom { get; init; }

    public DateOnly? DateTo { get; init; }

    public TimeOfDay? TimeOfDay { get; init; }

    public string? Place { get; init; }

    public string[]? ParticipantIds { get; init; }

    public string? TripLeaderId { get; init; }

    public string? WhomToMeet { get; init; }

    /// <summary>What the trip follows up: cases of the group, invitations that are known, tasks, earlier trips.</summary>
    public Guid[]? RelatedCases { get; init; }

    public string? RelatedItems { get; init; }

    public PlanPriority? Priority { get; init; }
}
