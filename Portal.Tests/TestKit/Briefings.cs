using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Tests.TestKit;

/// <summary>A briefing on A017 (group N03) that the leader in charge asks for on Monday 05/10/2026.</summary>
public static class Briefings
{
    public const string Process = "area-briefing";

    public static BriefingRequestInput Request() => new()
    {
        Secrecy = SecrecyGate.No,
        AreaId = "A017",
        Purpose = "Làm việc với Ban Thường vụ Đảng ủy xã",
        NeededBy = new DateOnly(2026, 10, 8),
        Since = new DateOnly(2026, 4, 1),
    };

    public static BriefingDraftInput Draft(string words = "Tổ chức đảng ổn định") => new()
    {
        Secrecy = SecrecyGate.No,
        Sections = [new BriefingSection { Title = "Tình hình", Text = words }],
    };

    public static LeaderOpinionInput Opinion(string? words = null) =>
        new() { Secrecy = words is null ? null : SecrecyGate.No, Opinion = words };

    public static async Task<Guid> AskForBriefingAsync(
        this TestPortal portal, string person = Trips.Leader, BriefingRequestInput? request = null)
    {
        var sent = await portal.StartAsync(Process, person, request ?? Request());
        Assert.True(sent.IsSuccess, sent.Refusal?.ToString());
        return sent.Value.CaseId;
    }

    /// <summary>One that the leader has.</summary>
    public static async Task<Guid> SentBriefingAsync(this TestPortal portal)
    {
        var id = await portal.AskForBriefingAsync();
        await portal.MustAsync(id, "draft", Trips.Lead, "Submit", Draft());
        return id;
    }
}
