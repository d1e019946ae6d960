using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Web.Persistence.Sealing;

/// <summary>
/// Texts of a module that stay open in the file since they are listed, searched or joined by: a name, a number, a key, a choice.
/// </summary>
public static class ListedColumns
{
    private const string Annotation = "Portal:Listed";

    /// <summary>The column is thought about and stays open; whatever else is kept as text is sealed.</summary>
    public static PropertyBuilder<T> IsListed<T>(this PropertyBuilder<T> property) => property.HasAnnotation(Annotation, true);

    public static bool IsListed(this IReadOnlyProperty property) => property.FindAnnotation(Annotation) is not null;
}
