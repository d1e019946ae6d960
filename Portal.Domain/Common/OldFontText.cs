using System.Text;

namespace Portal.Domain.Common;

/// <summary>
/// Text that was typed for fonts from before Unicode: what such a font shows as Vietnamese is stored as other letters. TCVN3 (ABC) has
/// a letter for each Vietnamese letter, VNI a mark behind the vowel.
/// </summary>
public static class OldFontText
{
    private const string Tcvn3Old = "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ¡¢§£¤¥¦";
    private const string Tcvn3New = "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂĐÊÔƠƯ";

    private static readonly Dictionary<char, char> Tcvn3 = Tcvn3Old.Zip(Tcvn3New).ToDictionary(p => p.First, p => p.Second);

    // Letters of VNI that need no mark behind them.
    private const string VniOld = "ñÑôÔöÖíìæóòÍÌÆÓÒîÎ";
    private const string VniNew = "đĐơƠưƯíìỉĩịÍÌỈĨỊỵỴ";

    // The marks of VNI behind a, e, o, u, y and behind ơ (ô) and ư (ö).
    private const string Tones = "ùøûõï";
    private static readonly Dictionary<string, char> Vni = MadeVni();

    // Without Ð, which stands for Đ in documents of the time between.
    private static readonly HashSet<char> OldLetters =
        [.. Tcvn3Old.Where(c => c != '\u00d0'), .. Vni.Keys.SelectMany(k => k.Where(c => c > '\u007f'))];

    /// <returns>How the text reads in the letters of today, and the name of the old coding; null where it is of today.</returns>
    /// <param name="font">Font of the text, where it is known: .VnTime, VNI-Times.</param>
    public static (string Coding, string Reads)? Find(string text, string font = "")
    {
        if (!text.Any(IsOldLetter) || text.Any(IsOfToday))
        {
            return null;
        }

        if (font.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase))
        {
            return ("TCVN3 (ABC)", OfTcvn3(text));
        }

        if (font.StartsWith("VNI", StringComparison.OrdinalIgnoreCase))
        {
            return ("VNI", OfVni(text));
        }

        if (!IsSuspect(text))
        {
            return null;
        }

        return IsVni(text) ? ("VNI", OfVni(text)) : ("TCVN3 (ABC)", OfTcvn3(text));
    }

    private static string OfTcvn3(string text) => string.Concat(text.Select(c => Tcvn3.GetValueOrDefault(c, c)));

    private static string OfVni(string text)
    {
        var made = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && Vni.TryGetValue(text.Substring(i, 2), out var two))
            {
                made.Append(two);
                i++;
            }
            else
            {
                made.Append(Vni.GetValueOrDefault(text[i].ToString(), text[i]));
            }
        }

        return made.ToString();
    }

    // A letter or sign that no Vietnamese word of today has, a capital with a mark behind a small letter, or a mark of VNI behind a vowel.
    private static bool IsSuspect(string text) =>
        text.Where((c, i) =>
            (IsOldLetter(c) && !IsLatinOfToday(c) && (IsWordSign(c) || IsInWord(text, i)))
            || (i > 0 && char.IsLower(text[i - 1]) && char.IsUpper(c) && c > '\u007f' && IsOldLetter(c))).Any()
        || IsVniPair(text);

    private static bool IsVni(string text) =>
        text.Where((c, i) => IsOldLetter(c)).Any()
        && text.Select((c, i) => (c, i)).All(p => !IsOldLetter(p.c) || Vni.ContainsKey(p.c.ToString())
            || (p.i > 0 && Vni.ContainsKey($"{text[p.i - 1]}{p.c}")));

    // "aé", "eâ", "oø" are no Vietnamese; "oà" and "uê" are.
    private static bool IsVniPair(string text) =>
        text.Where((c, i) => i > 0 && IsOldLetter(c) && text[i - 1] is 'a' or 'e' or 'A' or 'E' && Vni.ContainsKey($"{text[i - 1]}{c}"))
            .Any();

    // Signs that stand for letters only: with them a text need not look further.
    private static bool IsWordSign(char c) => c is '\u00ad' or 'µ' or '®' or '§' or 'ª' or '«' or '¬' or '¨' or '©' or '¹' or '¸' or '¶';

    private static bool IsInWord(string text, int i) =>
        (i > 0 && char.IsLetter(text[i - 1])) || (i + 1 < text.Length && char.IsLetter(text[i + 1]));

    private static bool IsOldLetter(char c) => OldLetters.Contains(c);

    // Letters of Latin-1 that Vietnamese of today has as well.
    private static bool IsLatinOfToday(char c) => "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý".Contains(c);

    // Letters that no old font stores: ă, đ, ĩ, ũ, ơ, ư and all with two marks, or marks on their own.
    private static bool IsOfToday(char c) => c is >= '\u0102' and <= '\u01b0' or >= '\u0300' and <= '\u0323' or >= '\u1ea0' and <= '\u1ef9';

    private static Dictionary<string, char> MadeVni()
    {
        var made = VniOld.Zip(VniNew).ToDictionary(p => p.First.ToString(), p => p.Second, StringComparer.Ordinal);
        Add(made, 'a', Tones + "êéèúüë" + "âáàåãä", "áàảãạ" + "ăắằẳẵặ" + "âấầẩẫậ");
        Add(made, 'e', Tones + "âáàåãä", "éèẻẽẹ" + "êếềểễệ");
        Add(made, 'o', Tones + "âáàåãä", "óòỏõọ" + "ôốồổỗộ");
        Add(made, 'u', Tones, "úùủũụ");
        Add(made, 'y', "ùøûõ", "ýỳỷỹ");
        Add(made, 'ô', Tones, "ớờởỡợ");
        Add(made, 'ö', Tones, "ứừửữự");
        return made;
    }

    private static void Add(Dictionary<string, char> made, char vowel, string marks, string letters)
    {
        foreach (var (mark, letter) in marks.Zip(letters))
        {
            made[$"{vowel}{mark}"] = letter;
            made[$"{char.ToUpperInvariant(vowel)}{char.ToUpperInvariant(mark)}"] = char.ToUpperInvariant(letter);
            made[$"{char.ToUpperInvariant(vowel)}{mark}"] = char.ToUpperInvariant(letter);
        }
    }
}
