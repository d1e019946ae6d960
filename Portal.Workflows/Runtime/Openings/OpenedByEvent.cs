namespace Portal.Workflows.Runtime.Openings;

/// <summary>An act on another case opens it, or the end of one.</summary>
/// <param name="Name">Of the event: one of <see cref="CaseEvents"/>, or one that a step publishes.</param>
/// <param name="Open">The cases that the event opens; none where it is no matter of this process.</param>
public sealed record OpenedByEvent(string Name, Func<CaseEvent, IEnumerable<NewCase>> Open) : Opening;
