using Portal.Domain.Common;

namespace Portal.Domain.Feedback;

/// <summary>What is refused about feedback to the Regulation, and why.</summary>
internal static class FeedbackRefusals
{
    public static Refusal NoSuchClause(string code) => Refusal.Invalid([new FieldError("clause", "Feedback.NoSuchClause", "Đ13.3", code)]);

    /// <summary>Considering, and putting into a revision, is for whoever follows how the Regulation is carried out.</summary>
    public static Refusal OnlyCompliance { get; } = Refusal.NotAllowed("Feedback.OnlyCompliance", "Đ13.3");

    public static Refusal OnlyLeaders { get; } = Refusal.NotAllowed("Feedback.OnlyLeaders", "Đ13.3");

    /// <summary>X-08.</summary>
    public static Refusal NotOnOnesOwn { get; } = Refusal.NotAllowed("Feedback.NotOnOnesOwn", "Đ13.3");

    public static Refusal NotInThisState(FeedbackStatus status) => Refusal.NotNow("Common.NotInThisState", null, status);
}
