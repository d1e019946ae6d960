using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Domain.Audit;

/// <summary>
/// who did what, for whom, when and from where. Append-only: each entry's hash covers the one before, so that
/// a removed or changed entry is found. Carries no content of a case.
/// </summary>
public sealed class AuditEntry
{
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
    public string Subject { get; init; } = "";

    /// <summary>Before/after or other details without content, as text.</summary>
    public string Details { get; init; } = "";

    public string Reason { get; init; } = "";

    public string Address { get; init; } = "";

    public string PreviousHash { get; private set; } = "";

    public string Hash { get; private set; } = "";

    /// <summary>Takes its place behind the last entry. Called once, when it is written.</summary>
    public void Chain(long sequence, string previousHash)
    {
        if (Hash.Length > 0)
        {
            throw new InvalidOperationException("An audit entry is chained once.");
        }

        (Sequence, PreviousHash) = (sequence, previousHash);
        Hash = ComputeHash();
    }

    /// <summary>True while the entry is as it was written.</summary>
    public bool IsIntact() => Hash == ComputeHash();

    private string ComputeHash()
    {
        // Unit separators keep "ab"+"c" apart from "a"+"bc".
        var text = string.Join('\u001f', Sequence.ToString(CultureInfo.InvariantCulture), At.ToString("O", CultureInfo.InvariantCulture),
            PersonId, ActingForId, Act, CaseId?.ToString("N"), Subject, Details, Reason, Address, PreviousHash);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
