using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Common;

namespace Portal.Domain.Audit;

/// <summary>
/// who did what, for whom, when and from where. Append-only: each entry's hash is signed and covers the one before, so that
/// a removed or changed entry is found. Carries no content of a case; what is longer than a place allows is cut.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>Most characters of <see cref="Subject"/>.</summary>
    public const int MaxSubject = 400;

    /// <summary>Most characters of <see cref="Details"/> and of <see cref="Reason"/>.</summary>
    public const int MaxText = 4000;

    /// <summary>Most characters of <see cref="Address"/>.</summary>
    public const int MaxAddress = 64;

    private const string Purpose = "entry";

    /// <summary>Position in the chain, from 1 without gaps.</summary>
    public long Sequence { get; private set; }

    public required DateTime At { get; init; }

    public required string PersonId { get; init; }

    /// <summary>The person acted for under a delegation, or null.</summary>
    public string? ActingForId { get; init; }

    /// <summary>Stable name of the act, e.g. <c>Task.Completed</c>.</summary>
    public required string Act { get; init; }

    public Guid? CaseId { get; init; }

    /// <summary>What it was done to: a step, a file name, a setting.</summary>
    public string Subject
    {
        get;
        init => field = Cut(value, MaxSubject);
    } = "";

    /// <summary>Before/after or other details without content, as text.</summary>
    public string Details
    {
        get;
        init => field = Cut(value, MaxText);
    } = "";

    public string Reason
    {
        get;
        init => field = Cut(value, MaxText);
    } = "";

    public string Address
    {
        get;
        init => field = Cut(value, MaxAddress);
    } = "";

    public string PreviousHash { get; private set; } = "";

    public string Hash { get; private set; } = "";

    /// <summary>Signed with a key; those that an earlier release wrote are not.</summary>
    public bool IsSigned => Hash.StartsWith(TrailKey.Prefix, StringComparison.Ordinal);

    /// <summary>Takes its place behind the last entry. Called once, when it is written.</summary>
    /// <exception cref="InvalidOperationException">It has its place already.</exception>
    public void Chain(long sequence, string previousHash, TrailKey key)
    {
        if (Hash.Length > 0)
        {
            throw new InvalidOperationException("An audit entry is chained once.");
        }

        (Sequence, PreviousHash) = (sequence, previousHash);
        Hash = key.Sign(Purpose, Content());
    }

    /// <summary>True while the entry is as it was written.</summary>
    public bool IsIntact(TrailKey key) => IsSigned
        ? key.HasSigned(Purpose, Content(), Hash)
        : Hash == Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Content())));

    // Unit separators keep "ab"+"c" apart from "a"+"bc".
    private string Content() => string.Join(
        '\u001f', Sequence.ToString(CultureInfo.InvariantCulture), At.ToString("O", CultureInfo.InvariantCulture), PersonId, ActingForId,
        Act, CaseId?.ToString("N"), Subject, Details, Reason, Address, PreviousHash);

    // Never through the middle of a character that takes two places.
    private static string Cut(string text, int max)
    {
        text = PlainText.Clean(text);
        if (text.Length <= max)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[max - 2]) ? max - 2 : max - 1;
        return text[..end] + "…";
    }
}
