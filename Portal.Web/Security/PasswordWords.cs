using Microsoft.AspNetCore.Identity;
using Portal.Domain.Common;
using Portal.Web.Operations;
using Portal.Web.Texts;

namespace Portal.Web.Security;

/// <summary>
/// Length counts, and not which characters: no rule asks for digits or capitals (ASVS 6.2.5). What is guessed first is refused: the own
/// name, the words and places of the office, what stands at the top of every list, one character or a row of keys again and again (6.2.4,
/// 6.2.11); also where digits stand for letters.
/// </summary>
public sealed class PasswordWords(ReferenceCache reference, Localizer texts) : IPasswordValidator<UserAccount>
{
    /// <summary>Distinct characters at least.</summary>
    private const int Distinct = 5;

    /// <summary>How many letters have to remain when guessable words are left out.</summary>
    private const int MinLettersBesideWord = 6;

    /// <summary>The shortest name of a place that counts as a guessable word, in letters.</summary>
    private const int ShortestPlace = 5;

    private static readonly string[] Guessed =
    [
        "matkhau", "password", "passw0rd", "qwerty", "asdfgh", "zxcvbn", "1q2w3e", "q1w2e3", "1qaz2wsx", "zaq12wsx", "qazwsx", "123456",
        "654321", "abc123", "abcdef", "abcd", "111111", "000000", "letmein", "welcome", "admin", "iloveyou", "trustno1", "princess",
        "football", "sunshine", "charlie", "liverpool", "manchester", "computer", "monkey", "dragon", "michael", "superman", "baseball",
        "master", "shadow", "anhyeuem", "emyeuanh", "khongbiet", "khongco", "conyeume", "vietnam", "vodich", "hanoi", "saigon",
        "hochiminh", "hoangsa", "truongsa", "dangcongsan", "tinhuy", "truongban", "bantochuc", "tochuc", "congquytrinh", "portal",
        "danhgia", "changeme", "thaydoi", "macdinh", "default",
    ];

    /// <summary>Digits and signs that people put for letters.</summary>
    private static readonly Dictionary<char, char> Letters = new()
    {
        ['@'] = 'a',
        ['4'] = 'a',
        ['3'] = 'e',
        ['1'] = 'i',
        ['!'] = 'i',
        ['0'] = 'o',
        ['5'] = 's',
        ['$'] = 's',
        ['7'] = 't',
    };

    public async Task<IdentityResult> ValidateAsync(UserManager<UserAccount> manager, UserAccount user, string? password)
    {
        var data = await reference.GetAsync();
        string[] words =
        [
            .. data.Directory.Data.Areas.Select(a => PlaceOf(a.Name))
                .Append(Together(data.Settings.Text("Doc.Province")))
                .Where(p => p.Length >= ShortestPlace),
            .. Guessed,
        ];
        var own = (user.UserName ?? "").Split('.', '@', '-', '_')
            .Where(p => p.Length >= 3)
            .Append(user.UserName ?? "")
            .Where(p => p.Length > 0)
            .Select(VietnameseText.Fold);
        var typed = Together(password);
        var read = new string([.. typed.Select(c => Letters.GetValueOrDefault(c, c))]);
        return typed.Distinct().Count() < Distinct
            || own.Any(o => typed.Contains(o, StringComparison.Ordinal))
            || IsGuessed(typed, words)
            || IsGuessed(read, words)
                ? IdentityResult.Failed(new IdentityError { Code = "PasswordGuessed", Description = texts["Account.PasswordGuessed"] })
                : IdentityResult.Success;
    }

    // A guessable word may be part of a longer password, as long as enough letters are left without it: digits and signs at the end of
    // one are guessed with it.
    private static bool IsGuessed(string typed, string[] words)
    {
        var rest = words.OrderByDescending(w => w.Length)
            .Aggregate(typed, (left, word) => left.Replace(word, "", StringComparison.Ordinal));
        return rest != typed && rest.Count(char.IsLetter) < MinLettersBesideWord;
    }

    // Without its kind: Bàu Trâm, of Xã Bàu Trâm.
    private static string PlaceOf(string name) => Together(string.Join(' ', name.Split(' ').TakeLast(2)));

    private static string Together(string? text) => VietnameseText.Fold(text).Replace(" ", "", StringComparison.Ordinal);
}
