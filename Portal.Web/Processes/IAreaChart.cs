using Portal.Web.Persistence;

namespace Portal.Web.Processes;

/// <summary>A chart of the board of areas (Đ1.1): how often, when, of what is asked for, as far as the person may know of it.</summary>
public interface IAreaChart
{
    /// <summary>Its name in the texts: <c>area-chart.{key}</c>, and what its labels are: <c>area-chart.{key}.by</c>.</summary>
    string Key { get; }

    /// <summary>Place among the charts, from the top.</summary>
    int Order { get; }

    /// <summary>It tells of what cases say, which is not for those who see activity only (section 13).</summary>
    bool IsContent { get; }

    /// <summary>The series lie upon one another; else beside one another.</summary>
    bool IsStacked { get; }

    /// <summary>Colours of the series; red is for what is late.</summary>
    string[] Colours => ["#2f6db5", "#2e8b57", "#d99a00", "#7a5ab5", "#8a8178"];

    /// <param name="first">First day of the first of twelve months, the last being this one.</param>
    Task<AreaChart> OfAsync(PortalDbContext db, AreaFigureQuestion asked, DateOnly first, CancellationToken cancellation);
}
