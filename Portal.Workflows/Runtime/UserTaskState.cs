
namespace Portal.Workflows.Runtime;

public enum UserTaskState
{
    Open,
    Completed,

    /// <summary>Not needed any more: a race, a jump, or the end of the case. Stays in the history.</summary>
    Cancelled,
}
