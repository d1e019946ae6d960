using Portal.Domain.AreaIssues;
using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Tests.TestKit;

/// <summary>An internal matter of A017 (group N03), known and reported on Monday 05/10/2026.</summary>
public static class Issues
{
    public const string Process = "area-issue";
    public const string Area = "A017";

    public static IssueReportInput Report(bool isFlagged = false) => new()
    {
        Secrecy = SecrecyGate.No,
        AreaId = Area,
        Category = IssueCategory.InternalConflict,
        Severity = IssueSeverity.Serious,
        ObservedOn = new DateOnly(2026, 10, 5),
        Facts = "Nội bộ cấp ủy có ý kiến khác nhau kéo dài",
        HowKnown = "Qua dự họp",
        Certainty = IssueCertainty.Likely,
        ProposedSolution = "Cấp ủy họp kiểm điểm, Ban dự và gợi ý",
        LeadershipUnity = isFlagged ? true : null,
    };

    public static IssueUpdateInput Update(string words = "Cấp ủy đã họp") => new() { Secrecy = SecrecyGate.No, Facts = words };

    public static LeaderOpinionInput Opinion(string? words = null) =>
        new() { Secrecy = words is null ? null : SecrecyGate.No, Opinion = words };

    /// <summary>Reported by the member.</summary>
    public static async Task<Guid> ReportIssueAsync(this TestPortal portal, IssueReportInput? report = null)
    {
        var sent = await portal.StartAsync(Process, Trips.Member, report ?? Report());
        Assert.True(sent.IsSuccess, sent.Refusal?.ToString());
        return sent.Value.CaseId;
    }

    public static async Task<AreaIssue> IssueAsync(this TestPortal portal, Guid id) =>
        (await portal.ReadAsync(async db => await db.Set<AreaIssue>().FindAsync(id)))!;
}
