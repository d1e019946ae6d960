using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Settings;
using Portal.Web.Texts;

namespace Portal.Tests.Scenarios;

/// <summary>Section 8: parameters are changed on screen, by administrators only, with a reason, and count at once.</summary>
public class SettingsTests
{
    private const string Administrator = "S06";
    private const string Why = "Theo kết luận họp lãnh đạo Ban";

    [Fact]
    public async Task A_new_deadline_counts_for_steps_opened_afterwards()
    {
        await using var asShipped = await TestPortal.CreateAsync();
        await using var portal = await TestPortal.CreateAsync();
        Assert.True((await portal.Services.GetRequiredService<SettingsActs>()
            .ChangeAsync(portal.Person(Administrator), "Trip.ReviewDays", " 2 ", Why)).IsSuccess);
        var before = (await asShipped.OpenTaskAsync(await asShipped.ReportedAsync(), "resultReview")).DueAt;
        var after = (await portal.OpenTaskAsync(await portal.ReportedAsync(), "resultReview")).DueAt;
        Assert.Equal(new DateTime(2026, 10, 15, 17, 0, 0), VietnamTime.ToLocal(before!.Value));
        Assert.Equal(new DateTime(2026, 10, 12, 17, 0, 0), VietnamTime.ToLocal(after!.Value));
        var entry = await portal.ReadAsync(db => db.AuditEntries.SingleAsync(a => a.Act == "Setting.Changed"));
        Assert.Equal(("Trip.ReviewDays", "5 → 2", Why), (entry.Subject, entry.Details, entry.Reason));
    }

    [Fact]
    public async Task Only_administrators_change_them_and_only_the_head_beside_them_reads_them()
    {
        await using var portal = await TestPortal.CreateAsync();
        var settings = portal.Services.GetRequiredService<SettingsActs>();
        foreach (var who in new[] { Trips.Head, Trips.Leader, Trips.Member, "S37" })
        {
            Assert.Equal("Common.Forbidden", (await settings.ChangeAsync(portal.Person(who), "Trip.ReviewDays", "2", Why)).Refusal?.Code);
            Assert.Equal(who == Trips.Head, (await settings.ListAsync(portal.Person(who))).Count > 0);
        }

        Assert.Equal(PortalSettings.Editable, (await settings.ListAsync(portal.Person(Administrator))).Select(r => r.Key));
        Assert.Equal(
            "reason", (await settings.ChangeAsync(portal.Person(Administrator), "Trip.ReviewDays", "2", "ngắn")).Refusal!.Fields[0].Path);
    }

    [Theory]
    [InlineData("Trip.ReviewDays", "-1", "Setting.NotDays")]
    [InlineData("Trip.ReviewDays", "hai", "Setting.NotDays")]
    [InlineData("Trip.ReviewDays", "366", "Setting.NotDays")]
    [InlineData("Trip.NoticeMode", "Silent", "Setting.NotOneOf")]
    [InlineData("Trip.BlockAfterDays", "on", "Setting.NumberOrOff")]
    [InlineData("Trip.BlockAfterDays", "off", null)]
    [InlineData("Reminder.Offsets", "-1, 0,3", null)]
    [InlineData("Reminder.Offsets", "", "Setting.NotOffsets")]
    [InlineData("Reminder.Offsets", "1,,2", "Setting.NotOffsets")]
    [InlineData("Attachments.MaxMegabytes", "0", "Setting.NotMegabytes")]
    [InlineData("Demo.Password", "x", "Setting.Unknown")]
    [InlineData("Secrecy.Deployment", "Open", "Setting.Unknown")]
    public void A_value_that_would_break_something_is_refused(string key, string value, string? code) =>
        Assert.Equal(code, PortalSettings.Check(key, value));

    [Fact]
    public void Every_parameter_has_a_default_that_may_be_stored_and_a_name()
    {
        var texts = new TextCatalogue();
        Assert.All(PortalSettings.Editable, k => Assert.Null(PortalSettings.Check(k, PortalSettings.Defaults[k])));
        Assert.All(PortalSettings.Editable, k => Assert.True(texts.Vietnamese.ContainsKey($"setting.{k}"), k));
    }
}
