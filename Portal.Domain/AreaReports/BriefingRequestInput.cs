using Portal.Domain.Forms;

namespace Portal.Domain.AreaReports;

/// <summary>What a briefing on an area is asked for (Đ5.5).</summary>
public sealed record BriefingRequestInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? AreaId { get; init; }

    public string? Purpose { get; init; }

    /// <summary>The day by which it is to be there.</summary>
    public DateOnly? NeededBy { get; init; }

    /// <summary>First day that it is about; null for half a year.</summary>
    public DateOnly? Since { get; init; }
}
