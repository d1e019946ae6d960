using Portal.Domain.Cases;

namespace Portal.Web.Processes.AreaBoard;

/// <summary>When somebody of the group last left for the area (Đ9.2).</summary>
public sealed class VisitFigure() : EngagementFigure(EngagementKind.Trip)
{
    public override string Key => "visit";

    public override int Order => 10;

    public override int? StaleDays(CaseContext context) => context.Settings.Int("Coverage.StaleDays");
}
