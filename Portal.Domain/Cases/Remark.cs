using Portal.Domain.Common;
using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

/// <summary>Words beside the forms of a case: a comment, a note, a response. The state-secret question stands before them
/// too.</summary>
/// <param name="HoldsNoSecret">The person says that it holds no state secret. What holds one is not written here at all.</param>
/// <param name="MarksConfirmed">The person says that a mark found in it, <c>MẬT</c> for instance, is none of a classified document.</param>
public sealed record Remark(string Text, bool HoldsNoSecret, bool MarksConfirmed = false)
{
    public string Text { get; init; } = PlainText.Clean(Text);

    /// <summary>On a case with something Restricted in it: the person says that this is for all who read the case .</summary>
    public bool IsForAll { get; init; }

    /// <summary>Null when it may be kept.</summary>
    /// <param name="field">Where it was typed.</param>
    /// <param name="maxLength">In characters, from 1.</param>
    public Refusal? WhyNot(string field, int maxLength)
    {
        if (!HoldsNoSecret)
        {
            return Refusal.Invalid([new FieldError("secrecy", "Secrecy.Unanswered", "Đ7.A.6")]);
        }

        if (!PlainText.IsSeen(Text))
        {
            return Refusal.Invalid([new FieldError(field, "Common.Required")]);
        }

        if (Text.Trim().Length > maxLength)
        {
            return Refusal.Invalid([new FieldError(field, "Common.TooLong", null, maxLength)]);
        }

        return !MarksConfirmed && ClassificationMarks.Find(Text) is { } mark
            ? Refusal.Invalid([new FieldError("secrecy", "Secrecy.ConfirmMark", "Đ7.A.6", mark)])
            : null;
    }
}
