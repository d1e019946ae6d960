namespace Portal.Web.Processes;

/// <summary>How a figure of an area is read.</summary>
public enum AreaFigureKind
{
    /// <summary>When something last happened: the latest of the area and its predecessors.</summary>
    Last,

    /// <summary>How many are open: of the area and its predecessors together.</summary>
    Open,

    /// <summary>In words, by year.</summary>
    Words,
}
