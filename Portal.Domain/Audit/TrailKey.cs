using System.Security.Cryptography;
using System.Text;

namespace Portal.Domain.Audit;

/// <summary>
/// the secret by which the trail is signed (HMAC-SHA-256). It lies apart from the trail: whoever has the file alone can neither
/// write an entry nor chain the rest anew behind one that is gone.
/// </summary>
public sealed class TrailKey
{
    /// <summary>Length of a key, in bytes.</summary>
    public const int Length = 32;

    /// <summary>Begins what is signed by a key; entries of earlier releases have a plain hash and begin otherwise.</summary>
    public const string Prefix = "k1:";

    private readonly byte[] _key;

    /// <exception cref="ArgumentException">The key has not <see cref="Length"/> bytes.</exception>
    public TrailKey(byte[] key)
    {
        if (key.Length != Length)
        {
            throw new ArgumentException($"A key of the trail has {Length} bytes.", nameof(key));
        }

        _key = key;
    }

    /// <param name="purpose">What is signed, so that the signature of one thing is never good for another.</param>
    /// <param name="text">Its content.</param>
    public string Sign(string purpose, string text) =>
        Prefix + Convert.ToHexString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{purpose}\u001f{text}")));

    public bool HasSigned(string purpose, string text, string signature) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Sign(purpose, text)));
}
