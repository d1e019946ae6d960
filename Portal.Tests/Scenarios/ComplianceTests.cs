using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Common;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Compliance;
using Portal.Web.Texts;

namespace Portal.Tests.Scenarios;

/// <summary>RP-04: what is missing, was late, or was done without an answer.</summary>
public sealed class ComplianceTests : IAsyncLifetime
{
    private const string Officer = "S37";

    private static readonly ComplianceFilter October = new(new DateOnly(2026, 10, 1));

    private TestPortal _portal = null!;

    public async Task InitializeAsync() => _portal = await TestPortal.CreateAsync();

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task A_plan_is_listed_five_working_days_after_its_day_while_it_is_missing_and_as_late_once_it_came()
    {
        var id = await _portal.OpenPlanAsync();
        var due = (await _portal.OpenTaskAsync(id, "draft")).DueAt!.Value;
        var calendar = (await _portal.Operations.ContextAsync(_portal.Person(Officer))).Calendar;
        var day = VietnamTime.DayOf(due);
        _portal.GoTo(calendar.AddWorkingDays(day, 4).ToDateTime(new TimeOnly(16, 0)));
        Assert.Empty(await OfGroupAsync(Officer));
        _portal.GoTo(calendar.AddWorkingDays(day, 5).ToDateTime(new TimeOnly(16, 0)));
        var missing = Assert.Single(await OfGroupAsync(Officer));
        Assert.Equal((ComplianceFinding.Missing, "draft", 5), (missing.Kind, missing.StepId, missing.LateDays));

        await _portal.MustAsync(id, "draft", Trips.Lead, "Submit", Plans.Plan(Plans.Item(30)));
        var late = Assert.Single(await OfGroupAsync(Officer));
        Assert.Equal((ComplianceFinding.Late, 5), (late.Kind, late.LateDays));
        Assert.Contains(
            "Lập kế hoạch", ComplianceWords.Of(_portal.Services.GetRequiredService<Localizer>(), late), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_notice_is_listed_for_the_officer_the_head_and_the_group_and_for_no_other_group()
    {
        _portal.GoTo(Trips.Departs.AddHours(-2));
        await _portal.NotifyAsync(Trips.Notice() with { LateReason = "Xã mời gấp trong buổi chiều" });
        foreach (var reader in new[] { Officer, Trips.Head, Trips.Leader, Trips.Member })
        {
            Assert.Contains(await FindAsync(reader, October with { Kind = "lateNotice" }), f => f.GroupId == "N03");
        }

        Assert.Empty(await FindAsync("S05", October with { Kind = "lateNotice" }));
        Assert.Empty(await FindAsync(Officer, new ComplianceFilter(new DateOnly(2026, 11, 1), "", "lateNotice")));
    }

    [Fact]
    public void Every_finding_has_words()
    {
        var texts = _portal.Services.GetRequiredService<TextCatalogue>();
        foreach (var key in ComplianceKinds.All.SelectMany(k => new[] { $"finding.{k}", $"finding-kind.{k}" }))
        {
            Assert.Contains(key, texts.Vietnamese.Keys);
            Assert.Contains(key, texts.English.Keys);
        }
    }

    private async Task<IReadOnlyList<ComplianceFinding>> OfGroupAsync(string person) =>
        [.. (await FindAsync(person, new ComplianceFilter(new DateOnly(2026, 10, 1), "N03")))
            .Concat(await FindAsync(person, new ComplianceFilter(new DateOnly(2026, 9, 1), "N03")))
            .Where(f => f.ProcessKey == "monthly-trip-plan")];

    private Task<IReadOnlyList<ComplianceFinding>> FindAsync(string person, ComplianceFilter filter) =>
        _portal.Services.GetRequiredService<ComplianceList>().OfAsync(_portal.Person(person), filter);
}
