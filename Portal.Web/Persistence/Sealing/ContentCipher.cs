using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Portal.Web.Persistence.Sealing;

/// <summary>
/// What people wrote lies sealed in the database: forms, drafts, opinions, comments, the documents of trips, meetings and reviews. The
/// keys are those of Data Protection and lie in a folder of their own; whoever has the file alone reads titles, names and times.
/// Sealing belongs to the column: its converter marks what is written, <see cref="SealingInterceptor"/> seals what is marked in every
/// command, and the converter opens what is read.
/// </summary>
public sealed class ContentCipher : IDisposable
{
    // No text that people write begins with a control character.
    private const string SealedPrefix = "\u0001dp:";

    // Known to nobody outside of this process, so that no text that people type is taken for a marked one.
    private static readonly string Waiting = $"\u0001{Guid.NewGuid():N}:";

    // The model is one for the whole process and has no services; a text names its key, and the key its cipher.
    private static readonly ConcurrentDictionary<Guid, IDataProtector> ByKey = new();
    private static readonly ConcurrentDictionary<IDataProtector, byte> All = new();

    private readonly IDataProtector _protector;

    public ContentCipher(IDataProtectionProvider provider)
    {
        _protector = provider.CreateProtector("Portal.Content.v1");
        All[_protector] = 0;
    }

    public string Seal(string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var payload = _protector.Protect(text);
        ByKey.TryAdd(KeyOf(payload), _protector);
        return SealedPrefix + payload;
    }

    /// <summary>Whether these keys, and no others of this process, open a sealed text.</summary>
    public bool IsMine(string text)
    {
        try
        {
            return !text.StartsWith(SealedPrefix, StringComparison.Ordinal)
                || _protector.Unprotect(text[SealedPrefix.Length..]).Length >= 0;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>A text that is to be sealed before it is written; an empty one stays empty.</summary>
    public static string MarkForSealing(string text) => text.Length == 0 ? text : Waiting + text;

    public static bool IsMarked(string text) => text.StartsWith(Waiting, StringComparison.Ordinal);

    /// <summary>Whether a marked text stands anywhere within another.</summary>
    public static bool HoldsMark(string text) => text.Contains(Waiting, StringComparison.Ordinal);

    /// <summary>Seals what <see cref="MarkForSealing"/> marked.</summary>
    public string SealMarked(string marked) => Seal(marked[Waiting.Length..]);

    /// <summary>What was sealed with its keys is not opened any more.</summary>
    public void Dispose()
    {
        All.TryRemove(_protector, out _);
        foreach (var (key, _) in ByKey.Where(k => k.Value == _protector))
        {
            ByKey.TryRemove(key, out _);
        }
    }

    public static bool IsSealed(string stored) => stored.StartsWith(SealedPrefix, StringComparison.Ordinal);

    /// <summary>The text; what was never sealed as it is.</summary>
    /// <exception cref="CryptographicException">None of the keys opens it: the key folder is not the one it was written with.</exception>
    public static string Open(string stored)
    {
        if (!IsSealed(stored))
        {
            return stored;
        }

        var payload = stored[SealedPrefix.Length..];
        var key = KeyOf(payload);
        foreach (var protector in ByKey.TryGetValue(key, out var known) ? All.Keys.Prepend(known) : All.Keys)
        {
            try
            {
                var text = protector.Unprotect(payload);
                ByKey[key] = protector;
                return text;
            }
            catch (CryptographicException)
            {
                // Sealed with the keys of another portal in this process, or with none that is left.
            }
        }

        throw new CryptographicException(
            "No key opens the sealed content: the folder of keys is not the one that the database was written with.");
    }

    /// <summary>The key that seals now.</summary>
    public Guid CurrentKey => KeyOf(_protector.Protect("x"));

    /// <summary>The key that sealed a text; null where none did.</summary>
    public static Guid? SealedBy(string stored) => IsSealed(stored) ? KeyOf(stored[SealedPrefix.Length..]) : null;

    // Data Protection writes four bytes of its own, then the key's id.
    private static Guid KeyOf(string payload) => new(WebEncoders.Base64UrlDecode(payload[..28]).AsSpan(4, 16));
}
