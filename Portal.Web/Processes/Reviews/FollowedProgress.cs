namespace Portal.Web.Processes.Reviews;

/// <summary>How far a line of RP-16 is.</summary>
public enum FollowedProgress
{
    Open,
    Late,
    Done,
}
