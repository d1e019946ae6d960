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

    /// <summary>X-08: what asks less of people than before counts when a second person has agreed.</summary>
    [Fact]
    public async Task A_parameter_that_softens_a_rule_waits_for_a_second_person_and_one_that_tightens_it_does_not()
    {
        await using var portal = await TestPortal.CreateAsync();
        var settings = portal.Services.GetRequiredService<SettingsActs>();
        async Task<SettingRow> RowAsync(string person) =>
            (await settings.ListAsync(portal.Person(person))).Single(r => r.Key == "Trip.ReviewDays");
        Assert.False((await settings.ChangeAsync(portal.Person(Administrator), "Trip.ReviewDays", "9", Why)).Value);
        Assert.Equal(("5", false), ((await RowAsync(Administrator)).Value, (await RowAsync(Administrator)).Asked!.MayDecide));
        Assert.Equal(
            "Design.OwnRequest",
            (await settings.DecideAsync(portal.Person(Administrator), "Trip.ReviewDays", true, "")).Refusal?.Code);
        foreach (var who in new[] { Trips.Leader, Trips.Member })
        {
            Assert.Equal("Common.Forbidden", (await settings.DecideAsync(portal.Person(who), "Trip.ReviewDays", true, "")).Refusal?.Code);
        }

        Assert.Equal(
            "comment", (await settings.DecideAsync(portal.Person(Trips.Head), "Trip.ReviewDays", false, "thôi")).Refusal!.Fields[0].Path);
        Assert.True((await settings.DecideAsync(portal.Person(Trips.Head), "Trip.ReviewDays", false, "Năm ngày là đủ")).IsSuccess);
        Assert.Equal(("5", true), ((await RowAsync(Administrator)).Value, (await RowAsync(Administrator)).Asked is null));

        Assert.False((await settings.ChangeAsync(portal.Person(Administrator), "Trip.ReviewDays", "9", Why)).Value);
        Assert.True((await settings.DecideAsync(portal.Person(Trips.Head), "Trip.ReviewDays", true, "")).IsSuccess);
        Assert.Equal("9", (await RowAsync(Administrator)).Value);
        Assert.True((await settings.ChangeAsync(portal.Person(Administrator), "Trip.ReviewDays", "2", Why)).Value);
        Assert.Equal("Common.NotFound", (await settings.DecideAsync(portal.Person(Trips.Head), "Trip.ReviewDays", true, "")).Refusal?.Code);
    }

    /// <summary>Of any two values of any parameter one at most is the softer.</summary>
    [Fact]
    public void What_is_softer_one_way_is_stricter_the_other_way()
    {
        string[] values = ["off", "on", "0", "1", "3", "9", "20", "28", .. PortalSettings.Choices.Values.SelectMany(c => c)];
        foreach (var key in PortalSettings.Editable)
        {
            var fit = values.Distinct().Where(v => PortalSettings.Check(key, v) is null).ToList();
            foreach (var (a, b) in fit.SelectMany(a => fit.Select(b => (a, b))))
            {
                Assert.False(PortalSettings.IsSofter(key, a, b) && PortalSettings.IsSofter(key, b, a), $"{key} {a} {b}");
                Assert.True(a != b || !PortalSettings.IsSofter(key, a, b), key);
            }
        }

        Assert.True(PortalSettings.IsSofter("Security.TwoFactor", "Everyone", "off"));
        Assert.True(PortalSettings.IsSofter("Trip.BlockAfterDays", "3", "off"));
        Assert.True(PortalSettings.IsSofter("Trip.NoticeLeadDays", "2", "0"));
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
