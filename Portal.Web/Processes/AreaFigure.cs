using Portal.Domain.Common;

namespace Portal.Web.Processes;

/// <summary>What a part of the portal says of one area in one figure.</summary>
/// <param name="At">UTC; when it last happened, or the end of the year that <see cref="Words"/> are of.</param>
/// <param name="StandsOut">Somebody should look at it, whatever its age.</param>
public sealed record AreaFigure(string AreaId, DateTime? At = null, int Count = 0, bool StandsOut = false)
{
    public LocalText Words { get; init; }
}
