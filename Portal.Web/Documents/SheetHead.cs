using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Web.Texts;

namespace Portal.Web.Documents;

/// <summary>What stands above a table that an office prints: who made it, what it is, when.</summary>
/// <param name="Superior">Superior body; capitals.</param>
/// <param name="Issuer">Issuing body; capitals, bold.</param>
/// <param name="Title">Capitals.</param>
public sealed record SheetHead(string Superior, string Issuer, string Title, string MadeOn)
{
    /// <summary>Heading of the column that counts the rows.</summary>
    public required string Number { get; init; }

    public required string Total { get; init; }

    /// <summary>Stands before the number of a page.</summary>
    public required string Page { get; init; }

    public static SheetHead Of(CaseContext context, TextCatalogue texts, string title) => new(
        texts.Document("head.superior", context.Settings.Text("Doc.Province").ToUpperInvariant()),
        texts.Document("head.issuer"),
        title.ToUpperInvariant(),
        texts.Document("sheet.made-on", PartyProfile.Day(VietnamTime.DayOf(context.Now))))
    {
        Number = texts.Document("sheet.number"),
        Total = texts.Document("sheet.total"),
        Page = texts.Document("sheet.page"),
    };
}
