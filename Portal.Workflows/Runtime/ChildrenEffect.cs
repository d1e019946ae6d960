
namespace Portal.Workflows.Runtime;

public enum ChildrenEffect
{
    None,

    /// <summary>Their calendar has moved: the deadlines of open steps are worked out anew.</summary>
    MoveDeadlines,

    /// <summary>The whole undertaking is given up.</summary>
    Cancel,
}
