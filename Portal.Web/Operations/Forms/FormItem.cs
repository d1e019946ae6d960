using Portal.Domain.Areas;
using Portal.Domain.Cases;

namespace Portal.Web.Operations.Forms;

/// <summary>A thing of the case that a row of a form is about.</summary>
/// <param name="Number">As the row names it.</param>
/// <param name="Title">Who or what it is.</param>
/// <param name="Text">What it says now; empty where it may not be shown.</param>
public sealed record FormItem(int Number, string Title, string Text)
{
    /// <summary>Characters of what a thing says that stand in the list it is picked from.</summary>
    private const int LongestWords = 80;

    public string Label => $"{Number}. {Title}";

    /// <summary>
    /// Items of a report (Đ5.1) as they are numbered there; those that judge a person only for who reads such (X-02), and none that the
    /// head alone directs (R-RPT-04).
    /// </summary>
    public static IReadOnlyList<FormItem> OfReport(ReportItemInput[]? items, bool readsRestricted, OrganisationDirectory directory) =>
    [
        .. (items ?? []).Select((item, i) => (Item: item, Number: i + 1))
            .Where(x => !x.Item.IsForHead() && (readsRestricted || !x.Item.IsRestricted()))
            .Select(x => new FormItem(x.Number, $"{directory.AreaName(x.Item.AreaId ?? "")}: {Short(x.Item.Content ?? "")}", "")),
    ];

    internal static string Short(string words) =>
        words.Length <= LongestWords ? words.ReplaceLineEndings(" ") : words[..(LongestWords - 1)].ReplaceLineEndings(" ") + "…";
}
