using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using Portal.Web.Operations.People;

namespace Portal.Tests.Scenarios;

/// <summary>S-13 and X-09: being away, naming a substitute, standing in.</summary>
public sealed class AbsenceTests : IAsyncLifetime
{
    private const string Substitute = "L2";

    private static readonly DateOnly Today = new(2026, 10, 5);

    private TestPortal _portal = null!;

    private Absences Absences => _portal.Services.GetRequiredService<Absences>();

    public async Task InitializeAsync() => _portal = await TestPortal.CreateAsync();

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task A_substitute_acts_visibly_for_the_leader_from_acceptance_until_the_end_of_the_period()
    {
        var (first, second) = (await _portal.NotifyAsync(), await _portal.NotifyAsync());
        Assert.True((await RegisterAsync(Trips.Leader, Away(Substitute))).IsSuccess);
        Assert.False((await _portal.AnswerAsync(first, "review", Substitute, "Acknowledge", Trips.Opinion())).IsSuccess);

        var grant = Assert.Single((await Absences.MineAsync(_portal.Person(Substitute))).Received);
        Assert.Equal("Common.Forbidden", (await Absences.AcceptAsync(_portal.Person(Trips.Leader), grant.Id)).Refusal?.Code);
        Assert.Equal("Common.NotFound", (await Absences.AcceptAsync(_portal.Person("S09"), grant.Id)).Refusal?.Code);
        Assert.True((await Absences.AcceptAsync(_portal.Person(Substitute), grant.Id)).IsSuccess);
        Assert.Contains(first, (await _portal.Tasks.InboxAsync(_portal.Person(Substitute), new())).Rows.Select(r => r.CaseId));
        Assert.Equal(Trips.Leader, (await _portal.Cases.FindAsync(_portal.Person(Substitute), first)).Value.Open
            .Single(t => t.Task.StepId == "review").ActsForId);
        Assert.All(
            (await _portal.Cases.FindAsync(_portal.Person(Trips.Leader), second)).Value.Open, t => Assert.Null(t.ActsForId));
        await _portal.MustAsync(first, "review", Substitute, "Acknowledge", Trips.Opinion());
        Assert.Contains(
            await _portal.ReadAsync(db => db.Notifications.Where(n => n.CaseId == first && n.PersonId == Trips.Member).ToListAsync()),
            n => n.Text.Parts.Any(p => p.Key == "Notice.ByFor"));
        var decision = await _portal.ReadAsync(db => db.Decisions.SingleAsync(d => d.CaseId == first));
        Assert.Equal((Substitute, Trips.Leader), (decision.DeciderId, decision.ActingForId));

        _portal.GoTo(Today.AddDays(3).ToDateTime(new TimeOnly(8, 0)));
        Assert.False((await _portal.AnswerAsync(second, "review", Substitute, "Acknowledge", Trips.Opinion())).IsSuccess);
    }

    [Fact]
    public async Task E_M9_While_the_lead_is_away_the_substitute_nominates_and_is_shown_as_such()
    {
        var id = await _portal.RegisterAsync();
        Assert.True((await RegisterAsync(Trips.Lead, Away(Trips.Member))).IsSuccess);
        await Absences.AcceptAsync(_portal.Person(Trips.Member), (await Absences.MineAsync(_portal.Person(Trips.Member))).Received[0].Id);
        await _portal.MustAsync(id, "nominate", Trips.Member, "Submit", MeetingRoad.MemberGoes("S33"));

        var view = (await _portal.Cases.FindAsync(_portal.Person(Trips.Leader),
            await _portal.ReadAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Number).SingleAsync()))).Value;
        var nomination = view.Submissions.Single(s => s.StepId == "nominate");
        Assert.Equal((Trips.Member, Trips.Lead), (nomination.PersonId, nomination.ActingForId));
        var done = view.Tasks.Single(t => t.StepId == "nominate");
        Assert.Equal((Trips.Member, Trips.Lead), (done.CompletedById, done.ActingForId));
        await _portal.MustAsync(id, "consent", Trips.Leader, "Consent", MeetingRoad.Consent());
        Assert.Equal(["S33"], (await _portal.MeetingAsync(id)).Lines.Select(l => l.PersonId));
    }

    [Theory]
    [InlineData(Trips.Leader)]
    [InlineData(Substitute)]
    public async Task Either_side_ends_it_at_once(string who)
    {
        var id = await _portal.NotifyAsync();
        await RegisterAsync(Trips.Leader, Away(Substitute));
        var grant = (await Absences.MineAsync(_portal.Person(Substitute))).Received[0];
        await Absences.AcceptAsync(_portal.Person(Substitute), grant.Id);
        Assert.True((await Absences.RevokeAsync(_portal.Person(who), grant.Id)).IsSuccess);
        Assert.False((await _portal.AnswerAsync(id, "review", Substitute, "Acknowledge", Trips.Opinion())).IsSuccess);
        Assert.Equal("Delegation.Revoked", (await Absences.AcceptAsync(_portal.Person(Substitute), grant.Id)).Refusal?.Code);
        var told = who == Trips.Leader ? Substitute : Trips.Leader;
        Assert.Contains(await _portal.ReadAsync(db => db.Notifications
            .Where(n => n.Kind == NotificationKind.Delegation)
            .OrderBy(n => n.Id)
            .Select(n => n.PersonId)
            .ToListAsync()), p => p == told);
        Assert.Equal(["Delegation.Granted", "Delegation.Accepted", "Delegation.Revoked"],
            await _portal.ReadAsync(db =>
                db.AuditEntries.Where(a => a.Act.StartsWith("Delegation.")).OrderBy(a => a.Sequence).Select(a => a.Act).ToListAsync()));
    }

    [Fact]
    public async Task What_was_lent_for_one_process_does_not_serve_another()
    {
        var id = await _portal.NotifyAsync();
        await RegisterAsync(
            Trips.Leader,
            Away(Substitute) with { Scope = AbsenceRules.SomeProcesses, Processes = ["leader-task", "meeting-attendance"] });
        await Absences.AcceptAsync(_portal.Person(Substitute), (await Absences.MineAsync(_portal.Person(Substitute))).Received[0].Id);
        Assert.False((await _portal.AnswerAsync(id, "review", Substitute, "Acknowledge", Trips.Opinion())).IsSuccess);
    }

    [Fact]
    public async Task A_member_is_away_but_names_nobody()
    {
        Assert.False((await Absences.MineAsync(_portal.Person(Trips.Member))).MayDelegate);
        Assert.Equal("Absence.OnlyLeaders", (await RegisterAsync(Trips.Member, Away("S33"))).Refusal?.Code);
        Assert.True((await RegisterAsync(Trips.Member, Away(null))).IsSuccess);
        var context = await _portal.Operations.ContextAsync(_portal.Person(Trips.Lead));
        Assert.True(context.Directory.IsAway(Trips.Member, Today.AddDays(1)));
        Assert.False(context.Directory.IsAway(Trips.Member, Today.AddDays(3)));
    }

    [Fact]
    public async Task Wrong_input_is_told_at_its_field_and_nothing_is_kept()
    {
        foreach (var (input, path, code) in new[]
        {
            (Away(null) with { To = Today.AddDays(-1) }, "to", "Absence.EndsBeforeStart"),
            (Away(null) with { From = Today.AddDays(-9), To = Today.AddDays(-3) }, "to", "Absence.Past"),
            (Away(null) with { To = Today.AddDays(400) }, "to", "Absence.TooLong"),
            (Away(null) with { From = null }, "from", "Common.Required"),
            (Away(null) with { Reason = " " }, "reason", "Common.Required"),
            (Away(Trips.Leader), "delegateId", "Absence.OwnSubstitute"),
            (Away("S999"), "delegateId", "Absence.UnknownSubstitute"),
            (Away(Substitute) with { Scope = "no-such" }, "scope", "Common.Required"),
            (Away(Substitute) with { Scope = AbsenceRules.SomeProcesses }, "processes", "Common.Required"),
            (Away(Substitute) with { Scope = AbsenceRules.SomeProcesses, Processes = ["no-such"] }, "processes", "Common.Required"),
        })
        {
            var refused = await RegisterAsync(Trips.Leader, input);
            Assert.Contains(refused.Refusal?.Fields ?? [], f => f.Path == path && f.Code == code);
        }

        var mine = await Absences.MineAsync(_portal.Person(Trips.Leader));
        Assert.Empty(mine.Absences);
        Assert.Empty(mine.Given);
    }

    [Fact]
    public async Task Back_earlier_ends_the_absence_and_nobody_else_can_end_it()
    {
        await RegisterAsync(Trips.Leader, Away(null) with { To = Today.AddDays(20) });
        var absence = (await Absences.MineAsync(_portal.Person(Trips.Leader))).Absences[0];
        _portal.GoTo(Today.AddDays(2).ToDateTime(new TimeOnly(8, 0)));
        Assert.Equal("Common.NotFound", (await Absences.EndAbsenceAsync(_portal.Person(Substitute), absence.Id)).Refusal?.Code);
        Assert.True((await Absences.EndAbsenceAsync(_portal.Person(Trips.Leader), absence.Id)).IsSuccess);
        Assert.Equal(Today.AddDays(1), (await Absences.MineAsync(_portal.Person(Trips.Leader))).Absences[0].ValidTo);
    }

    [Fact]
    public async Task What_has_not_begun_is_withdrawn_and_stays_to_be_read()
    {
        await RegisterAsync(Trips.Leader, Away(null) with { From = Today.AddDays(5), To = Today.AddDays(6) });
        var leader = _portal.Person(Trips.Leader);
        var absence = (await Absences.MineAsync(leader)).Absences[0];
        Assert.True((await Absences.EndAbsenceAsync(leader, absence.Id)).IsSuccess);
        Assert.NotNull(Assert.Single((await Absences.MineAsync(leader)).Absences).WithdrawnAt);
        Assert.False((await _portal.Operations.ContextAsync(leader)).Directory.IsAway(Trips.Leader, Today.AddDays(5)));
    }

    [Fact]
    public async Task Both_sides_are_told_once_on_the_day_it_begins_and_once_when_it_has_ended()
    {
        await RegisterAsync(Trips.Leader, Away(Substitute) with { From = Today.AddDays(1), To = Today.AddDays(2) });
        await Absences.AcceptAsync(_portal.Person(Substitute), (await Absences.MineAsync(_portal.Person(Substitute))).Received[0].Id);
        foreach (var (day, told) in new[] { (1, 2), (2, 2), (3, 4), (4, 4) })
        {
            _portal.GoTo(Today.AddDays(day).ToDateTime(new TimeOnly(7, 30)));
            await _portal.TickAsync();
            await _portal.TickAsync();
            Assert.Equal(told, await _portal.ReadAsync(db => db.Notifications.CountAsync(n => n.Kind == NotificationKind.Delegation
                && (n.PersonId == Trips.Leader || n.PersonId == Substitute))) - Made);
        }
    }

    // Granting tells the substitute, accepting the leader.
    private const int Made = 2;

    private static AbsenceInput Away(string? substitute) => new()
    {
        From = Today,
        To = Today.AddDays(2),
        Reason = "Đi công tác",
        DelegateId = substitute,
        Scope = AbsenceRules.EveryProcess,
        IncludesRestricted = false,
    };

    private Task<Result> RegisterAsync(string person, AbsenceInput input) =>
        Absences.RegisterAsync(_portal.Person(person), (JsonObject)FormInput.ToJson(input));
}
