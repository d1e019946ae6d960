namespace Portal.Web.Processes.AreaBoard;

/// <summary>How often something happened in an area, month by month, the oldest first.</summary>
public sealed record AreaMonthsRow(string AreaId, string GroupId, string KindId, IReadOnlyList<int> Counts);
