using Portal.Domain.Cases;
using Portal.Domain.Common;

namespace Portal.Web.Operations.Calendar;

/// <summary>Something that takes a person's time.</summary>
/// <param name="CaseNumber">Null for an absence, and where the person who asks may not know of the case.</param>
/// <param name="Title">Empty where it may not be known: then only that the person is busy.</param>
public sealed record BusyTime(
    EngagementKind Kind, string PersonId, DateTime From, DateTime To, string? CaseNumber, LocalText Title, string Status);
