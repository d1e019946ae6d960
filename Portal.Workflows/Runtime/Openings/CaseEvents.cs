namespace Portal.Workflows.Runtime.Openings;

/// <summary>Events that any case may have.</summary>
public static class CaseEvents
{
    /// <summary>A decision gave a directive with a date (Đ4.1-2). Payload: <see cref="Portal.Domain.Cases.DirectiveInput"/>.</summary>
    public const string DirectiveGiven = "directiveGiven";

    /// <summary>A case has ended, whichever way: its state says how. No payload.</summary>
    public const string Ended = "ended";
}
