namespace Portal.Workflows.Runtime.Openings;

/// <summary>Events of the shared floors.</summary>
public static class CaseEvents
{
    /// <summary>A decision gave a directive with a date (Đ4.1-2). Payload: <see cref="Portal.Domain.Cases.DirectiveInput"/>.</summary>
    public const string DirectiveGiven = "directiveGiven";

    /// <summary>A leader said who is to do what about an item of an area (Đ5.1). On no case. Payload: <see cref="ItemDirected"/>.</summary>
    public const string ItemDirected = "itemDirected";

    /// <summary>A case has ended, whichever way: its state says how. No payload.</summary>
    public const string Ended = "ended";
}
