using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Web.Operations.ReportItems;
using Portal.Web.Shared.Forms;
using Portal.Web.Texts;

namespace Portal.Web.Shared;

/// <summary>Items of areas in words, on screen and in files.</summary>
public static class ItemWords
{
    private const int Longest = 240;

    /// <summary>The beginning of what it says; of a Restricted one that it is so.</summary>
    public static string Of(Localizer texts, ReportItemRow row)
    {
        if (row.IsRestricted)
        {
            return texts["ReportItem.Restricted"];
        }

        var content = row.Content.Length == 0 ? texts["ReportItem.OffSystem"] : row.Content.ReplaceLineEndings(" ");
        return content.Length <= Longest ? content : $"{content[..(Longest - 1)]}…";
    }

    /// <summary>When it was entered, and how many days ago where it waits still.</summary>
    public static string Age(Localizer texts, ReportItemRow row, CaseContext context)
    {
        var day = VietnamTime.DayOf(row.CreatedAt);
        return $"{LocalFormat.Day(day)} · {texts["ReportItem.Days", context.Today.DayNumber - day.DayNumber]}";
    }
}
