using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Domain.Meetings;
using Portal.Domain.Organisation;
using Portal.Tests.TestKit;
using Portal.Web.Operations;
using Portal.Web.Operations.Calendar;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Tasks;
using Portal.Workflows.Runtime;

namespace Portal.Tests.Scenarios;

/// <summary>P2 on the real engine and a real database: the acceptance tests of section 5.6, and the exceptional paths.</summary>
public class MeetingTests
{
    [Fact]
    public async Task A_meeting_goes_from_invitation_to_acknowledged_notes()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.NotedAsync();
        Assert.Equal(["follow", "reply", "review", "share"], (await portal.OpenStepsAsync(id)).Except(["reply"]).Prepend("reply").Order());
        foreach (var member in new[] { "S19", "S31", "S33" })
        {
            await portal.MustAsync(id, "share", member, "Read", new { });
        }

        var done = await portal.MustAsync(id, "review", Trips.Leader, "Acknowledge", Trips.Review());
        Assert.Equal((CaseState.Closed, "DH-2026/0001"), (done.State, done.Number));
        var meeting = await portal.MeetingAsync(id);
        Assert.Equal(["S19", "S31", "S33"], meeting.Lines.Single().Receipts.Select(r => r.PersonId).Order());
        Assert.Equal(1, await portal.ReadAsync(db => db.ContactLogs.CountAsync(c => c.SourceCaseId == id)));
        Assert.False((await portal.ReadAsync(db => db.Instances.SingleAsync(i => i.CaseId == id))).HasIncident);
    }

    [Fact]
    public async Task Acceptance_1_Consent_after_the_meeting_without_an_oral_one_cannot_mark_attended()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.RegisterAsync();
        await portal.MustAsync(id, "nominate", Trips.Lead, "Submit", MeetingRoad.LeadGoes());
        portal.GoTo(MeetingRoad.Ends.AddHours(2));
        await portal.MustAsync(id, "consent", Trips.Leader, "Consent", MeetingRoad.Consent());
        await portal.TickAsync();
        var refused = await portal.AnswerAsync(id, "confirm", Trips.Lead, "Attended", MeetingRoad.Arrived());
        Assert.Equal(("Meeting.NoConsent", "Đ5.2"), (refused.Refusal!.Code, refused.Refusal.Clause));
        Assert.Null((await portal.MeetingAsync(id)).Lines.Single().ArrivedAt);
    }

    // Each text as a program makes it, not as a document was read.
    private static JsonObject Typed(JsonObject form) => new(form.Select(f => KeyValuePair.Create(f.Key, f.Value switch
    {
        JsonObject inner => Typed(inner),
        JsonValue v when v.TryGetValue<string>(out var text) => (JsonNode?)JsonValue.Create(text),
        var other => other?.DeepClone(),
    })));

    [Fact]
    public async Task R_ATT_08_Who_sends_a_member_for_a_busy_lead_names_another_than_the_lead()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.RegisterAsync();
        foreach (var nominee in new[] { Trips.Lead, Trips.Member })
        {
            var done = await portal.AnswerAsync(id, "nominate", Trips.Lead, "Submit", MeetingRoad.MemberGoes(nominee));
            Assert.Equal(nominee == Trips.Lead ? "Meeting.NomineeIsLead" : null, done.Refusal?.Fields[0].Code);
        }
    }

    [Fact]
    public async Task Acceptance_2_Nominating_a_member_without_a_busy_reason_fails_and_cites_the_clause()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.RegisterAsync();
        var refused =
            await portal.AnswerAsync(id, "nominate", Trips.Lead, "Submit", MeetingRoad.MemberGoes() with { LeadBusyReason = null });
        Assert.Contains(refused.Refusal!.Fields, f => f is { Path: "leadBusyReason", Clause: "Đ7.B.3" });
        var stranger = await portal.AnswerAsync(id, "nominate", Trips.Lead, "Submit", MeetingRoad.MemberGoes("S09"));
        Assert.Contains(stranger.Refusal!.Fields, f => f is { Path: "nomineeId", Code: "Meeting.NotOfGroup" });
        await portal.MustAsync(id, "nominate", Trips.Lead, "Submit", MeetingRoad.MemberGoes());
    }

    [Fact]
    public async Task Acceptance_3_An_extra_attendee_from_another_group_fails_for_a_leader_without_that_portfolio()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.RegisterAsync();
        await portal.MustAsync(id, "nominate", Trips.Lead, "Submit", MeetingRoad.WithExtra("S09", "S23"));

        // S09 is of N01 (leader L3), S23 of N04, which L4 is in charge of too.
        var refused = await portal.AnswerAsync(id, "consent", Trips.Leader, "Consent", MeetingRoad.Consent());
        Assert.Contains(refused.Refusal!.Fields, f => f is { Code: "Meeting.ExtraOfOtherGroup", Clause: "Đ7.B.3" });
        await portal.MustAsync(id, "consent", Trips.Leader, "ConsentChanged",
            MeetingRoad.Consent("Chỉ cử thêm đồng chí của nhóm 4") with { ExtraIds = ["S23"] });
        Assert.Equal([(Trips.Lead, false), ("S23", true)], (await portal.MeetingAsync(id)).Lines.Select(l => (l.PersonId, l.IsExtra)));
        Assert.Equal(["S11", "S23"],
            (await portal.ReadAsync(db => db.UserTasks
                .Where(t => t.CaseId == id && t.StepId == "prepare")
                .SelectMany(t => t.Assignees)
                .Select(a => a.PersonId)
                .ToListAsync())).Order());
    }

    [Fact]
    public async Task Acceptance_4_Silence_of_everybody_past_the_start_leaves_the_consent_open()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.RegisterAsync();
        await portal.MustAsync(id, "nominate", Trips.Lead, "Submit", MeetingRoad.LeadGoes());
        for (var hour = 0; hour < 24 * 12; hour++)
        {
            portal.Clock.Advance(TimeSpan.FromHours(1));
            await portal.TickAsync();
        }

        Assert.Equal(AttendanceStatus.AwaitingConsent, (await portal.MeetingAsync(id)).Status);
        Assert.Equal(["consent"], await portal.OpenStepsAsync(id));

        // Deputy and head were let in one after the other; neither has decided.
        var task = await portal.OpenTaskAsync(id, "consent");
        Assert.Equal(["L1", "L2", "L4"], task.Assignees.Where(a => !a.IsOptional).Select(a => a.PersonId).Order());
        Assert.Equal(1, (await portal.Tasks.InboxAsync(portal.Person("L2"), new TaskFilter())).Total);
    }

    [Fact]
    public async Task R_ATT_10_The_group_reads_its_share_of_usual_notes_and_whoever_looks_them_over_reads_all()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.NotedAsync();
        await portal.Operations.RunAsync(Actor.System, o =>
        {
            o.Db.Portfolios.Add(new LeaderPortfolio { PersonId = "L5", AreaId = "A017", ValidFrom = new DateOnly(2026, 1, 1) });
            return Task.FromResult(Portal.Domain.Common.Result.Ok);
        });
        portal.Services.GetRequiredService<ReferenceCache>().Invalidate();
        async Task<JsonObject> NotesAsync(string person) => (await portal.Cases.FindAsync(portal.Person(person), id)).Value.Submissions
            .Single(s => s.FormKey == MeetingForms.Notes.Key).Form!;
        foreach (var member in new[] { "S33", "S19" })
        {
            Assert.Empty((await NotesAsync(member)).Select(f => f.Key).Except(["items", "share"]));
        }

        foreach (var reader in new[] { Trips.Lead, Trips.Leader, Trips.Head, "L5" })
        {
            Assert.Contains("course", (await NotesAsync(reader)).Select(f => f.Key));
        }
    }

    [Fact]
    public async Task Acceptance_5_and_E_M12_Notes_with_personnel_remarks_show_other_members_the_share_back_only()
    {
        await using var portal = await TestPortal.CreateAsync();
        var bare = MeetingRoad.Notes() with { Remarks = "Đồng chí phó bí thư điều hành còn lúng túng" };
        var id = await portal.ConsentedAsync();
        await portal.MustAsync(id, "prepare", Trips.Lead, "Ready", MeetingRoad.Prepared());
        portal.GoTo(MeetingRoad.Ends.AddMinutes(10));
        await portal.MustAsync(id, "confirm", Trips.Lead, "Attended", MeetingRoad.Arrived());
        var copied = await portal.AnswerAsync(id, "notes", Trips.Lead, "Submit", bare);
        Assert.Contains(copied.Refusal!.Fields, f => f is { Path: "share", Code: "Meeting.ShareMissing", Clause: "Đ7.B.3" });
        await portal.MustAsync(id, "notes", Trips.Lead, "Submit", bare with
        {
            Share = "Hội nghị thông qua báo cáo sơ kết",
            Items = [Item("Thiếu công chức", false), Item("Cán bộ A chưa đáp ứng", true)],
        });

        async Task<CaseView> SeenAsync(string person) => (await portal.Cases.FindAsync(portal.Person(person), id)).Value;
        var member = await SeenAsync("S33");
        var open = member.Submissions.Single(s => s.FormKey == "attendance-notes").Form!;
        Assert.Equal("Hội nghị thông qua báo cáo sơ kết", (string?)open["share"]);
        Assert.DoesNotContain("lúng túng", open.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("chưa đáp ứng", open.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Thiếu công chức", open.ToJsonString(FormInput.Json), StringComparison.Ordinal);
        Assert.Equal(["items", "share"], open.Select(f => f.Key).Order());
        Assert.DoesNotContain(member.Submissions, s => s.FormKey == MeetingForms.Remarks.Key);
        foreach (var reader in new[] { Trips.Lead, Trips.Leader, Trips.Head })
        {
            Assert.Contains("lúng túng",
                (await SeenAsync(reader)).Submissions.Single(s => s.FormKey == MeetingForms.Remarks.Key).Form!.ToJsonString(FormInput.Json),
                StringComparison.Ordinal);
        }

        static ReportItemInput Item(string content, bool personnel) => new()
        {
            AreaId = "A017",
            Kind = ReportItemKind.Difficulty,
            Domain = WorkDomains.CivilServants,
            Content = content,
            Level = ReportItemLevel.Normal,
            ConcernsPersonnel = personnel,
        };
    }

    [Fact]
    public async Task Acceptance_6_and_E_M5_Moved_by_two_days_keeps_the_consent_by_five_asks_again()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ConsentedAsync();
        MeetingMoveInput By(int days) =>
            new()
            {
                Secrecy = SecrecyGate.No,
                StartsAt = MeetingRoad.Starts.AddDays(days),
                EndsAt = MeetingRoad.Ends.AddDays(days),
                Reason = "Đơn vị báo đổi lịch"
            };
        await portal.MustAsync(id, "follow", Trips.Lead, "Move", By(2));
        var meeting = await portal.MeetingAsync(id);
        Assert.Equal((AttendanceStatus.Preparing, true), (meeting.Status, meeting.HasConsent));
        var prepare = await portal.OpenTaskAsync(id, "prepare");
        Assert.Equal(Portal.Domain.Common.VietnamTime.ToUtc(MeetingRoad.Starts.AddDays(2)), prepare.DueAt);

        await portal.MustAsync(id, "follow", Trips.Lead, "Move", By(7));
        meeting = await portal.MeetingAsync(id);
        Assert.Equal((AttendanceStatus.AwaitingConsent, false), (meeting.Status, meeting.HasConsent));
        Assert.Equal(["consent"], (await portal.OpenStepsAsync(id)).Except(["reply"]));
        Assert.Equal(AttendanceStatus.Cancelled, meeting.Lines.Single().Status);

        await portal.MustAsync(id, "consent", Trips.Leader, "Consent", MeetingRoad.Consent());
        Assert.Equal([AttendanceStatus.Cancelled, AttendanceStatus.Preparing], (await portal.MeetingAsync(id)).Lines.Select(l => l.Status));
        Assert.Equal("2", (await portal.OpenTaskAsync(id, "prepare")).Item);
    }

    [Fact]
    public async Task Acceptance_7_Two_clerks_registering_the_same_invitation_are_warned()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.RegisterAsync();
        var twice = MeetingRoad.Invitation() with
        {
            Title = "HOI NGHI ban chấp hành đảng bộ xã (lần 9)",
            StartsAt = MeetingRoad.Starts.AddHours(1),
            EndsAt = null
        };
        var warned = await portal.StartAsync("meeting-attendance", MeetingRoad.Clerk, twice);
        var field = Assert.Single(warned.Refusal!.Fields);
        Assert.Equal(("separateReason", "Meeting.Similar", "DH-2026/0001"), (field.Path, field.Code, (string)field.Args[0]!));

        // What a screen put together, text by text, is the same as what came in as JSON.
        var typed = await portal.Acts.StartAsync(
            portal.Person(MeetingRoad.Clerk), "meeting-attendance", new Submission("Submit", Typed(FormInput.ToJson(twice))));
        Assert.Equal("Meeting.Similar", Assert.Single(typed.Refusal!.Fields).Code);
        await portal.RegisterAsync(twice with { SeparateReason = "Là phiên họp thứ hai, buổi sáng khác phòng" });
        await portal.RegisterAsync(MeetingRoad.Invitation() with { Title = "Gặp mặt cán bộ hưu trí" });
        await portal.RegisterAsync(MeetingRoad.Invitation("A018"));
    }

    [Fact]
    public async Task E_M1_and_E_M2_Returned_comes_back_with_its_round_refused_ends_and_tells_the_records_office()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.RegisterAsync();
        await portal.MustAsync(id, "nominate", Trips.Lead, "Submit", MeetingRoad.LeadGoes());
        var bare = await portal.AnswerAsync(id, "consent", Trips.Leader, "Return", MeetingRoad.Consent());
        Assert.Contains(bare.Refusal!.Fields, f => f.Path == "opinion");
        await portal.MustAsync(id, "consent", Trips.Leader, "Return", MeetingRoad.Consent("Cho biết nội dung chính của hội nghị"));
        Assert.Equal(2, (await portal.OpenTaskAsync(id, "nominate")).Round);
        await portal.MustAsync(id, "nominate", Trips.Lead, "Submit", MeetingRoad.LeadGoes() with { Note = "Nội dung: sơ kết chín tháng" });
        await portal.MustAsync(id, "consent", Trips.Leader, "Refuse", MeetingRoad.Consent("Trùng lịch làm việc của Ban"));
        Assert.Equal((AttendanceStatus.Refused, 0), ((await portal.MeetingAsync(id)).Status, (await portal.OpenStepsAsync(id)).Count));
        Assert.True(await portal.ReadAsync(db =>
            db.Notifications.AnyAsync(n => n.PersonId == MeetingRoad.Clerk && n.Kind == NotificationKind.Decision)));
        Assert.Equal([1, 2],
            (await portal.Cases.FindAsync(portal.Person(Trips.Lead), id))
                .Value.Submissions
                .Where(s => s.FormKey == "meeting-nomination")
                .Select(s => s.Round));
    }

    [Fact]
    public async Task E_M3_The_lead_drops_out_a_member_goes_and_the_leader_is_told_without_a_new_consent()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ConsentedAsync();
        await portal.MustAsync(id, "prepare", Trips.Lead, "CannotAttend", Trips.Reason("Đột xuất đi cùng đoàn công tác"));
        var wrong = await portal.AnswerAsync(id, "substitute", Trips.Lead, "Substitute",
            new SubstituteInput { Secrecy = SecrecyGate.No, NomineeId = "S09", Reason = "Nhờ nhóm khác đi thay" });
        Assert.Contains(wrong.Refusal!.Fields, f => f is { Path: "nomineeId", Code: "Meeting.NotOfGroup" });
        await portal.MustAsync(id, "substitute", Trips.Lead, "Substitute",
            new SubstituteInput { Secrecy = SecrecyGate.No, NomineeId = Trips.Member, Reason = "Cử thành viên cùng nhóm đi thay" });
        var line = (await portal.MeetingAsync(id)).Lines.Single();
        Assert.Equal((Trips.Member, Trips.Lead), (line.PersonId, line.InsteadOfId));
        Assert.Equal([Trips.Member], (await portal.OpenTaskAsync(id, "prepare")).Assignees.Select(a => a.PersonId));
        Assert.Equal(1, await portal.ReadAsync(db => db.Decisions.CountAsync(d => d.CaseId == id)));
        Assert.True(await portal.ReadAsync(db =>
            db.Notifications.AnyAsync(n => n.PersonId == Trips.Leader && n.Kind == NotificationKind.Changed)));

        await portal.MustAsync(id, "prepare", Trips.Member, "CannotAttend", Trips.Reason("Ốm phải nghỉ điều trị"));
        await portal.MustAsync(id, "substitute", Trips.Lead, "Nobody", Trips.Reason("Cả nhóm bận, đã báo đơn vị"));
        Assert.Equal(AttendanceStatus.NotAttending, (await portal.MeetingAsync(id)).Status);
    }

    [Theory]
    [InlineData("ConfirmOral", OralConsentState.Confirmed)]
    [InlineData("DisputeOral", OralConsentState.Disputed)]
    public async Task E_M4_Late_invitation_oral_consent_is_confirmed_or_disputed_afterwards(string answer, OralConsentState state)
    {
        await using var portal = await TestPortal.CreateAsync();
        portal.GoTo(new DateTime(2026, 10, 7, 16, 30, 0));
        var id = await portal.RegisterAsync(MeetingRoad.Invitation() with { ReceivedAt = new DateTime(2026, 10, 7, 16, 25, 0) });
        await portal.MustAsync(id, "nominate", Trips.Lead, "Submit", MeetingRoad.LeadGoes());
        OralReportForm Oral(DateTime at, string leader) =>
            new()
            {
                Secrecy = SecrecyGate.No,
                OralReport = new OralReportInput { ToId = leader, At = at, Channel = ContactChannel.Phone, Answer = "Đồng ý" }
            };
        var member = await portal.AnswerAsync(id, "consent", Trips.Lead, "OralConsent", Oral(portal.Local, "S09"));
        Assert.Contains(member.Refusal!.Fields, f => f.Code == "Meeting.OralNotByLeader");
        portal.GoTo(MeetingRoad.Ends.AddHours(1));
        var after = await portal.AnswerAsync(id, "consent", Trips.Lead, "OralConsent", Oral(portal.Local, Trips.Leader));
        Assert.Contains(after.Refusal!.Fields, f => f.Code == "Meeting.OralAfterEnd");
        await portal.MustAsync(id, "consent", Trips.Lead, "OralConsent", Oral(new DateTime(2026, 10, 7, 16, 40, 0), Trips.Leader));
        await portal.TickAsync();
        await portal.MustAsync(id, "confirm", Trips.Lead, "Attended", MeetingRoad.Arrived());

        await portal.MustAsync(id, "confirmOral", Trips.Leader, answer, Trips.Reason());
        Assert.Equal(state, (await portal.MeetingAsync(id)).Oral);
        var told = await portal.ReadAsync(db =>
            db.Notifications.Where(n => n.Kind == NotificationKind.Compliance).Select(n => n.PersonId).ToListAsync());
        Assert.Equal(state == OralConsentState.Disputed, told.Contains(Trips.Head) && told.Contains("S38"));
    }

    [Fact]
    public async Task E_M6_Absent_though_consented_says_why_and_ends()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ConsentedAsync();
        portal.GoTo(MeetingRoad.Starts.AddMinutes(40));
        await portal.TickAsync();
        await portal.MustAsync(id, "confirm", Trips.Lead, "Absent", Trips.Reason("Xe hỏng giữa đường"));
        Assert.Equal(AttendanceStatus.Absent, (await portal.MeetingAsync(id)).Status);
        Assert.True(await portal.ReadAsync(db =>
            db.Notifications.AnyAsync(n => n.PersonId == Trips.Leader && n.Kind == NotificationKind.Cancelled)));
    }

    [Fact]
    public async Task E_M7_and_E_M14_Cancelled_and_withdrawn_leave_nothing_due()
    {
        await using var portal = await TestPortal.CreateAsync();
        var cancelled = await portal.ConsentedAsync();
        await portal.MustAsync(cancelled, "follow", Trips.Lead, "CancelMeeting", Trips.Reason("Đơn vị báo hoãn vô thời hạn"));
        Assert.Equal(AttendanceStatus.Cancelled, (await portal.MeetingAsync(cancelled)).Status);
        Assert.Empty(await portal.OpenStepsAsync(cancelled));

        var id = await portal.RegisterAsync();
        await portal.MustAsync(id, "nominate", Trips.Lead, "Submit", MeetingRoad.LeadGoes());
        await portal.MustAsync(id, "consent", Trips.Lead, "Withdraw", Trips.Reason());
        Assert.Equal(AttendanceStatus.Nominating, (await portal.MeetingAsync(id)).Status);
        await portal.MustAsync(id, "nominate", Trips.Lead, "Submit", MeetingRoad.MemberGoes());
        await portal.MustAsync(id, "consent", Trips.Leader, "Consent", MeetingRoad.Consent());
        await portal.MustAsync(id, "follow", Trips.Lead, "Withdraw", Trips.Reason());
        Assert.Equal(AttendanceStatus.Withdrawn, (await portal.MeetingAsync(id)).Status);
        Assert.Empty(await portal.OpenStepsAsync(id));
        Assert.True(await portal.ReadAsync(db =>
            db.Notifications.AnyAsync(n => n.PersonId == MeetingRoad.Clerk && n.Kind == NotificationKind.Cancelled)));
    }

    [Fact]
    public async Task E_M8_A_lead_asks_to_attend_without_an_invitation()
    {
        await using var portal = await TestPortal.CreateAsync();
        var asked = MeetingRoad.Invitation() with
        {
            WithoutInvitation = true,
            ReceivedAt = null,
            Channel = null,
            AddressedTo = null,
            DocumentNumber = null
        };
        var bare = await portal.StartAsync("meeting-attendance", Trips.Lead, asked);
        Assert.Contains(bare.Refusal!.Fields, f => f.Path == "withoutInvitationReason");
        var id = await portal.RegisterAsync(asked with { WithoutInvitationReason = "Nội dung nhân sự thuộc phạm vi theo dõi" }, Trips.Lead);
        await portal.MustAsync(id, "nominate", Trips.Lead, "Submit", MeetingRoad.LeadGoes());
        await portal.MustAsync(id, "consent", Trips.Leader, "ConsentWithRequirements",
            MeetingRoad.Consent() with { Requirements = "Báo trước cho đơn vị một ngày" });
        Assert.Contains("withoutInvitation", (await portal.Cases.FindAsync(portal.Person(Trips.Lead), id)).Value.Flags);
        Assert.Equal([MeetingRoad.Clerk], (await portal.OpenTaskAsync(id, "reply")).Assignees.Select(a => a.PersonId));
    }

    [Fact]
    public async Task E_M10_A_meeting_of_two_groups_is_one_invitation_with_a_nomination_for_each()
    {
        await using var portal = await TestPortal.CreateAsync();
        var registered = (await portal.StartAsync("meeting-attendance", MeetingRoad.Clerk, MeetingRoad.Invitation("A017", "A001"))).Value;
        Assert.Equal(["S09"], Assert.Single(Assert.Single(registered.Opened!).Waiting).PersonIds);
        var id = registered.CaseId;
        var other = await portal.ReadAsync(db => db.Cases.SingleAsync(c => c.ParentId == id));
        Assert.Equal(["A017"], (await portal.MeetingAsync(id)).AreaIds);
        Assert.Equal(["A001"], (await portal.MeetingAsync(other.Id)).AreaIds);
        Assert.Equal(
            ["S09"], (await portal.OpenTaskAsync(other.Id, "nominate")).Assignees.Where(a => !a.IsOptional).Select(a => a.PersonId));
        await portal.MustAsync(other.Id, "nominate", "S09", "Submit", MeetingRoad.LeadGoes() with { NomineeId = "S09" });
        Assert.Equal(["L3"], (await portal.OpenTaskAsync(other.Id, "consent")).Assignees.Where(a => !a.IsOptional).Select(a => a.PersonId));
        Assert.Equal("Common.NotFound", (await portal.Cases.FindAsync(portal.Person("L3"), id)).Refusal!.Code);
        Assert.True((await portal.Cases.FindAsync(portal.Person(Trips.Head), other.Id)).IsSuccess);
    }

    [Fact]
    public async Task E_M11_Late_notes_need_a_reason_and_a_returned_line_comes_back_without_a_second_share()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ConsentedAsync(MeetingRoad.MemberGoes());
        await portal.MustAsync(id, "prepare", Trips.Member, "Ready", MeetingRoad.Prepared());
        portal.GoTo(MeetingRoad.Starts.AddMinutes(20));
        var late =
            await portal.AnswerAsync(id, "confirm", Trips.Member, "Attended", MeetingRoad.Arrived(MeetingRoad.Starts.AddMinutes(15)));
        Assert.Contains(late.Refusal!.Fields, f => f is { Path: "lateReason", Clause: "Đ7.A.5" });
        await portal.MustAsync(id, "confirm", Trips.Member, "Attended",
            MeetingRoad.Arrived(MeetingRoad.Starts.AddMinutes(15)) with { LateReason = "Đường ngập" });
        portal.GoTo(new DateTime(2026, 10, 14, 9, 0, 0));
        var bare = await portal.AnswerAsync(id, "notes", Trips.Member, "Submit", MeetingRoad.Notes());
        Assert.Contains(bare.Refusal!.Fields, f => f is { Path: "lateReason", Code: "Meeting.LateNotesReason" });
        await portal.MustAsync(id, "notes", Trips.Member, "Submit", MeetingRoad.Notes() with { LateReason = "Đi công tác liên tục" });

        // The lead was not there: the lead looks first, then the leader in charge.
        await portal.MustAsync(id, "leadReview", Trips.Lead, "RequestSupplement", Trips.Review("Bổ sung ý kiến kết luận"));
        await portal.MustAsync(
            id, "notes", Trips.Member, "Submit", MeetingRoad.Notes() with { Conclusions = "Kết luận ba nội dung cụ thể" });
        await portal.MustAsync(id, "leadReview", Trips.Lead, "LeadSeen", Trips.Review());
        Assert.Equal(1, await portal.ReadAsync(db => db.UserTasks.CountAsync(t => t.CaseId == id && t.StepId == "share")));
        await portal.MustAsync(id, "review", Trips.Leader, "AcknowledgeWithDirective", Trips.Review("Theo dõi việc thực hiện kết luận") with
        {
            Directives =
                [new DirectiveInput { Content = "Báo cáo sau một tháng", AssigneeId = Trips.Member, Due = new DateOnly(2026, 11, 16) }],
        });
        Assert.Equal(1, await portal.ReadAsync(db => db.Cases.CountAsync(c => c.ParentId == id)));
        var line = (await portal.MeetingAsync(id)).Lines.Single();
        Assert.Equal((true, true, 2, AttendanceStatus.Closed), (line.IsLate, line.IsLateNotes, line.Rounds, line.Status));

        // Whoever has not read by the day is not waited for.
        portal.GoTo(new DateTime(2026, 10, 20, 8, 0, 0));
        await portal.TickAsync();
        Assert.Equal(CaseState.Closed, (await portal.MeetingAsync(id)).CaseState);
    }

    [Fact]
    public async Task E_M13_A_classified_meeting_keeps_date_host_nominee_and_consent_only()
    {
        await using var portal = await TestPortal.CreateAsync();
        var secret = new SecrecyGate
        {
            ContainsStateSecret = true,
            Stub = new OffSystemStub { Level = SecrecyLevel.Secret, Keeper = "Văn thư", StoragePlace = "Tủ mật" }
        };
        var leak = await portal.StartAsync("meeting-attendance", MeetingRoad.Clerk, MeetingRoad.Invitation() with { Secrecy = secret });
        Assert.Contains(leak.Refusal!.Fields, f => f is { Path: "title", Code: "Secrecy.ContentWithStub" });
        Assert.Contains(leak.Refusal!.Fields, f => f is { Path: "place", Code: "Secrecy.ContentWithStub" });
        var id = await portal.RegisterAsync(MeetingRoad.Invitation() with { Secrecy = secret, Title = null, Place = null });
        await portal.MustAsync(id, "nominate", Trips.Lead, "Submit", MeetingRoad.LeadGoes());
        await portal.MustAsync(id, "consent", Trips.Leader, "Consent", MeetingRoad.Consent());
        await portal.MustAsync(id, "prepare", Trips.Lead, "Ready", MeetingRoad.Prepared());
        portal.GoTo(MeetingRoad.Ends.AddMinutes(5));
        await portal.MustAsync(id, "confirm", Trips.Lead, "Attended", MeetingRoad.Arrived());
        await portal.MustAsync(id, "notes", Trips.Lead, "Submit",
            new AttendanceNotesInput { Secrecy = secret, Procedure = ProcedureObserved.Correct, Spoke = false });
        await portal.MustAsync(id, "review", Trips.Leader, "Acknowledge", Trips.Review());
        Assert.DoesNotContain(
            "lần thứ chín", (await portal.Cases.FindAsync(portal.Person(Trips.Lead), id)).Value.Case.Title.Stored,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task R_ATT_02_and_R_ATT_06_The_fields_of_work_and_the_prepared_speech()
    {
        await using var portal = await TestPortal.CreateAsync();
        var nothing = await portal.StartAsync("meeting-attendance", MeetingRoad.Clerk, MeetingRoad.Invitation() with { Domains = null });
        Assert.Contains(nothing.Refusal!.Fields, f => f is { Path: "outOfScopeReason", Code: "Meeting.NoDomain", Clause: "Đ6.1" });

        var id = await portal.ConsentedAsync();
        portal.GoTo(MeetingRoad.Starts.AddMinutes(1));
        await portal.TickAsync();
        await portal.MustAsync(id, "confirm", Trips.Lead, "Attended", MeetingRoad.Arrived());
        portal.GoTo(MeetingRoad.Ends.AddMinutes(10));
        var spoke = MeetingRoad.Notes() with
        {
            Spoke = true,
            Speech = new SpeechInput
            {
                Topic = "Cán bộ",
                Domain = WorkDomains.OrganizationAndCadres,
                Constructive = true,
                Delivered = "Đề nghị rà soát"
            }
        };
        var unprepared = await portal.AnswerAsync(id, "notes", Trips.Lead, "Submit", spoke);
        Assert.Contains(unprepared.Refusal!.Fields, f => f is { Path: "unpreparedReason", Clause: "Đ7.A.5" });
        await portal.MustAsync(id, "notes", Trips.Lead, "Submit", spoke with { UnpreparedReason = "Được mời phát biểu tại chỗ" });
    }

    [Fact]
    public async Task R_ATT_11_Further_people_after_consent_need_a_new_one_and_begin_beside_the_others()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ConsentedAsync();
        await portal.MustAsync(id, "follow", Trips.Lead, "RequestExtra",
            new ExtraRequestInput
            {
                Secrecy = SecrecyGate.No,
                Extras = [new ExtraAttendeeInput { PersonId = "S33" }],
                NecessityReason = "Nội dung họp bổ sung phần hồ sơ"
            });
        Assert.Equal(["consentExtra", "follow", "prepare"], (await portal.OpenStepsAsync(id)).Except(["reply"]));
        var nobody = await portal.AnswerAsync(
            id, "consentExtra", Trips.Leader, "ConsentExtra", MeetingRoad.Consent() with { ExtraIds = [] });
        Assert.Contains(nobody.Refusal!.Fields, f => f is { Path: "extraIds", Code: "Meeting.NobodyFurther" });
        await portal.MustAsync(id, "consentExtra", Trips.Leader, "ConsentExtra", MeetingRoad.Consent());
        var again = await portal.AnswerAsync(id, "follow", Trips.Lead, "RequestExtra", new ExtraRequestInput
        {
            Secrecy = SecrecyGate.No,
            Extras = [new ExtraAttendeeInput { PersonId = "S33" }],
            NecessityReason = "Nội dung họp bổ sung phần hồ sơ",
        });
        Assert.Contains(again.Refusal!.Fields, f => f is { Path: "extras[0].personId", Code: "Meeting.AttendsAlready" });
        Assert.Equal([(1, Trips.Lead), (2, "S33")], (await portal.MeetingAsync(id)).Lines.Select(l => (l.Number, l.PersonId)));
        Assert.Equal(2, (await portal.OpenStepsAsync(id)).Count(s => s == "prepare"));

        Assert.True((await portal.AnswerLineAsync(id, "prepare", 2, "S33", "Ready", MeetingRoad.Prepared())).IsSuccess);
        Assert.Equal(
            "Common.Forbidden", (await portal.AnswerLineAsync(id, "prepare", 1, "S33", "Ready", MeetingRoad.Prepared())).Refusal!.Code);
        portal.GoTo(MeetingRoad.Starts.AddMinutes(1));
        await portal.TickAsync();
        portal.GoTo(MeetingRoad.Ends.AddMinutes(5));
        foreach (var (line, person) in new[] { (1, Trips.Lead), (2, "S33") })
        {
            Assert.True((await portal.AnswerLineAsync(id, "confirm", line, person, "Attended", MeetingRoad.Arrived())).IsSuccess);
            Assert.True((await portal.AnswerLineAsync(id, "notes", line, person, "Submit", MeetingRoad.Notes())).IsSuccess);
        }

        Assert.True((await portal.AnswerLineAsync(id, "leadReview", 2, Trips.Lead, "LeadSeen", Trips.Review())).IsSuccess);
        Assert.True((await portal.AnswerLineAsync(id, "review", 1, Trips.Leader, "Acknowledge", Trips.Review())).IsSuccess);
        Assert.Equal(AttendanceStatus.NotesSubmitted, (await portal.MeetingAsync(id)).Status);
        Assert.True((await portal.AnswerLineAsync(id, "review", 2, Trips.Leader, "Acknowledge", Trips.Review())).IsSuccess);
        portal.GoTo(MeetingRoad.Ends.AddDays(14));
        await portal.TickAsync();
        Assert.Equal(CaseState.Closed, (await portal.MeetingAsync(id)).CaseState);
    }

    [Fact]
    public async Task The_records_office_sees_invitations_and_outcomes_never_notes_and_the_lead_gives_back_what_is_wrong()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.RegisterAsync();
        await portal.MustAsync(id, "nominate", Trips.Lead, "GiveBack", Trips.Reason("Giấy mời của đơn vị khác"));
        await portal.MustAsync(
            id, "correct", MeetingRoad.Clerk, "Submit", MeetingRoad.Invitation() with { Host = "Đảng ủy xã Bàu Nổi (sửa)" });
        await portal.MustAsync(id, "nominate", Trips.Lead, "Submit", MeetingRoad.LeadGoes());
        await portal.MustAsync(
            id, "consent", Trips.Leader, "ConsentWithRequirements", MeetingRoad.Consent() with { Requirements = "Nắm kỹ phần nhân sự" });
        await portal.MustAsync(
            id, "reply", MeetingRoad.Clerk, "Replied", new MeetingReplyInput { Secrecy = SecrecyGate.No, SentAt = portal.Local });
        await portal.MustAsync(id, "prepare", Trips.Lead, "Ready", MeetingRoad.Prepared());
        portal.GoTo(MeetingRoad.Ends.AddMinutes(5));
        await portal.MustAsync(id, "confirm", Trips.Lead, "Attended", MeetingRoad.Arrived());
        await portal.MustAsync(id, "notes", Trips.Lead, "Submit", MeetingRoad.Notes());

        var seen = (await portal.Cases.FindAsync(portal.Person(MeetingRoad.Clerk), id)).Value;
        Assert.True(seen.IsPartial);
        Assert.Equal(["meeting-invitation", "meeting-reply"], seen.Submissions.Select(s => s.FormKey).Distinct().Order());
        Assert.All(seen.Decisions, d => Assert.Equal("", d.Opinion));
        Assert.Equal(
            "Common.NotFound",
            (await portal.Acts.CommentAsync(portal.Person(MeetingRoad.Clerk), id, new Remark("Tôi xem được không", HoldsNoSecret: true)))
                .Refusal!.Code);
        Assert.Equal(1, (await portal.Cases.ListAsync(portal.Person(MeetingRoad.Clerk), new CaseFilter())).Total);

        // Nobody else outside the group learns of it; compliance knows title and state.
        foreach (var outsider in new[] { "S09", "L3", "S06", "S02", "S23" })
        {
            Assert.Equal(0, (await portal.Cases.ListAsync(portal.Person(outsider), new CaseFilter())).Total);
        }

        Assert.False((await portal.Cases.FindAsync(portal.Person("S38"), id)).Value.HasContent);
    }

    [Fact]
    public async Task The_leader_names_the_attendee_only_when_the_leads_time_has_run_out()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.RegisterAsync();
        var early = await portal.AnswerAsync(id, "nominate", Trips.Leader, "NominateDirectly", MeetingRoad.MemberGoes());
        Assert.Equal("Meeting.LeadStillHasTime", early.Refusal!.Code);
        portal.GoTo(new DateTime(2026, 10, 7, 8, 0, 0));
        await portal.MustAsync(id, "nominate", Trips.Leader, "NominateDirectly", MeetingRoad.MemberGoes());
        Assert.Equal(AttendanceStatus.Preparing, (await portal.MeetingAsync(id)).Status);
    }

    [Fact]
    public async Task X_08_A_leader_who_attends_does_not_consent_and_two_deciders_at_once_count_one()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.RegisterAsync();
        await portal.MustAsync(id, "nominate", Trips.Lead, "Submit", MeetingRoad.WithExtra(Trips.Leader));
        var task = await portal.OpenTaskAsync(id, "consent");
        Assert.Equal([Trips.Head], task.Assignees.Where(a => !a.IsOptional).Select(a => a.PersonId));
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() =>
            portal.AnswerAsync(
                task.Id, Trips.Head, i % 2 == 0 ? "Consent" : "Refuse", FormInput.ToJson(MeetingRoad.Consent("Ý kiến của Trưởng ban"))))));
        Assert.Single(answers, a => a.IsSuccess);
        Assert.All(answers.Where(a => !a.IsSuccess), a => Assert.Equal("Common.ChangedMeanwhile", a.Refusal!.Code));
    }

    [Fact]
    public async Task E_T11_A_trip_with_a_meeting_quotes_the_notes_that_were_entered_once()
    {
        await using var portal = await TestPortal.CreateAsync();
        var meeting = await portal.NotedAsync(notes: MeetingRoad.Notes() with { Remarks = "Nhận xét riêng", Share = "Chia sẻ chung" });
        portal.GoTo(new DateTime(2026, 10, 9, 8, 0, 0));
        var departs = new DateTime(2026, 10, 14, 7, 30, 0);
        var stranger = await portal.StartAsync("field-trip", "S09",
            Trips.Notice("A001") with
            {
                ParticipantIds = ["S09"],
                TripLeaderId = "S09",
                DepartsAt = departs,
                ReturnsAt = departs.AddHours(9),
                MeetingIds = [meeting]
            });
        Assert.Contains(stranger.Refusal!.Fields, f => f is { Path: "meetingIds", Code: "Trip.MeetingUnknown" });
        var id =
            await portal.NotifyAsync(Trips.Notice() with
            {
                DepartsAt = departs,
                ReturnsAt = departs.AddHours(9),
                Programme = null,
                MeetingIds = [meeting],
            });
        var quoted = Assert.Single((await portal.Cases.FindAsync(portal.Person("S33"), id)).Value.Quoted);
        Assert.Equal("DH-2026/0001", quoted.Number);
        var notes = Assert.Single(quoted.Quotes).Form;
        Assert.Equal("Chia sẻ chung", (string?)notes["share"]);
        Assert.Null(notes["remarks"]);
        Assert.Contains((await portal.Services.GetService<Schedule>().OwnAboutNowAsync(portal.Person(Trips.Lead), EngagementKind.Meeting)),
            o => o.Value == meeting.ToString());
        Assert.Empty(await portal.Services.GetService<Schedule>().OwnAboutNowAsync(portal.Person("S09"), EngagementKind.Meeting));
    }

    [Fact]
    public async Task R_CAL_01_Clashes_with_trips_meetings_and_absence_are_named_and_titles_masked_for_strangers()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.ConsentedAsync(MeetingRoad.MemberGoes());
        await portal.NotifyAsync();
        var schedule = portal.Services.GetService<Schedule>();
        var (from, to) =
            (Portal.Domain.Common.VietnamTime.ToUtc(MeetingRoad.Starts), Portal.Domain.Common.VietnamTime.ToUtc(MeetingRoad.Ends));
        var own = await schedule.OfAsync(portal.Person(Trips.Lead), [Trips.Member, Trips.Lead], from, to);
        Assert.Equal([(EngagementKind.Trip, "S11", "CT-2026/0001"), (EngagementKind.Trip, "S31", "CT-2026/0001"),
            (EngagementKind.Meeting, "S31", "DH-2026/0001")], own.Select(e =>
                (e.Kind, e.PersonId, e.CaseNumber!)).OrderBy(e => e.Kind).ThenBy(e => e.PersonId));
        var masked = await schedule.OfAsync(portal.Person("S09"), [Trips.Member], from, to);
        Assert.Equal(2, masked.Count);
        Assert.All(masked, e => Assert.Equal((null, ""), (e.CaseNumber, e.Title.Stored)));
        Assert.Empty(await schedule.OfAsync(portal.Person(Trips.Lead), [Trips.Member], to.AddDays(3), to.AddDays(4)));
    }
}

file static class Resolve
{
    public static T GetService<T>(this IServiceProvider services)
        where T : notnull => Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<T>(services);
}
