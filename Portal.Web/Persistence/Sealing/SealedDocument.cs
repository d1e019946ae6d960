using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Portal.Domain.Forms;

namespace Portal.Web.Persistence.Sealing;

/// <summary>A sealed record, as JSON.</summary>
public sealed class SealedDocument<T>() : ValueConverter<T, string>(
    v => ContentCipher.MarkForSealing(JsonSerializer.Serialize(v, FormInput.Json)),
    v => JsonSerializer.Deserialize<T>(ContentCipher.Open(v), FormInput.Json)!), ISealedColumn;
