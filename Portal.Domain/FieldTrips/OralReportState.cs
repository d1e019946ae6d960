namespace Portal.Domain.FieldTrips;

/// <summary>What became of an oral report that replaced the leader's answer (E-T2, E-T3).</summary>
public enum OralReportState
{
    None,
    Recorded,
    Confirmed,
    Disputed,
}
