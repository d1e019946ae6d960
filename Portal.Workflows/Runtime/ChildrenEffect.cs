using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Portal.Domain.Audit;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Workflows.Engine;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Runtime;

public enum ChildrenEffect
{
    None,

    /// <summary>Their calendar has moved: the deadlines of open steps are worked out anew.</summary>
    MoveDeadlines,

    /// <summary>The whole undertaking is given up.</summary>
    Cancel,
}
