using Microsoft.AspNetCore.Identity;
using Portal.Domain.Common;
using Portal.Web.Texts;

namespace Portal.Web.Security;

/// <summary>
/// Length counts, and not which characters: no rule asks for digits or capitals (ASVS 6.2.5). What is guessed first is refused: the own
/// name, the words of the office, what stands at the top of every list, one character or a row of keys again and again (6.2.4, 6.2.11).
/// </summary>
public sealed class PasswordWords(Localizer texts) : IPasswordValidator<UserAccount>
{
    /// <summary>Distinct characters at least.</summary>
    private const int Distinct = 5;

    /// <summary>How many characters have to remain when guessable words are left out.</summary>
    private const int MinLettersBesideWord = 6;

    private static readonly string[] Guessed =
    [
        "matkhau", "password", "passw0rd", "p@ssw0rd", "qwerty", "asdfgh", "zxcvbn", "123456", "654321", "abc123", "abcdef", "111111",
        "000000", "letmein", "welcome", "admin", "iloveyou", "anhyeuem", "emyeuanh",
        "vietnam", "hanoi", "saigon", "tinhuy", "bantochuc", "congquytrinh", "portal", "danhgia", "changeme", "thaydoi", "macdinh",
        "default",
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<UserAccount> manager, UserAccount user, string? password)
    {
        var folded = VietnameseText.Fold(password ?? "").Replace(" ", "", StringComparison.Ordinal);
        var own = (user.UserName ?? "").Split('.', '@', '-', '_')
            .Where(p => p.Length >= 3)
            .Append(user.UserName ?? "")
            .Where(p => p.Length > 0)
            .Select(VietnameseText.Fold);

        // A guessable word may be part of a longer password, as long as enough characters are left without it.
        var rest = Guessed.Aggregate(folded, (left, word) => left.Replace(word, "", StringComparison.Ordinal));
        var isGuessed = folded.Distinct().Count() < Distinct
            || own.Any(o => folded.Contains(o, StringComparison.Ordinal))
            || (rest != folded && rest.Length < MinLettersBesideWord);
        return Task.FromResult(isGuessed
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordGuessed", Description = texts["Account.PasswordGuessed"] })
            : IdentityResult.Success);
    }
}
