using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Persistence.Sealing;

namespace Portal.Web.Persistence;

/// <summary>Records that lie in one column, as sealed JSON.</summary>
public static class DocumentProperty
{
    private const int MaxLength = 2_000_000;

    public static PropertyBuilder<T> IsDocument<T>(this PropertyBuilder<T> property) =>
        property.HasMaxLength(MaxLength).HasConversion(new SealedDocument<T>(), new DocumentComparer<T>());
}
