using Portal.Domain.Common;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations.Tasks;

namespace Portal.Web.Features.Inbox;

/// <content>What the list may be narrowed to, and how its rows are grouped.</content>
public partial class InboxPage
{
    private static readonly (DueFilter Due, string Label, int Count)[] NoDues = [];

    private IEnumerable<(DueFilter Due, string Label, int Count)> Dues() =>
    [
        (DueFilter.Any, L["Common.All"], _counts.All),
        (DueFilter.Overdue, L["Home.Overdue"], _counts.Overdue),
        (DueFilter.Today, L["Home.Today"], _counts.Today),
        (DueFilter.ThisWeek, L["Home.Week"], _counts.ThisWeek),
        .. _counts.Aside > 0 || _filter.Due == DueFilter.Aside ? [(DueFilter.Aside, L["Inbox.Aside"], _counts.Aside)] : NoDues,
    ];

    private IReadOnlyList<Option> Sorts() =>
    [
        new(nameof(TaskSort.Due), L["Inbox.SortDue"]),
        new(nameof(TaskSort.Newest), L["Inbox.SortNewest"]),
        new(nameof(TaskSort.Oldest), L["Inbox.SortOldest"]),
    ];

    /// <summary>
    /// The rows, the first of each group with its heading, where they are sorted by due: overdue, today, this week, later.
    /// </summary>
    private IEnumerable<(TaskRow Row, string? Head)> Grouped()
    {
        string? last = null;
        foreach (var row in _page.Rows)
        {
            var group = _filter is { Sort: TaskSort.Due, Due: DueFilter.Any } ? GroupOf(row) : null;
            yield return (row, group == last ? null : group);
            last = group;
        }
    }

    private string GroupOf(TaskRow row)
    {
        if (row.DueAt is not { } due)
        {
            return L["Inbox.NoDue"];
        }

        if (due < _context!.Now)
        {
            return L["Home.Overdue"];
        }

        var day = VietnamTime.DayOf(due);
        if (day == _context.Today)
        {
            return L["Home.Today"];
        }

        var sunday = _context.Today.AddDays((7 - (int)_context.Today.DayOfWeek) % 7);
        return L[day <= sunday ? "Home.Week" : "Inbox.Later"];
    }
}
