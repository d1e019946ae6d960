namespace Portal.Domain.FollowUps;

/// <summary>Whether something is still to come of what was noted.</summary>
public enum FollowedState
{
    /// <summary>It was noted, and nothing more is to be done.</summary>
    Noted,

    /// <summary>Something is to be done until a day.</summary>
    Open,

    /// <summary>What was to be done is done.</summary>
    Settled,

    /// <summary>It was noted in error .</summary>
    Cancelled,
}
