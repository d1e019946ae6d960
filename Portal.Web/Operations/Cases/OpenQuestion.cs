using Portal.Domain.Common;

namespace Portal.Web.Operations.Cases;

/// <summary>A question that somebody is asked and has not answered.</summary>
/// <param name="AnswerBy">Day (Viet Nam) until which the answer is wanted.</param>
public sealed record OpenQuestion(
    Guid Id, string CaseNumber, LocalText CaseTitle, string AskerId, string Text, DateTime At, DateOnly? AnswerBy);
