using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.AreaReports;

/// <summary>An ad hoc report on an area (Đ5.5, Đ8.2).</summary>
public sealed record AdHocReportInput : IGatedInput, IFlagsForHead
{
    public SecrecyGate? Secrecy { get; init; }

    public string? AreaId { get; init; }

    public AdHocTrigger? Trigger { get; init; }

    /// <summary>The day on which the group learned of what happened.</summary>
    public DateOnly? KnownOn { get; init; }

    /// <summary>The leader who asked for it.</summary>
    public string? RequestedById { get; init; }

    /// <summary>The day by which that leader needs it.</summary>
    public DateOnly? NeededBy { get; init; }

    public string? Subject { get; init; }

    /// <summary>In what form it is reported (R-RPT-02).</summary>
    public ReportingForm? Form { get; init; }

    public DateOnly? ReportedOn { get; init; }

    public string? ReceiverId { get; init; }

    public string? Summary { get; init; }

    public string? Content { get; init; }

    public string? Proposals { get; init; }

    public bool? ConcernsPersonnel { get; init; }

    public bool? DemocraticCentralism { get; init; }

    public bool? LeadershipUnity { get; init; }

    public bool? PersonnelOfStandingCommittee { get; init; }

    public Guid[]? Files { get; init; }

    /// <summary>What it says is not for everybody of the group (X-02, R-RPT-04).</summary>
    public bool IsRestricted() => ConcernsPersonnel == true || this.IsForHead();
}
