using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Portal.Domain.Areas;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;

namespace Portal.Tests.Web;

/// <summary>One trip of group N03 from the notice to the acknowledged report, told by another system over HTTP.</summary>
[Collection(PortalCollection.Name)]
public class TripStoryByApiTests(PortalProcess portal)
{
    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(7);

    [Fact]
    public async Task Notice_contact_directive_new_date_late_report_returned_once_then_acknowledged()
    {
        var (member, lead, leader) = (await portal.ApiAsync("vuong.gm"), await portal.ApiAsync("quy.pc"), await portal.ApiAsync("duong.ha"));
        var departs = Now.Date.AddDays(9).AddHours(7);
        var form = FormInput.ToJson(Trips.Notice("A020") with { DepartsAt = departs, ReturnsAt = departs.AddHours(9), Programme = [new ProgrammeLine { Date = DateOnly.FromDateTime(departs), From = new TimeOnly(8, 0), Place = "Phòng họp", Content = "Làm việc với cấp ủy" }] });
        var started = await member.PostAsJsonAsync("cases", new { process = "field-trip", outcome = "Submit", form });
        Assert.Equal(HttpStatusCode.Created, started.StatusCode);
        var id = (string)(await started.Content.ReadFromJsonAsync<JsonObject>())!["caseId"]!;

        await MustAsync(lead, id, "contact", "Contacted", Trips.Contact(Now.AddMinutes(-1), "A020"));
        await MustAsync(leader, id, "review", "AcknowledgeWithDirective", Trips.Opinion("Kiểm tra việc sắp xếp chi bộ ghép"));

        await MustAsync(member, id, "departure", "Change", new TripChangeInput { Secrecy = SecrecyGate.No, DepartsAt = departs.AddDays(1), ReturnsAt = departs.AddDays(1).AddHours(9), Reason = "Địa bàn bận họp hội đồng nhân dân" });
        Assert.Equal("Notified", (string?)(await ReadAsync(member, id))["status"]);
        await MustAsync(leader, id, "review", "Acknowledge", Trips.Opinion());

        // The clock of a running portal cannot be moved: the trip is put into the past instead.
        var (left, back) = (departs.AddDays(-30), departs.AddDays(-30).AddHours(9));
        await portal.ExecuteAsync($"UPDATE FieldTrips SET DepartsAt = '{Sql(left)}', ReturnsAt = '{Sql(back)}' WHERE lower(CaseId) = '{id}'");
        await MustAsync(member, id, "departure", "Departed", Trips.Departure() with { DepartedAt = left });
        await MustAsync(member, id, "notes", "EndTrip", Trips.Notes() with { ReturnedAt = back });

        var result = Trips.Result("A020") with { ActualFrom = left, ActualTo = back, Deviations = "Lùi một ngày vì địa bàn bận họp" };
        var bare = await AnswerAsync(member, id, "result", "Submit", result);
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        Assert.Contains("quá hạn", (await bare.Content.ReadFromJsonAsync<JsonObject>())!["errors"]!["lateReason"]![0]!.ToString(), StringComparison.OrdinalIgnoreCase);
        await MustAsync(member, id, "result", "Submit", result with { LateReason = "Đi công tác dài ngày" });

        Assert.Equal(HttpStatusCode.Forbidden, (await AnswerAsync(lead, id, "resultReview", "Acknowledge", Trips.Review())).StatusCode);
        await MustAsync(leader, id, "resultReview", "RequestSupplement", Trips.Review("Bổ sung tình hình chi bộ ghép"));
        await MustAsync(member, id, "result", "Submit", result with { LateReason = "Đi công tác dài ngày", Situation = [new SituationPart { AreaId = "A020", Domain = WorkDomains.PartyOrgAndMembers, Text = "Ba chi bộ ghép đã sinh hoạt đúng kỳ" }] });
        await MustAsync(leader, id, "resultReview", "Acknowledge", Trips.Review());

        var end = await ReadAsync(member, id);
        Assert.Equal("Closed", (string?)end["state"]);
        Assert.Equal(["AcknowledgeWithDirective", "Acknowledge", "RequestSupplement", "Acknowledge"], ((JsonArray)end["decisions"]!).Select(d => (string)d!["outcome"]!));
    }
    private static string Sql(DateTime local) => local.AddHours(-7).ToString("yyyy-MM-dd HH:mm:ss");

    private static async Task<JsonObject> ReadAsync(HttpClient client, string id) => (await client.GetFromJsonAsync<JsonObject>($"cases/{id}"))!;

    private static async Task<HttpResponseMessage> AnswerAsync<T>(HttpClient client, string id, string step, string outcome, T form)
    {
        var open = (JsonArray)(await ReadAsync(client, id))["open"]!;
        var task = open.FirstOrDefault(t => (string?)t!["step"] == step) ?? throw new InvalidOperationException($"{step} is not open: {open.ToJsonString()}");
        return await client.PostAsJsonAsync($"tasks/{task["id"]}/complete", new { outcome, form = FormInput.ToJson(form) });
    }

    private static async Task MustAsync<T>(HttpClient client, string id, string step, string outcome, T form)
    {
        var answer = await AnswerAsync(client, id, step, outcome, form);
        Assert.True(answer.IsSuccessStatusCode, $"{step}/{outcome}: {await answer.Content.ReadAsStringAsync()}");
    }
}
