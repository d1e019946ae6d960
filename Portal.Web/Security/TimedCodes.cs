using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Portal.Web.Security;

/// <summary>
/// The codes of an authenticator app: RFC 6238 with its defaults (SHA-1, six digits, thirty seconds). Identity's own ask the machine's
/// clock and not the portal's.
/// </summary>
public static class TimedCodes
{
    private const int StepSeconds = 30, Digits = 1_000_000;

    /// <summary>How many steps of thirty seconds a code is accepted before and after its own.</summary>
    private const int ToleratedSteps = 2;

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <param name="key">The secret in base 32, as the app was given it.</param>
    /// <param name="code">What was typed.</param>
    /// <param name="now">The time by which it is judged.</param>
    public static bool IsGood(string key, string code, DateTimeOffset now)
    {
        if (!int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) || Decode(key) is not { } secret)
        {
            return false;
        }

        var step = now.ToUnixTimeSeconds() / StepSeconds;
        return Enumerable.Range(-ToleratedSteps, (2 * ToleratedSteps) + 1).Any(i => Compute(secret, step + i) == typed);
    }

    private static int Compute(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The standard, and with it every app, says SHA-1.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var at = hash[^1] & 0xf;
        return (BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at)) & int.MaxValue) % Digits;
    }

    private static byte[]? Decode(string base32)
    {
        var (bytes, waiting, bits) = (new List<byte>(), 0, 0);
        foreach (var letter in base32.TrimEnd('='))
        {
            var value = Letters.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }

            (waiting, bits) = ((waiting << 5) | value, bits + 5);
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(waiting >> bits));
                waiting &= (1 << bits) - 1;
            }
        }

        return [.. bytes];
    }
}
