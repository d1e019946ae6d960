namespace Portal.Tests.Domain.Verbs;

/// <summary>Something that was brought into a state by its own verbs, and the moment, UTC, at which it stands there.</summary>
public sealed record Stage<TScene>(TScene Scene, DateTime Now);
