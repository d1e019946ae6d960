using Portal.Domain.Cases;
using Portal.Web.Persistence;

namespace Portal.Web.Processes;

/// <summary>A column of the board of areas (Đ1.1): what one part of the portal knows of every area, asked once for all of them.</summary>
public interface IAreaFigure
{
    /// <summary>Its name in the address and in the texts: <c>area-figure.{key}</c>.</summary>
    string Key { get; }

    /// <summary>Place among the columns, from the left.</summary>
    int Order { get; }

    AreaFigureKind Kind { get; }

    /// <summary>It tells of what cases say, which is not for those who see activity only (section 13).</summary>
    bool IsContent { get; }

    /// <summary>Days after which the last one, or none at all, is too long ago; null where age alone says nothing.</summary>
    int? StaleDays(CaseContext context);

    /// <summary>Address of what the figure of an area is made of.</summary>
    string RowsOf(string areaId);

    /// <returns>At most a few for each area; none for an area of which nothing is known.</returns>
    Task<IReadOnlyList<AreaFigure>> OfAsync(PortalDbContext db, AreaFigureQuestion asked, CancellationToken cancellation);
}
