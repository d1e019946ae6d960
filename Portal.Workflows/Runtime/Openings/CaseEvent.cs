using Portal.Domain.Cases;

namespace Portal.Workflows.Runtime.Openings;

/// <summary>Something has happened that may open cases, most often on another.</summary>
/// <param name="Source">The case, as the act has left it; null where it happened on none.</param>
/// <param name="Payload">What the event is about, as the event's name says; null for one that says all by its name.</param>
public sealed record CaseEvent(string Name, CaseFile? Source, object? Payload, CaseContext Context);
