namespace Portal.Web.Processes.AreaBoard;

/// <summary>What an address asks the board for: the page and the files made of it show the same areas.</summary>
public static class AreaBoardAddress
{
    /// <summary>Keys of the address.</summary>
    public const string Group = "nhom";

    public const string Kind = "loai";

    public const string Leader = "lanh-dao";

    public const string StandsOut = "can-xem";

    public const string Grouping = "gom";

    /// <param name="value">A value of the address by its key; empty where it has none.</param>
    public static AreaBoardFilter Of(Func<string, string> value) => new()
    {
        GroupId = value(Group),
        KindId = value(Kind),
        LeaderId = value(Leader),
        StandsOut = value(StandsOut),
        Grouping = Enum.TryParse<AreaBoardGrouping>(value(Grouping), out var grouping) && $"{grouping}" == value(Grouping)
            ? grouping
            : AreaBoardGrouping.None,
        SortedBy = value(Shared.Lists.ListAddress.SortKey).TrimStart('-'),
        IsDescending = value(Shared.Lists.ListAddress.SortKey).StartsWith('-'),
    };
}
