namespace Portal.Web.Processes.AreaBoard;

/// <summary>An area on the board.</summary>
/// <param name="GroupId">Empty where nobody watches it.</param>
/// <param name="Cells">By key of the figure; what the person may not see has none.</param>
/// <param name="LastKnown">Day of the latest that anybody heard of the area; null for never.</param>
/// <param name="IsSilent">That is longer ago than <c>Coverage.StaleDays</c> (Đ1.1).</param>
public sealed record AreaBoardRow(
    string AreaId, string GroupId, string? LeaderId, string KindId, IReadOnlyDictionary<string, AreaBoardCell> Cells,
    DateOnly? LastKnown, bool IsSilent)
{
    /// <summary>How many of its figures somebody should look at; silence counts as one more.</summary>
    public int Attention { get; } = Cells.Values.Count(c => c.StandsOut) + (IsSilent ? 1 : 0);
}
