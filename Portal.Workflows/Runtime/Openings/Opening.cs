using Portal.Domain.Common;

namespace Portal.Workflows.Runtime.Openings;

/// <summary>One of the ways in which cases of a process come to be. A process says all of its own; there is no other way in.</summary>
public abstract record Opening
{
    /// <summary>What a person is told who would start such a case by hand; null where that is a way in, too.</summary>
    public Refusal? InsteadOfByHand { get; init; }
}
