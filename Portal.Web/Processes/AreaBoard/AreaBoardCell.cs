using Portal.Domain.Common;

namespace Portal.Web.Processes.AreaBoard;

/// <summary>One figure of one area, its predecessors' with it.</summary>
/// <param name="Day">When it last happened; null for never.</param>
/// <param name="Words">By year, the latest first.</param>
public sealed record AreaBoardCell(DateOnly? Day, int Count, bool StandsOut, IReadOnlyList<(int Year, LocalText Words)> Words);
