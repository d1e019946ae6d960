using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;

namespace Portal.Tests.Web;

/// <summary>Trips of group N03 by the API of the running program: the whole road, and the exceptional paths of section 4.</summary>
[Collection(PortalCollection.Name)]
public class TripStoryByApiTests(PortalProcess portal)
{
    [Fact]
    public async Task Notice_contact_directive_new_date_late_report_returned_once_then_acknowledged()
    {
        var (member, lead, leader) =
            (await portal.ApiAsync("vuong.gm"), await portal.ApiAsync("quy.pc"), await portal.ApiAsync("duong.ha"));
        var id = await StartAsync(member, Trips.NoticeAhead("A020"));
        var departs = Trips.NoticeAhead().DepartsAt!.Value;
        await MustAsync(lead, id, "contact", "Contacted", Trips.Contact(TestClock.Now.AddMinutes(-1), "A020"));
        await MustAsync(leader, id, "review", "AcknowledgeWithDirective", Trips.Opinion("Kiểm tra việc sắp xếp chi bộ ghép"));

        await MustAsync(member, id, "departure", "Change",
            new TripChangeInput
            {
                Secrecy = SecrecyGate.No,
                DepartsAt = departs.AddDays(1),
                ReturnsAt = departs.AddDays(1).AddHours(9),
                Reason = "Địa bàn bận họp hội đồng nhân dân"
            });
        Assert.Equal("Notified", (string?)(await ReadAsync(member, id))["status"]);
        await MustAsync(leader, id, "review", "Acknowledge", Trips.Opinion());

        // The clock of a running portal cannot be moved: the trip is put into the past instead.
        var left = TestClock.WorkingDay(-12).ToDateTime(new TimeOnly(7, 0));
        var back = left.AddHours(9);
        await portal.ExecuteAsync(
            $"UPDATE FieldTrips SET DepartsAt = '{Sql(left)}', ReturnsAt = '{Sql(back)}' WHERE lower(CaseId) = '{id}'");
        await MustAsync(member, id, "departure", "Departed", Trips.Departure() with { DepartedAt = left });
        await MustAsync(member, id, "notes", "EndTrip", Trips.Notes() with { ReturnedAt = back });

        var result = Trips.Result("A020") with { ActualFrom = left, ActualTo = back, Deviations = "Lùi một ngày vì địa bàn bận họp" };
        var bare = await AnswerAsync(member, id, "result", "Submit", result);
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        Assert.Contains("quá hạn", (await bare.Content.ReadFromJsonAsync<JsonObject>())!["errors"]!["lateReason"]![0]!.ToString(),
            StringComparison.OrdinalIgnoreCase);
        await MustAsync(member, id, "result", "Submit", result with { LateReason = "Đi công tác dài ngày" });

        Assert.Equal(HttpStatusCode.Forbidden, (await AnswerAsync(lead, id, "resultReview", "Acknowledge", Trips.Review())).StatusCode);
        await MustAsync(leader, id, "resultReview", "RequestSupplement", Trips.Review("Bổ sung tình hình chi bộ ghép"));
        await MustAsync(member, id, "result", "Submit",
            result with
            {
                LateReason = "Đi công tác dài ngày",
                Situation = [new SituationPart { AreaId = "A020", Domain = WorkDomains.PartyOrgAndMembers,
                    Text = "Ba chi bộ ghép đã sinh hoạt đúng kỳ" }]
            });
        await MustAsync(leader, id, "resultReview", "Acknowledge", Trips.Review());

        var end = await ReadAsync(member, id);
        Assert.Equal("Closed", (string?)end["state"]);
        Assert.Equal(["AcknowledgeWithDirective", "Acknowledge", "RequestSupplement", "Acknowledge"],
            ((JsonArray)end["decisions"]!).Select(d => (string)d!["outcome"]!));
    }
    [Fact]
    public async Task E_T1_Returned_with_a_reason_and_sent_again()
    {
        var (member, leader) = (await portal.ApiAsync("vuong.gm"), await portal.ApiAsync("duong.ha"));
        var id = await StartAsync(member);
        await RefusedAsync(leader, id, "review", "Return", Trips.Opinion("Sửa"), "opinion");
        await MustAsync(leader, id, "review", "Return", Trips.Opinion("Ghi rõ thành phần làm việc"));
        await MustAsync(member, id, "revise", "Submit", Trips.NoticeAhead() with { Purpose = "Nội dung đã sửa" });
        await MustAsync(leader, id, "review", "Acknowledge", Trips.Opinion());
        Assert.Equal("Acknowledged", (string?)(await ReadAsync(member, id))["status"]);
    }

    [Fact]
    public async Task E_T2_An_oral_report_lets_the_trip_depart_and_the_leader_disputes_it()
    {
        var (member, lead, leader) =
            (await portal.ApiAsync("vuong.gm"), await portal.ApiAsync("quy.pc"), await portal.ApiAsync("duong.ha"));
        var id = await StartAsync(member);
        await MustAsync(lead, id, "contact", "Contacted", Trips.Contact(TestClock.Now.AddMinutes(-1)));
        var oral = new OralReportInput
        {
            ToId = Trips.Leader,
            At = TestClock.Now.AddMinutes(-10),
            Channel = ContactChannel.Phone,
            Answer = "Cứ đi"
        };
        await MustAsync(lead, id, "review", "OralReport", new OralReportForm { Secrecy = SecrecyGate.No, OralReport = oral });
        await MustAsync(member, id, "departure", "Departed", Trips.Departure() with { DepartedAt = TestClock.Now.AddMinutes(-1) });
        await MustAsync(leader, id, "confirmOral", "DisputeOral", Trips.Reason("Tôi không nhận được báo cáo"));
        Assert.Equal(["adHoc", "departedWithoutAcknowledgement", "oralDisputed"],
            ((JsonArray)(await ReadAsync(leader, id))["flags"]!).Select(f => (string)f!));
    }

    [Fact]
    public async Task E_T3_An_unplanned_trip_is_reported_after_the_return_and_says_how_it_was_reported()
    {
        var member = await portal.ApiAsync("vuong.gm");
        var past = Trips.NoticeAhead() with
        {
            DepartsAt = TestClock.Now.AddHours(-5),
            ReturnsAt = TestClock.Now.AddHours(-1),
            Programme = null,
        };
        var bare = await member.PostAsJsonAsync("cases", new { process = "field-trip", outcome = "Submit", form = FormInput.ToJson(past) });
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        var oral = new OralReportInput
        {
            ToId = Trips.Leader,
            At = TestClock.Now.AddHours(-6),
            Channel = ContactChannel.Phone,
            Answer = "Đi ngay"
        };
        await StartAsync(member, past with { ReportedOrally = true, OralReport = oral });
    }

    [Fact]
    public async Task E_T4_Other_people_are_only_told_and_another_place_goes_back_to_the_leader()
    {
        var (member, leader) = (await portal.ApiAsync("vuong.gm"), await portal.ApiAsync("duong.ha"));
        var id = await StartAsync(member);
        await MustAsync(leader, id, "review", "Acknowledge", Trips.Opinion());
        await MustAsync(await portal.ApiAsync("quy.pc"), id, "contact", "Contacted", Trips.Contact(TestClock.Now.AddMinutes(-1)));
        await RefusedAsync(member, id, "departure", "Change",
            new TripChangeInput { Secrecy = SecrecyGate.No, ParticipantIds = [Trips.Member, Trips.Lead, "S33"] }, "reason");
        await MustAsync(member, id, "departure", "Change",
            new TripChangeInput
            {
                Secrecy = SecrecyGate.No,
                ParticipantIds = [Trips.Member, Trips.Lead, "S33"],
                Reason = "Thêm người cùng nhóm"
            });
        Assert.Equal("Acknowledged", (string?)(await ReadAsync(member, id))["status"]);
        await MustAsync(member, id, "departure", "Change",
            new TripChangeInput { Secrecy = SecrecyGate.No, Place = "Nhà văn hóa thôn Bàu Nổi", Reason = "Địa bàn đổi nơi làm việc" });
        Assert.Equal("Notified", (string?)(await ReadAsync(member, id))["status"]);
        Assert.Equal(HttpStatusCode.Forbidden, (await AnswerAsync(member, id, "review", "Acknowledge", Trips.Opinion())).StatusCode);
    }

    [Fact]
    public async Task E_T6_A_result_that_is_not_late_yet_is_given_more_time_by_the_leader_alone()
    {
        var (member, leader) = (await portal.ApiAsync("vuong.gm"), await portal.ApiAsync("duong.ha"));
        var id = await StartAsync(member);
        await MustAsync(leader, id, "review", "Acknowledge", Trips.Opinion());
        await MustAsync(await portal.ApiAsync("quy.pc"), id, "contact", "Contacted", Trips.Contact(TestClock.Now.AddMinutes(-1)));
        await MustAsync(member, id, "departure", "Departed", Trips.Departure() with { DepartedAt = TestClock.Now.AddMinutes(-2) });
        await MustAsync(member, id, "notes", "EndTrip", Trips.Notes() with { ReturnedAt = TestClock.Now.AddMinutes(-1) });

        // A day that is worked: of another one the portal makes the next that is.
        var later = new ExtensionInput { Secrecy = SecrecyGate.No, NewDue = TestClock.WorkingDay(15), Reason = "Chờ số liệu của đơn vị" };
        Assert.Equal(HttpStatusCode.Forbidden, (await AnswerAsync(member, id, "result", "Extend", later)).StatusCode);
        await RefusedAsync(leader, id, "result", "Extend", later with { NewDue = TestClock.Today.AddDays(-1) }, "newDue");
        await MustAsync(leader, id, "result", "Extend", later);
        var due = ((JsonArray)(await ReadAsync(member, id))["open"]!)
            .Single(t => (string?)t!["step"] == "result")!["dueAt"]!.GetValue<DateTime>();
        Assert.Equal(later.NewDue, DateOnly.FromDateTime(due.ToUniversalTime().AddHours(7)));
    }

    [Fact]
    public async Task E_T11_A_trip_with_a_meeting_names_it_and_no_other_one()
    {
        var (member, lead, leader, clerk) = (await portal.ApiAsync("vuong.gm"), await portal.ApiAsync("quy.pc"),
            await portal.ApiAsync("duong.ha"), await portal.ApiAsync("thao.ltb"));
        var starts = Trips.NoticeAhead().DepartsAt!.Value.AddHours(1);
        var registered = await clerk.PostAsJsonAsync("cases", new
        {
            process = "meeting-attendance",
            outcome = "Submit",
            form = FormInput.ToJson(MeetingRoad.Invitation() with
            {
                ReceivedAt = TestClock.Now.AddMinutes(-5),
                StartsAt = starts,
                EndsAt = starts.AddHours(2),
                DocumentNumber = "77-GM/ĐU",
            }),
        });
        Assert.True(registered.StatusCode == HttpStatusCode.Created, await registered.Content.ReadAsStringAsync());
        var meeting = (string)(await registered.Content.ReadFromJsonAsync<JsonObject>())!["caseId"]!;
        await MustAsync(lead, meeting, "nominate", "Submit", MeetingRoad.LeadGoes());
        await MustAsync(leader, meeting, "consent", "Consent", MeetingRoad.Consent());
        var unknown = await member.PostAsJsonAsync("cases",
            new
            {
                process = "field-trip",
                outcome = "Submit",
                form = FormInput.ToJson(Trips.NoticeAhead() with { MeetingIds = [Guid.NewGuid()] })
            });
        Assert.NotNull((await unknown.Content.ReadFromJsonAsync<JsonObject>())!["errors"]!["meetingIds"]);
        var id = await StartAsync(member, Trips.NoticeAhead() with { MeetingIds = [Guid.Parse(meeting)] });
        Assert.Contains(meeting, ((JsonArray)(await ReadAsync(lead, id))["submissions"]!)[0]!["form"]!["meetingIds"]!.ToJsonString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task E_T5_Cancelled_by_the_leader()
    {
        var (member, leader) = (await portal.ApiAsync("vuong.gm"), await portal.ApiAsync("duong.ha"));
        var id = await StartAsync(member);
        await RefusedAsync(leader, id, "review", "Cancel",
            new TripCancelInput { Secrecy = SecrecyGate.No, By = CancelledBy.LeaderInCharge, AreaInformed = true }, "reason");
        await MustAsync(leader, id, "review", "Cancel",
            new TripCancelInput
            {
                Secrecy = SecrecyGate.No,
                By = CancelledBy.LeaderInCharge,
                Reason = "Trùng lịch Thường trực",
                AreaInformed = true
            });
        var end = await ReadAsync(member, id);
        Assert.Equal("Cancelled", (string?)end["status"]);
        Assert.Empty((JsonArray)end["open"]!);
    }

    [Fact]
    public async Task A_comment_becomes_the_reason_of_a_form_that_asks_for_one()
    {
        var member = await portal.ApiAsync("vuong.gm");
        var id = await StartAsync(member);
        var task = ((JsonArray)(await ReadAsync(member, id))["open"]!).Single(t => (string?)t!["step"] == "review")!["id"];
        var answer = await member.PostAsJsonAsync($"tasks/{task}/complete",
            new { outcome = "Withdraw", comment = "Địa bàn hoãn làm việc", form = new { secrecy = new { containsStateSecret = false } } });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var reason = ((JsonArray)(await ReadAsync(member, id))["submissions"]!)
            .Single(s => (string?)s!["outcome"] == "Withdraw")!["form"]!["reason"];
        Assert.Equal("Địa bàn hoãn làm việc", (string?)reason);
    }

    [Fact]
    public async Task E_T7_Withdrawn_before_and_after_the_leader_acted()
    {
        var (member, leader) = (await portal.ApiAsync("vuong.gm"), await portal.ApiAsync("duong.ha"));
        var id = await StartAsync(member);
        await MustAsync(member, id, "review", "Withdraw", Trips.Reason());
        Assert.Equal("Draft", (string?)(await ReadAsync(member, id))["status"]);
        await MustAsync(member, id, "revise", "Submit", Trips.NoticeAhead());
        await MustAsync(leader, id, "review", "Acknowledge", Trips.Opinion());
        await MustAsync(await portal.ApiAsync("quy.pc"), id, "contact", "Contacted", Trips.Contact(TestClock.Now.AddMinutes(-1)));
        await MustAsync(member, id, "departure", "Withdraw", Trips.Reason());
        Assert.Equal("Withdrawn", (string?)(await ReadAsync(member, id))["status"]);
    }

    [Fact]
    public async Task E_T9_E_T10_Several_areas_each_with_contact_and_part_and_no_stranger_along()
    {
        var (member, lead, leader) =
            (await portal.ApiAsync("vuong.gm"), await portal.ApiAsync("quy.pc"), await portal.ApiAsync("duong.ha"));
        var id = await StartAsync(member, Trips.NoticeAhead("A017", "A018"));
        await MustAsync(leader, id, "review", "Acknowledge", Trips.Opinion());
        var oneOfTwo = await AnswerAsync(lead, id, "contact", "Contacted", Trips.Contact(TestClock.Now.AddMinutes(-1), "A017"));
        Assert.Equal(HttpStatusCode.BadRequest, oneOfTwo.StatusCode);
        await MustAsync(lead, id, "contact", "Contacted", Trips.Contact(TestClock.Now.AddMinutes(-1), "A017", "A018"));
        var stranger = Trips.Departure(Trips.Member, "S09") with { DepartedAt = TestClock.Now.AddMinutes(-2) };
        Assert.Equal(HttpStatusCode.BadRequest, (await AnswerAsync(member, id, "departure", "Departed", stranger)).StatusCode);
        await MustAsync(member, id, "departure", "Departed", Trips.Departure() with { DepartedAt = TestClock.Now.AddMinutes(-2) });
        await MustAsync(member, id, "notes", "EndTrip", Trips.Notes() with { ReturnedAt = TestClock.Now.AddMinutes(-1) });
        var (from, to) = (TestClock.Now.AddMinutes(-2), TestClock.Now.AddMinutes(-1));
        var half = Trips.Result("A017") with { ActualFrom = from, ActualTo = to, Deviations = "Đi sớm hơn dự kiến" };
        Assert.Equal(HttpStatusCode.BadRequest, (await AnswerAsync(member, id, "result", "Submit", half)).StatusCode);
        await MustAsync(member, id, "result", "Submit", half with { Situation = Trips.Result("A017", "A018").Situation });
    }

    [Fact]
    public async Task E_T13_A_state_secret_leaves_a_stub_only()
    {
        var member = await portal.ApiAsync("vuong.gm");
        var secret = new SecrecyGate
        {
            ContainsStateSecret = true,
            Stub = new OffSystemStub { Level = SecrecyLevel.Secret, Keeper = "Văn thư", StoragePlace = "Tủ mật" }
        };
        var leak = await member.PostAsJsonAsync("cases",
            new { process = "field-trip", outcome = "Submit", form = FormInput.ToJson(Trips.NoticeAhead() with { Secrecy = secret }) });
        Assert.Equal(HttpStatusCode.BadRequest, leak.StatusCode);
        Assert.NotNull((await leak.Content.ReadFromJsonAsync<JsonObject>())!["errors"]!["purpose"]);
        var id =
            await StartAsync(member, Trips.NoticeAhead() with { Secrecy = secret, Purpose = null, Programme = null, AdHocText = null });
        await MustAsync(await portal.ApiAsync("duong.ha"), id, "review", "Acknowledge", Trips.Opinion());
    }

    [Fact]
    public async Task A_directive_with_a_date_answers_with_the_task_that_it_opened()
    {
        var id = await StartAsync(await portal.ApiAsync("vuong.gm"));
        var due = TestClock.Today.AddDays(20);
        var answer = await AnswerAsync(await portal.ApiAsync("duong.ha"), id, "review", "AcknowledgeWithDirective",
            Trips.Opinion("Chú ý tình hình chi bộ ghép",
                new DirectiveInput { Content = "Báo cáo riêng về chi bộ ghép", AssigneeId = Trips.Member, Due = due }));
        var receipt = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var opened = Assert.Single(receipt["opened"]!.AsArray())!;
        Assert.Equal(Trips.Member, (string?)opened["waiting"]![0]!["personIds"]![0]);
    }

    private static async Task<string> StartAsync(HttpClient client, TripNoticeInput? notice = null)
    {
        var started = await client.PostAsJsonAsync(
            "cases", new { process = "field-trip", outcome = "Submit", form = FormInput.ToJson(notice ?? Trips.NoticeAhead()) });
        Assert.True(started.StatusCode == HttpStatusCode.Created, await started.Content.ReadAsStringAsync());
        return (string)(await started.Content.ReadFromJsonAsync<JsonObject>())!["caseId"]!;
    }

    private static async Task RefusedAsync<T>(HttpClient client, string id, string step, string outcome, T form, string field)
    {
        var answer = await AnswerAsync(client, id, step, outcome, form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull((await answer.Content.ReadFromJsonAsync<JsonObject>())!["errors"]![field]);
    }

    private static string Sql(DateTime local) => local.AddHours(-7).ToString("yyyy-MM-dd HH:mm:ss");

    private static async Task<JsonObject> ReadAsync(HttpClient client, string id) =>
        (await client.GetFromJsonAsync<JsonObject>($"cases/{id}"))!;

    private static async Task<HttpResponseMessage> AnswerAsync<T>(HttpClient client, string id, string step, string outcome, T form)
    {
        var open = (JsonArray)(await ReadAsync(client, id))["open"]!;
        var task = open.FirstOrDefault(t => (string?)t!["step"] == step)
            ?? throw new InvalidOperationException($"{step} is not open: {open.ToJsonString()}");
        return await client.PostAsJsonAsync($"tasks/{task["id"]}/complete", new { outcome, form = FormInput.ToJson(form) });
    }

    private static async Task MustAsync<T>(HttpClient client, string id, string step, string outcome, T form)
    {
        var answer = await AnswerAsync(client, id, step, outcome, form);
        Assert.True(answer.IsSuccessStatusCode, $"{step}/{outcome}: {await answer.Content.ReadAsStringAsync()}");
    }
}
