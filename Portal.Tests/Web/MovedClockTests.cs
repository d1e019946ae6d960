using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Portal.Domain.Forms;
using Portal.Domain.LeaderTasks;
using Portal.Tests.TestKit;
using Portal.Web.Security;
using Portal.Web.Setup;

namespace Portal.Tests.Web;

/// <summary>A portal that was started on another day (<c>PORTAL_TODAY</c>): it says so, and all of it is there.</summary>
public class MovedClockTests
{
    /// <summary>The secret of the examples in RFC 6238, "12345678901234567890".</summary>
    private const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData("2028-02-29T10:00", "2028-02-29T03:00:00Z")]
    [InlineData("2027-01-01T00:30:15", "2026-12-31T17:30:15Z")]
    [InlineData("2020-06-01T12:00:00.5", "2020-06-01T05:00:00.5Z")]
    public void The_clock_starts_at_the_moment_that_is_named_and_runs_on(string today, string utc)
    {
        var clock = ClockOptions.ClockFrom(today);
        var first = clock.GetUtcNow();
        Assert.InRange(first, DateTimeOffset.Parse(utc), DateTimeOffset.Parse(utc).AddMinutes(1));
        Assert.True(clock.GetUtcNow() >= first);
        Assert.IsType<ShiftedTimeProvider>(ClockOptions.ClockFrom(ClockOptions.Write(first.UtcDateTime)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-02-29T10:00")]
    public void Without_a_moment_that_can_be_read_it_is_the_machines(string? today) =>
        Assert.IsNotType<ShiftedTimeProvider>(ClockOptions.ClockFrom(today));

    [Theory]
    [InlineData("mai")]
    [InlineData("2026-02-29T10:00")]
    [InlineData("2026-12-05")]
    [InlineData("1026-12-05T10:00")]
    public async Task A_moment_that_cannot_be_read_is_refused_in_words(string today)
    {
        var folder = Directory.CreateTempSubdirectory("portal-clock-").FullName;
        try
        {
            var (code, output) = await PortalProcess.RunToEndAsync($"--Data:Path={folder}", $"--{ClockOptions.Key}={today}");
            Assert.Equal(2, code);
            Assert.Contains("Cấu hình chưa đúng", output, StringComparison.Ordinal);
            Assert.Contains($"{ClockOptions.Key}: “{today}”", output, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("2028-02-29T10:00")]
    [InlineData("2025-03-03T10:00")]
    public async Task Years_from_now_and_long_ago_it_says_so_lets_people_in_and_dates_what_they_do(string today)
    {
        var portal = await PortalProcess.WithAsync(
            "--Demo:Activity=false", $"--Demo:Password={PortalProcess.Password}", $"--{ClockOptions.Key}={today}");
        try
        {
            var day = DateOnly.Parse(today[..10]);
            Assert.Contains($"{day:dd/MM/yyyy} (biến {ClockOptions.Key}), chỉ để thử", portal.Output, StringComparison.Ordinal);
            var head = await portal.ApiAsync("nhan.dk");
            Assert.Equal(HttpStatusCode.OK, (await head.GetAsync("me")).StatusCode);
            var task = new LeaderTaskInput { Secrecy = SecrecyGate.No, Content = "Khảo sát chi bộ ghép", AssigneeId = "S09" };
            var answer =
                await head.PostAsJsonAsync("cases", new { process = "leader-task", outcome = "Submit", form = FormInput.ToJson(task) });
            Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
            var number = (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["number"];
            Assert.Contains($"-{day.Year}/", number, StringComparison.Ordinal);
        }
        finally
        {
            await portal.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_RFC_6238_at_their_time_and_not_much_before_or_after(long seconds, string code)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(seconds);
        Assert.True(TimedCodes.IsGood(Secret, code, at));
        Assert.True(TimedCodes.IsGood(Secret, code, at.AddSeconds(60)));
        Assert.False(TimedCodes.IsGood(Secret, code, at.AddSeconds(90)));
        Assert.False(TimedCodes.IsGood(Secret, code, at.AddSeconds(-120)));
        Assert.False(TimedCodes.IsGood(Secret, "", at));
        Assert.False(TimedCodes.IsGood("không phải khóa", code, at));
    }
}
