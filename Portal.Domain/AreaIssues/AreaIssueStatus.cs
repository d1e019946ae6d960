namespace Portal.Domain.AreaIssues;

/// <summary>States of an internal matter (Đ5.3).</summary>
public enum AreaIssueStatus
{
    /// <summary>The leader, or the head, has it and has not said anything.</summary>
    Submitted,

    /// <summary>Passed on to the head, or waiting for what was asked of its author.</summary>
    UnderConsideration,

    /// <summary>It was said what is to be done.</summary>
    Directed,

    /// <summary>Noted, and followed until it is closed.</summary>
    Monitoring,

    /// <summary>The leader, or the head, wants nothing more followed; it is about to be closed.</summary>
    Settled,

    Closed,
}
