namespace Portal.Web.Documents;

/// <summary>What a list is taken away as.</summary>
/// <param name="ContentType">As the answer names it.</param>
/// <param name="Ending">Of the file's name, without the dot.</param>
public sealed record FileKind(string ContentType, string Ending)
{
    public static readonly FileKind Sheet = new(Documents.Sheet.ContentType, "xlsx");

    public static readonly FileKind Document = new(PartyDocument.ContentType, "docx");

    /// <summary>Both that a register of the regulation is made as.</summary>
    public static IReadOnlyList<FileKind> Both { get; } = [Sheet, Document];
}
