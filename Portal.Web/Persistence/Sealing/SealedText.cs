using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Portal.Web.Persistence.Sealing;

/// <summary>A sealed text: marked for sealing on its way to the file, opened on its way back.</summary>
public sealed class SealedText()
    : ValueConverter<string, string>(v => ContentCipher.MarkForSealing(v), v => ContentCipher.Open(v)), ISealedColumn;
