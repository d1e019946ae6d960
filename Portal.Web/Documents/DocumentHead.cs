using Portal.Domain.Cases;
using Portal.Web.Texts;

namespace Portal.Web.Documents;

/// <summary>
/// First-page head: who issues, which type, where. Number and date stay blank until the records office enters them.
/// </summary>
/// <param name="Superior">Superior body; capitals.</param>
/// <param name="Issuer">Issuing body; capitals, bold.</param>
/// <param name="Symbol">Type and body: <c>TTr/BTCTU</c>.</param>
/// <param name="Place">Where the body has its seat.</param>
/// <param name="Mark">Stands below the number: that it is a draft; empty for none.</param>
/// <param name="Summary">Of an official letter, which has no type name: what it is about, below the number; empty for none.</param>
public sealed record DocumentHead(
    string Superior, string Issuer, string Symbol, string Place, int Year, string Mark = "", string Summary = "")
{
    /// <summary>Of a document that the Committee itself issues, of this year.</summary>
    public static DocumentHead OfCommittee(string symbol, TextCatalogue texts, CaseContext context) => new(
        texts.Document("head.superior", context.Settings.Text("Doc.Province").ToUpperInvariant()),
        texts.Document("head.issuer"),
        symbol,
        context.Settings.Text("Doc.Place"),
        context.Today.Year);
}
