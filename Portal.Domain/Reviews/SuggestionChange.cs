namespace Portal.Domain.Reviews;

/// <summary>What somebody made of a suggestion; the text before it stays (R-REV-10).</summary>
/// <param name="Stage">The status it had afterwards.</param>
/// <param name="Text">The text as it stood afterwards; empty where it is kept off the system.</param>
public sealed record SuggestionChange(
    SuggestionStatus Stage, string Text, string Reason, string PersonId, string? ActingForId, DateTime At);
