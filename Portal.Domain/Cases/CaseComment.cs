using Portal.Domain.Common;

namespace Portal.Domain.Cases;

/// <summary>
/// Trao đổi. Kept once written. One that asks somebody something is open until it is answered, by another that refers to it, or
/// its author needs no answer any more; the step goes on meanwhile.
/// </summary>
public sealed class CaseComment
{
    public const int MaxLength = 4000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required string PersonId { get; init; }

    public required string Text { get; init; }

    /// <summary>Ids of the people it names, separated by commas.</summary>
    public string Mentions { get; init; } = "";

    public required DateTime At { get; init; }

    /// <summary>X-02: one that speaks of something Restricted is for those who read that, and for those it names.</summary>
    public Sensitivity Sensitivity { get; init; }

    /// <summary>Who is asked to answer; null where nobody is.</summary>
    public string? AskedId { get; init; }

    /// <summary>Day (Viet Nam) until which the answer is wanted.</summary>
    public DateOnly? AnswerBy { get; init; }

    /// <summary>The question that this answers.</summary>
    public Guid? AnswersId { get; init; }

    /// <summary>UTC; when a question was answered or needed no answer any more.</summary>
    public DateTime? SettledAt { get; private set; }

    /// <summary>Somebody is asked and has not answered.</summary>
    public bool IsOpen => AskedId is not null && SettledAt is null;

    /// <summary>What is said on a case with something Restricted in it, by who knows of it, is Restricted unless the person says that it is
    /// for all of the case. A case that is confidential as a whole shows its comments to its readers alone anyhow.</summary>
    /// <param name="knowsRestricted">Who says it reads something Restricted in the case, or wrote it.</param>
    public static Sensitivity SensitivityOf(Case subject, Remark remark, bool knowsRestricted) =>
        knowsRestricted && !remark.IsForAll && subject.Sensitivity == Sensitivity.Normal && subject.HoldsRestricted(null)
            ? Sensitivity.Restricted
            : Sensitivity.Normal;

    /// <summary>A question, answered in the comments by who is asked.</summary>
    /// <param name="asked">Must be able to read the case; not oneself.</param>
    public static Result<CaseComment> Ask(
        Case subject, string asked, DateOnly? until, Remark question, Sensitivity sensitivity, CaseContext context)
    {
        if (question.WhyNot("text", MaxLength) is { } unfit)
        {
            return unfit;
        }

        if (asked.Length == 0 || asked == context.Actor.PersonId)
        {
            return Refusal.Invalid([new FieldError("asked", asked.Length == 0 ? "Common.Required" : "Question.NotOneself")]);
        }

        if (until < context.Today)
        {
            return Refusal.Invalid([new FieldError("until", "Common.InPast")]);
        }

        return new CaseComment
        {
            CaseId = subject.Id,
            PersonId = context.Actor.PersonId,
            Text = question.Text.Trim(),
            Mentions = asked,
            At = context.Now,
            AskedId = asked,
            Sensitivity = sensitivity,
            AnswerBy = until,
        };
    }

    /// <summary>Only who was asked answers, once.</summary>
    /// <param name="sensitivity">Of the answer by itself: it is no looser than the question.</param>
    public Result<CaseComment> Answer(Remark answer, Sensitivity sensitivity, CaseContext context)
    {
        if (AskedId != context.Actor.PersonId)
        {
            return Refusal.Forbidden;
        }

        if (!IsOpen)
        {
            return CaseCommentRefusals.Settled;
        }

        if (answer.WhyNot("text", MaxLength) is { } unfit)
        {
            return unfit;
        }

        SettledAt = context.Now;
        return new CaseComment
        {
            CaseId = CaseId,
            PersonId = context.Actor.PersonId,
            Text = answer.Text.Trim(),
            Mentions = PersonId,
            At = context.Now,
            AnswersId = Id,
            Sensitivity = Sensitivity == Sensitivity.Normal ? sensitivity : Sensitivity,
        };
    }

    /// <summary>Who asked needs no answer any more; the question stays to be read.</summary>
    public Result Settle(CaseContext context)
    {
        if (PersonId != context.Actor.PersonId || AskedId is null)
        {
            return Refusal.Forbidden;
        }

        if (!IsOpen)
        {
            return CaseCommentRefusals.Settled;
        }

        SettledAt = context.Now;
        return Result.Ok;
    }
}
