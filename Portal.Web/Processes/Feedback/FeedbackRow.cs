using Portal.Domain.Feedback;

namespace Portal.Web.Processes.Feedback;

/// <summary>One feedback in the register.</summary>
/// <param name="Difficulty">Empty for who knows of the case without reading it.</param>
public sealed record FeedbackRow(
    string Number, string Clause, string AuthorId, DateTime SubmittedAt, FeedbackStatus Status, string Difficulty);
