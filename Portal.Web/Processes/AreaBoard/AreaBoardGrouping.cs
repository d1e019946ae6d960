namespace Portal.Web.Processes.AreaBoard;

/// <summary>What the rows of the board stand together by.</summary>
public enum AreaBoardGrouping
{
    None,
    Group,
    Kind,
}
