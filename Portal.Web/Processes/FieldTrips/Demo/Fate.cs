namespace Portal.Web.Processes.FieldTrips.Demo;

internal enum Fate
{
    Plain,
    Returned,
    Declined,
    Cancelled,
    LateResult,
    ThreeRounds,
    SilentLeader,
    Obstructed,
    Stub,

    /// <summary>Came back and has not reported yet.</summary>
    NoResult,

    /// <summary>The leader has not looked at it yet.</summary>
    Waiting,
}
