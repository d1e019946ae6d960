namespace Portal.Domain.FieldTrips;

/// <summary>What became of an item of the plan.</summary>
public enum PlanItemState
{
    Planned,

    /// <summary>A trip notice was sent for it.</summary>
    Notified,

    /// <summary>Its trip is closed.</summary>
    Done,

    /// <summary>Struck off with a reason, or its trip was cancelled, declined or not taken.</summary>
    Dropped,
}
