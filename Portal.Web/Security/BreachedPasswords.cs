using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Web.Texts;

namespace Portal.Web.Security;

/// <summary>
/// Refuses passwords that others have lost already (ASVS 6.2.12). The list is a file of the office (<c>Security:BreachedPasswords</c>), so
/// that no password and no part of one leaves the server: SHA-1 sums in hexadecimal, one a line and in order, with or without a count
/// behind a colon, as "Pwned Passwords" is published. It is searched where it lies, some 30 reads for a thousand million lines.
/// </summary>
public sealed class BreachedPasswords(IOptions<SecurityOptions> options, Localizer texts) : IPasswordValidator<UserAccount>
{
    private const int SumLength = 40;

    /// <summary>Longer than any line of such a list.</summary>
    private const int MaxLine = 128;

    public Task<IdentityResult> ValidateAsync(UserManager<UserAccount> manager, UserAccount user, string? password) => Task.FromResult(
        options.Value.BreachedPasswords.Length > 0 && IsListed(options.Value.BreachedPasswords, password ?? "")
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordBreached", Description = texts["Account.PasswordBreached"] })
                : IdentityResult.Success);

    /// <summary>Whether the sum of a password stands in a list.</summary>
    /// <exception cref="InvalidDataException">The file is no such list.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static bool IsListed(string path, string password)
    {
#pragma warning disable CA5350 // The lists are published so; nothing is protected by it.
        var sum = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);

        // Lines that begin before low are smaller than the sum, those that begin at high or behind it are greater.
        for (var (low, high) = (0L, file.Length); low < high;)
        {
            var (start, next, found) = LineAt(file, low + ((high - low) / 2));
            var order = string.CompareOrdinal(sum, found);
            if (order == 0)
            {
                return true;
            }

            (low, high) = order > 0 ? (next, high) : (low, start);
        }

        return false;
    }

    /// <summary>The line that a place lies in: where it begins, where the next one begins, and its sum.</summary>
    private static (long Start, long Next, string Sum) LineAt(FileStream file, long place)
    {
        Span<byte> block = stackalloc byte[2 * MaxLine];
        file.Position = Math.Max(0, place - MaxLine);
        var begin = file.Position;
        block = block[..file.ReadAtLeast(block, block.Length, throwOnEndOfStream: false)];
        var at = (int)(place - begin);
        var from = block[..at].LastIndexOf((byte)'\n') + 1;
        var length = block[from..].IndexOf((byte)'\n');
        var line = length < 0 ? block[from..] : block.Slice(from, length);
        var text = line.Length < SumLength ? "" : Encoding.ASCII.GetString(line[..SumLength]).ToUpperInvariant();
        return (from > 0 || begin == 0)
            && text.Length > 0
            && text.All(char.IsAsciiHexDigit)
            && (line.Length == SumLength || line[SumLength] is (byte)':' or (byte)'\r')
            ? (begin + from, length < 0 ? file.Length : begin + from + length + 1, text)
            : throw new InvalidDataException($"Security:BreachedPasswords: no line with a SHA-1 sum at byte {begin + from}.");
    }
}
