namespace Portal.Web.Processes.FieldTrips;

/// <summary>RP-01 and RP-02 of one or several months.</summary>
public sealed record PlanBoard(IReadOnlyList<PlanTotals> Totals, IReadOnlyList<PlanRow> Rows);
