using Portal.Domain.Common;

namespace Portal.Domain.Forms;

/// <summary>What a reason has to be, in a form or beside one .</summary>
public static class Reasons
{
    /// <summary>Characters that a reason has at least.</summary>
    public const int Shortest = 10;

    /// <summary>Of them so many are letters or digits: a row of dots is no reason.</summary>
    public const int FewestLetters = 5;

    /// <summary>Characters that a reason beside the forms has at most.</summary>
    public const int Longest = 2000;

    public static bool IsTooShort(string text) => text.Length < Shortest || PlainText.LettersOf(text) < FewestLetters;

    /// <summary>Null when the reason may be taken.</summary>
    /// <param name="field">Where it was typed.</param>
    /// <param name="longest">In characters.</param>
    public static Refusal? WhyNot(string reason, string field, int longest = Longest)
    {
        reason = reason.Trim();
        if (IsTooShort(reason))
        {
            return Refusal.Invalid([new FieldError(field, "Common.ReasonTooShort", null, Shortest)]);
        }

        return reason.Length > longest ? Refusal.Invalid([new FieldError(field, "Common.TooLong", null, longest)]) : null;
    }
}
