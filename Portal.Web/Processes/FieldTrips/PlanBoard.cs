namespace Portal.Web.Processes.FieldTrips;

/// <summary>RP-01 and RP-02 of one month.</summary>
public sealed record PlanBoard(IReadOnlyList<PlanTotals> Totals, IReadOnlyList<PlanRow> Rows);
