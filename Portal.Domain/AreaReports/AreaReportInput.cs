using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.AreaReports;

/// <summary>S-01 Báo cáo tháng của địa bàn. Area and month are those of the report.</summary>
public sealed record AreaReportInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public ReportingForm? Form { get; init; }

    public DateOnly? ReportedOn { get; init; }

    public string? ReceiverId { get; init; }

    /// <summary>What was said, where the report was made by word of mouth.</summary>
    public string? Summary { get; init; }

    public string? General { get; init; }

    public DomainResult[]? Results { get; init; }

    public CarriedItem[]? Items { get; init; }

    /// <summary>Items that stand in no record yet.</summary>
    public ReportItemInput[]? NewItems { get; init; }

    public string? Proposals { get; init; }

    public string? NextMonth { get; init; }

    public Guid[]? Files { get; init; }

    /// <summary>Required when the report comes after its day.</summary>
    public string? LateReason { get; init; }

    public bool? ConcernsPersonnel { get; init; }
}
