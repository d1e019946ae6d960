using Microsoft.EntityFrameworkCore;
using Portal.Domain.Common;
using Portal.Domain.ReportItems;
using Portal.Web.Persistence;

namespace Portal.Web.Processes.AreaBoard;

/// <summary>Open items (Đ5.1) by how old they are and how far, as far as the person reads them.</summary>
public sealed class ItemChart : IAreaChart
{
    /// <summary>Days up to which an item is of an age; what is older is of the last.</summary>
    private static readonly int[] Ages = [30, 90, 180];

    private static readonly ReportItemState[] States =
    [
        ReportItemState.New, ReportItemState.Reported, ReportItemState.Directed, ReportItemState.InProgress, ReportItemState.CarriedOver,
    ];

    public string Key => "items";

    public int Order => 30;

    public bool IsContent => true;

    public bool IsStacked => true;

    public async Task<AreaChart> OfAsync(
        PortalDbContext db, AreaFigureQuestion asked, DateOnly first, CancellationToken cancellation)
    {
        var today = asked.Context.Today;
        var open = await db.ReportItems.Where(ReportItemAccess.Readable(asked.Scope)).Where(ReportItemAccess.Open)
            .Where(i => asked.AreaIds.Contains(i.AreaId))
            .Select(i => new { i.CreatedAt, i.State })
            .ToListAsync(cancellation);
        var counts = open.ToLookup(i => (AgeOf(today.DayNumber - VietnamTime.DayOf(i.CreatedAt).DayNumber), i.State));
        IReadOnlyList<int> Of(ReportItemState state) =>
            [.. Enumerable.Range(0, Ages.Length + 1).Select(age => counts[(age, state)].Count())];
        return new AreaChart(
            [.. Enumerable.Range(0, Ages.Length + 1).Select(LabelOf)], [.. States.Select(s => ($"item-state.{s}", Of(s)))]);
    }

    private static LocalText LabelOf(int age)
    {
        if (age == 0)
        {
            return LocalText.Of("area-chart.items.upTo", $"{Ages[0]}");
        }

        return age == Ages.Length
            ? LocalText.Of("area-chart.items.over", $"{Ages[^1]}")
            : LocalText.Of("area-chart.items.between", $"{Ages[age - 1] + 1}", $"{Ages[age]}");
    }

    private static int AgeOf(int days) => Array.FindIndex(Ages, a => days <= a) is >= 0 and var age ? age : Ages.Length;
}
