namespace Portal.Web.Processes.Reviews.Demo;

/// <summary>How far the proposal of an area has come when the demo ends.</summary>
internal enum Reach
{
    Nothing,
    LateWithLead,
    InConsultation,
    Finalizing,
    WithLeader,
    Returned,
    PassedOn,
    Closed,
}
