using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Portal.Domain.Forms;

namespace Portal.Web.Persistence.Sealing;

/// <summary>
/// Compares documents by what is stored of them, so that a change within a document is saved like any other, also where the
/// document itself is still the same object.
/// </summary>
public sealed class DocumentComparer<T>() : ValueComparer<T>((a, b) => AreEqual(a, b), v => HashOf(v), v => CopyOf(v))
{
    private static bool AreEqual(T? a, T? b) =>
        a is null || b is null ? a is null && b is null : Bytes(a).AsSpan().SequenceEqual(Bytes(b));

    private static int HashOf(T value)
    {
        var hash = new HashCode();
        hash.AddBytes(Bytes(value));
        return hash.ToHashCode();
    }

    private static T CopyOf(T value) => value is null ? value : JsonSerializer.Deserialize<T>(Bytes(value), FormInput.Json)!;

    private static byte[] Bytes(T value) => JsonSerializer.SerializeToUtf8Bytes(value, FormInput.Json);
}
