using Portal.Domain.Reviews;

namespace Portal.Tests.Domain.Verbs;

/// <summary>A cycle with its proposals: what it does to them counts as its own change.</summary>
public sealed record CycleScene(ReviewCycle Cycle, IReadOnlyList<ReviewProposal> Proposals);
