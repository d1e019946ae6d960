using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Meetings;
using Portal.Tests.TestKit;
using Portal.Web.Processes.Meetings;

namespace Portal.Tests.Processes.Meetings;

/// <summary>E-M4, E-M8 and duplicates: what is registered after a meeting has begun, and what was registered twice.</summary>
public sealed class AfterwardsTests : IAsyncLifetime
{
    private TestPortal _portal = null!;

    public async Task InitializeAsync() => _portal = await TestPortal.CreateAsync();

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    private static OralReportInput Oral(DateTime at, string leader = Trips.Leader) =>
        new() { ToId = leader, At = at, Channel = ContactChannel.Phone, Answer = "Đồng ý cử Trưởng nhóm" };

    [Theory]
    [InlineData(30)]
    [InlineData(60 * 26)]
    public async Task E_M4_A_meeting_that_has_begun_or_is_over_is_registered_with_its_oral_consent(int minutesAfterItsBeginning)
    {
        _portal.GoTo(MeetingRoad.Starts.AddMinutes(minutesAfterItsBeginning));
        var bare = await _portal.StartAsync("meeting-attendance", MeetingRoad.Clerk, MeetingRoad.Invitation());
        Assert.Contains(bare.Refusal!.Fields, f => f is { Path: "oralReport", Code: "Meeting.BegunNeedsOral", Clause: "Đ5.2" });
        foreach (var (oral, path, code) in new[]
        {
            (Oral(MeetingRoad.Starts.AddHours(-1), Trips.Member), "oralReport.toId", "Meeting.OralNotByLeader"),
            (Oral(MeetingRoad.Starts.AddDays(5)), "oralReport.at", "Common.InFuture"),
        })
        {
            var refused = await _portal.StartAsync(
                "meeting-attendance", MeetingRoad.Clerk, MeetingRoad.Invitation() with { OralReport = oral });
            Assert.Contains(refused.Refusal!.Fields, f => f.Path == path && f.Code == code);
        }

        var given = Oral(MeetingRoad.Starts.AddHours(-1));
        var id = await _portal.RegisterAsync(MeetingRoad.Invitation() with { OralReport = given });
        await _portal.MustAsync(id, "nominate", Trips.Lead, "Submit", MeetingRoad.LeadGoes());
        Assert.True((await _portal.OpenTaskAsync(id, "consent")).DueAt > _portal.Now);
        await _portal.MustAsync(
            id, "consent", Trips.Lead, "OralConsent",
            new OralReportForm { Secrecy = MeetingRoad.Invitation().Secrecy, OralReport = given });
        Assert.Contains("confirmOral", await _portal.OpenStepsAsync(id));
        await _portal.MustAsync(id, "confirmOral", Trips.Leader, "ConfirmOral", Trips.Opinion());
        Assert.Null((await _portal.OpenTaskAsync(id, "prepare")).DueAt);
        await _portal.MustAsync(id, "prepare", Trips.Lead, "Ready", MeetingRoad.Prepared());
        Assert.Null((await _portal.OpenTaskAsync(id, "confirm")).DueAt);
        await _portal.MustAsync(id, "confirm", Trips.Lead, "Attended", MeetingRoad.Arrived());
        Assert.True((await _portal.OpenTaskAsync(id, "notes")).DueAt > _portal.Now);
    }

    [Fact]
    public async Task R_ATT_01_An_oral_consent_after_the_end_of_the_meeting_is_none()
    {
        _portal.GoTo(MeetingRoad.Ends.AddDays(1));
        var refused = await _portal.StartAsync(
            "meeting-attendance", MeetingRoad.Clerk, MeetingRoad.Invitation() with { OralReport = Oral(MeetingRoad.Ends.AddHours(2)) });
        Assert.Contains(refused.Refusal!.Fields, f => f is { Path: "oralReport.at", Code: "Meeting.OralAfterEnd" });
    }

    [Fact]
    public async Task E_M8_A_meeting_that_nobody_was_invited_to_is_registered_afterwards_as_known()
    {
        _portal.GoTo(MeetingRoad.Ends.AddDays(1));
        var id = await _portal.RegisterAsync(
            MeetingRoad.Invitation() with
            {
                WithoutInvitation = true,
                WithoutInvitationReason = "Biết qua báo cáo tháng của xã",
                ReceivedAt = null,
                Channel = null,
                AddressedTo = null,
            },
            Trips.Lead);
        await _portal.MustAsync(id, "nominate", Trips.Lead, "Submit", new NominationInput
        {
            Secrecy = MeetingRoad.Invitation().Secrecy,
            Option = NominationOption.NotAttend,
            NotAttendReason = "Không được mời, cuộc họp đã kết thúc",
        });
        var done = await _portal.MustAsync(id, "consent", Trips.Leader, "Consent", MeetingRoad.Consent());
        Assert.Equal(CaseState.NotTaken, done.State);
    }

    [Fact]
    public async Task A_duplicate_is_merged_into_the_meeting_that_was_registered_first_and_both_documents_are_kept()
    {
        var none = await _portal.StartAsync("meeting-attendance", MeetingRoad.Clerk, MeetingRoad.Invitation(), "Merge");
        Assert.Contains(none.Refusal!.Fields, f => f is { Path: "title", Code: "Meeting.NothingToMerge" });
        var first = await _portal.RegisterAsync();
        var twice = await _portal.StartAsync("meeting-attendance", Trips.Lead, MeetingRoad.Invitation());
        Assert.Contains(twice.Refusal!.Fields, f => f is { Path: "separateReason", Code: "Meeting.Similar" });

        var merged = await _portal.StartAsync(
            "meeting-attendance", Trips.Lead, MeetingRoad.Invitation() with { DocumentNumber = "15-GM/ĐU" }, "Merge");
        Assert.True(merged.IsSuccess, merged.Refusal?.Code);
        Assert.Equal(CaseState.Cancelled, merged.Value.State);
        Assert.Equal(["nominate"], await _portal.OpenStepsAsync(first));
        var kept = (await _portal.Cases.FindAsync(_portal.Person(Trips.Lead), merged.Value.CaseId)).Value;
        Assert.Equal("15-GM/ĐU", (string?)kept.Submissions.Single().Form!["documentNumber"]);
        Assert.Equal([first], kept.Links.Select(l => l.Id));
        Assert.Equal(
            [merged.Value.CaseId], (await _portal.Cases.FindAsync(_portal.Person(Trips.Lead), first)).Value.Links.Select(l => l.Id));
        Assert.True(kept.Case.IsCalledOff);
    }

    [Fact]
    public async Task Step_5_The_preparation_is_offered_what_its_reader_may_know_of_the_area()
    {
        var trip = await _portal.ReadyAsync();
        _portal.GoTo(Trips.Departs);
        await _portal.MustAsync(trip, "departure", Trips.Member, "Departed", Trips.Departure());
        var briefings = _portal.Services.GetRequiredService<MeetingBriefings>();
        var known = Assert.Single(await briefings.OfAsync(_portal.Person(Trips.Lead), ["A017"]));
        Assert.Equal(Trips.Departs, VietnamTime.ToLocal(known.LastVisit!.Value.At));
        Assert.Null(Assert.Single(await briefings.OfAsync(_portal.Person("S05"), ["A017"])).LastVisit);
    }

    [Fact]
    public async Task Step_4_The_reply_to_the_host_names_who_goes_and_is_there_once_that_is_decided()
    {
        var id = await _portal.ConsentedAsync(MeetingRoad.MemberGoes("S33"));
        var context = await _portal.Operations.ContextAsync(_portal.Person(MeetingRoad.Clerk));
        var paper = _portal.Services.GetRequiredService<MeetingPapers>().Reply(await _portal.MeetingAsync(id), context);
        using var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(paper), isEditable: false);
        var text = document.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.Contains("Kính gửi: Đảng ủy xã Bàu Nổi", text, StringComparison.Ordinal);
        Assert.Contains("Phúc đáp Giấy mời số 12-GM/ĐU", text, StringComparison.Ordinal);
        Assert.Contains("lúc 08 giờ 00, ngày 08/10/2026", text, StringComparison.Ordinal);
        Assert.Contains(context.Directory.NameOf("S33"), text, StringComparison.Ordinal);
        Assert.False(MeetingPapers.HasReply(await _portal.MeetingAsync(await _portal.RegisterAsync(
            MeetingRoad.Invitation() with { SeparateReason = "Phiên họp buổi chiều" }))));
    }
}
