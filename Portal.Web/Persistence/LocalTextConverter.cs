using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Portal.Domain.Common;

namespace Portal.Web.Persistence;

/// <summary>A text that is told in the reader's language, as it is stored.</summary>
public sealed class LocalTextConverter() : ValueConverter<LocalText, string>(t => t.Stored, s => LocalText.Read(s));
