using System.Globalization;
using System.Text;

namespace Portal.Domain.Common;

/// <summary>
/// Text that every document can hold: no character that XML 1.0 forbids, no half of a pair of surrogates. What other programs use for a
/// new line (the vertical tab of presentation programs, form feed, U+0085, U+2028, U+2029) is one. The Icelandic Ð, which old fonts put
/// where Đ belongs and which looks the same, is Đ.
/// </summary>
public static class PlainText
{
    /// <summary>The text, its lines kept.</summary>
    public static string Clean(string text) => IsClean(text, allowLines: true) ? text : Made(text, allowLines: true);

    /// <summary>The text as one line: line breaks and tabs are blanks.</summary>
    public static string CleanLine(string text) => IsClean(text, allowLines: false) ? text : Made(text, allowLines: false);

    private static bool IsClean(string text, bool allowLines)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (IsForbidden(c) || IsBreak(c) || IsEth(c) || (!allowLines && c is '\n' or '\r' or '\t'))
            {
                return false;
            }
        }

        return true;
    }

    private static string Made(string text, bool allowLines)
    {
        var made = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                made.Append(c).Append(text[++i]);
            }
            else if (IsBreak(c))
            {
                made.Append(allowLines ? '\n' : ' ');
            }
            else if (IsEth(c))
            {
                made.Append(c == '\u00d0' ? '\u0110' : '\u0111');
            }
            else if (!IsForbidden(c))
            {
                made.Append(!allowLines && c is '\n' or '\r' or '\t' ? ' ' : c);
            }
        }

        return made.ToString();
    }

    private static bool IsBreak(char c) => c is '\u000b' or '\u000c' or '\u0085' or '\u2028' or '\u2029';

    private static bool IsEth(char c) => c is '\u00d0' or '\u00f0';

    /// <summary>Somebody who reads the text sees something: more than blanks and marks that stand over letters.</summary>
    public static bool IsSeen(string? text) => text?.Any(c => !char.IsWhiteSpace(c) && !IsForbidden(c)
        && char.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)) == true;

    /// <summary>Letters and digits of a text: what a reason is made of.</summary>
    public static int LettersOf(string? text) => text?.Count(c => char.IsLetterOrDigit(c) && !IsForbidden(c)) ?? 0;

    private static bool IsForbidden(char c) =>
        char.IsSurrogate(c) || c is '\ufffe' or '\uffff' || (c < ' ' && c is not ('\t' or '\n' or '\r') && !IsBreak(c)) || IsHidden(c);

    // Nobody sees them, and some turn the order of what is seen: marks of format and direction, and letters without a shape.
    private static bool IsHidden(char c) => c is '\u00ad' or '\u061c' or '\u115f' or '\u1160' or '\u180e' or '\u2800' or '\u3164'
        or '\ufeff' or '\uffa0' or (>= '\u200b' and <= '\u200f') or (>= '\u202a' and <= '\u202e') or (>= '\u2060' and <= '\u206f');
}
