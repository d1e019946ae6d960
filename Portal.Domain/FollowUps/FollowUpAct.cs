namespace Portal.Domain.FollowUps;

/// <summary>What may be done with what was noted.</summary>
public enum FollowUpAct
{
    /// <summary>What was still to be done is done; the words say what came of it.</summary>
    Settle,

    /// <summary>It was noted in error .</summary>
    Cancel,
}
