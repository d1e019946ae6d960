using Portal.Domain.Cases;

namespace Portal.Web.Processes.AreaBoard;

/// <summary>When the group last attended a meeting of the area (Đ9.3); how often an area meets is its own affair.</summary>
public sealed class MeetingFigure() : EngagementFigure(EngagementKind.Meeting)
{
    public override string Key => "meeting";

    public override int Order => 20;

    public override int? StaleDays(CaseContext context) => null;
}
