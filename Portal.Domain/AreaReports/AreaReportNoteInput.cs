using Portal.Domain.Forms;

namespace Portal.Domain.AreaReports;

/// <summary>Words beside a report: of the lead who sends it on or gives it back, of whoever has nothing to report.</summary>
public sealed record AreaReportNoteInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    /// <summary>Why it is late, where it is.</summary>
    public string? Opinion { get; init; }
}
