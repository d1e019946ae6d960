using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Tests.TestKit;

/// <summary>An ad hoc report on A017 (group N03) of what became known on Monday 05/10/2026.</summary>
public static class AdHocReports
{
    public const string Process = "adhoc-report";

    public static AdHocReportInput Report(bool isFlagged = false) => new()
    {
        Secrecy = SecrecyGate.No,
        AreaId = "A017",
        Trigger = AdHocTrigger.AreaEvent,
        KnownOn = new DateOnly(2026, 10, 5),
        Subject = "Mưa lũ làm hư hỏng nhà văn hóa thôn",
        Form = ReportingForm.InSystem,
        Content = "Chi bộ hoãn sinh hoạt định kỳ, cấp ủy đã phân công khắc phục",
        ConcernsPersonnel = false,
        LeadershipUnity = isFlagged ? true : null,
    };

    public static LeaderOpinionInput Opinion(string? words = null) =>
        new() { Secrecy = words is null ? null : SecrecyGate.No, Opinion = words };

    public static ReasonInput Reason(string words = "Bổ sung số liệu") => new() { Secrecy = SecrecyGate.No, Reason = words };

    public static async Task<Guid> WriteAdHocAsync(this TestPortal portal, AdHocReportInput? report = null, string person = Trips.Member)
    {
        var sent = await portal.StartAsync(Process, person, report ?? Report());
        Assert.True(sent.IsSuccess, sent.Refusal?.ToString());
        return sent.Value.CaseId;
    }

    /// <summary>One that the leader, or the head, has.</summary>
    public static async Task<Guid> SentAdHocAsync(this TestPortal portal, AdHocReportInput? report = null)
    {
        var id = await portal.WriteAdHocAsync(report);
        await portal.MustAsync(id, "leadReview", Trips.Lead, "Forward", new { });
        return id;
    }
}
