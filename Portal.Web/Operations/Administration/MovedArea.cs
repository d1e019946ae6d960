namespace Portal.Web.Operations.Administration;

/// <summary>An area of which something else holds from a day on: it has ended, or others watch it or are in charge.</summary>
/// <param name="From">Who looks after it until then.</param>
/// <param name="To">Who does afterwards; empty where nobody does and nothing became of it.</param>
/// <param name="Ends">It is no longer there on that day.</param>
public sealed record MovedArea(string Id, string Name, AreaWatch From, IReadOnlyList<AreaWatch> To, bool Ends)
{
    /// <summary>Open cases that are not Restricted.</summary>
    public int Cases { get; init; }

    /// <summary>Open steps of them that have a deadline.</summary>
    public int Deadlines { get; init; }

    /// <summary>The first of the deadlines, UTC.</summary>
    public DateTime? NextDue { get; init; }

    /// <summary>Items of acknowledged plans from that day on.</summary>
    public int PlanRows { get; init; }

    /// <summary>Trips and meetings from that day on.</summary>
    public int Trips { get; init; }

    /// <summary>Report items that are not settled and not Restricted.</summary>
    public int Items { get; init; }
}
