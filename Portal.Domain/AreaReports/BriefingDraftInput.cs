using Portal.Domain.Forms;

namespace Portal.Domain.AreaReports;

/// <summary>A briefing as the lead sends it.</summary>
public sealed record BriefingDraftInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public BriefingSection[]? Sections { get; init; }

    public Guid[]? Files { get; init; }
}
