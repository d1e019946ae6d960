namespace Portal.Web.Processes.AreaBoard;

/// <summary>The board as one person sees it.</summary>
/// <param name="Figures">Columns, from the left; what tells of content only where the person may read that of an area.</param>
/// <param name="StandOut">Of how many areas a figure stands out, by its key, whatever the filter asks for of them.</param>
/// <param name="Total">Areas of the filter, whether one should look at them or not.</param>
public sealed record AreaBoardView(
    IReadOnlyList<IAreaFigure> Figures, IReadOnlyList<AreaBoardRow> Rows, IReadOnlyDictionary<string, int> StandOut, int Total);
