using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Forms;
using Portal.Web.Processes.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Tests.Scenarios;

/// <summary>P3 after step 7: what is taken back, what the group may know, what becomes of the remedies.</summary>
public class ReviewAftermathTests
{
    [Fact]
    public async Task E_R5_A_new_matter_is_added_until_the_collective_has_decided()
    {
        await using var portal = await TestPortal.CreateAsync();
        var cycle = await portal.CycleAsync();
        var id = await portal.AreaCaseAsync(cycle);
        await portal.PassedOnAsync(id);
        await portal.DossierAsync(cycle);
        await portal.MustAsync(id, "collective", Trips.Lead, "Supplement", Trips.Reason("Phát sinh đơn tố cáo có cơ sở"));
        Assert.Equal(["finalize"], await portal.OpenStepsAsync(id));
        await portal.MustAsync(id, "finalize", Trips.Lead, "Submit",
            Reviews.Proposal(suggestions: [Reviews.Suggestion(), Reviews.Suggestion("Đề nghị làm rõ việc xử lý đơn tố cáo")]));
        await portal.MustAsync(id, "leader", Trips.Leader, "AgreeToDossier", Reviews.Decision());
        await portal.MustAsync(id, "collective", Reviews.Head, "Pass", Reviews.Collective());
        Assert.Equal((2, ReviewProposalStatus.PassedByCollective),
            ((await portal.ProposalAsync(id)).Suggestions.Count, (await portal.ProposalAsync(id)).Status));
    }

    /// <summary>RP-16, X-02: each line of a case that the person reads, individuals only when asked for, by who reads them.</summary>
    [Fact]
    public async Task RP_16_follows_what_was_issued_until_it_is_mended_and_shows_individuals_to_who_reads_them()
    {
        await using var portal = await TestPortal.CreateAsync(("Rev.IndividualsInPortal", "on"));
        var cycle = await portal.CycleAsync();
        var id = await portal.AreaCaseAsync(cycle);
        await portal.PassedOnAsync(id, Reviews.Proposal() with { Individuals = [Reviews.Individual()] });
        await portal.DossierAsync(cycle);
        await portal.MustAsync(id, "collective", Reviews.Head, "Pass", Reviews.Collective());
        await portal.MustAsync(cycle, "send", Reviews.Coordinator, "Sent",
            new SubmissionSentInput { Secrecy = SecrecyGate.No, SentOn = new DateOnly(2026, 10, 5) });
        var following = portal.Services.GetRequiredService<ReviewFollowing>();
        async Task<IReadOnlyList<FollowedSuggestion>> SeenAsync(string person, FollowedFilter? filter = null) =>
            (await following.ListAsync(portal.Person(person), 2026, filter ?? new())).Value;
        await portal.MustAsync(id, "outcome", Reviews.Coordinator, "Recorded", Reviews.Outcome() with
        {
            Individuals = [new ItemOutcome { Item = 1, Outcome = StandingCommitteeOutcome.Approved }],
        });
        Assert.Empty(await SeenAsync(Reviews.Head));
        await portal.MustAsync(id, "issue", Reviews.Clerk, "Issued", Reviews.Issue());
        var waiting = Assert.Single(await SeenAsync(Trips.Lead));
        Assert.Equal((SuggestionStatus.Issued, null, true), (waiting.Status, waiting.Remedy, waiting.IsOpen));

        portal.GoTo(new DateTime(2026, 12, 14, 9, 0, 0));
        await portal.MustAsync(id, "conference", Trips.Lead, "Held", Reviews.Conference());
        await portal.MustAsync(id, "advise", Trips.Lead, "Submit", Reviews.Advice(remedy: true) with
        {
            Individuals = Reviews.Advice().Suggestions,
        });
        var individuals = new FollowedFilter(WithIndividuals: true);
        foreach (var (person, all, judged) in new[]
        {
            (Trips.Lead, true, true), (Trips.Leader, true, true), (Reviews.Head, true, true), (Trips.Member, true, false),
            ("S10", false, false), ("S37", false, false),
        })
        {
            Assert.True((await SeenAsync(person)).Any() == all, person);
            Assert.DoesNotContain(await SeenAsync(person), r => r.IsOfIndividual);
            Assert.True((await SeenAsync(person, individuals)).Any(r => r.IsOfIndividual) == judged, person);
        }

        var mended = Assert.Single(await SeenAsync(Trips.Lead, new FollowedFilter(Progress: FollowedProgress.Open)));
        Assert.Equal(("Hoàn thành rà soát quy hoạch", false), (mended.Remedy!.What, mended.IsLate(new DateOnly(2027, 3, 31))));
        Assert.True(mended.IsLate(new DateOnly(2027, 4, 1)));
        Assert.Empty(await SeenAsync(Trips.Lead, new FollowedFilter(Progress: FollowedProgress.Late)));
        Assert.Empty(await SeenAsync(Reviews.Head, new FollowedFilter("N01")));
        var file = await following.ExportAsync(portal.Person(Trips.Lead), 2026, individuals);
        Assert.DoesNotContain(file.Value, r => r.IsOfIndividual);
    }

    [Fact]
    public async Task E_R6_After_the_leader_has_acted_the_lead_asks_to_have_it_back_and_the_leader_answers()
    {
        await using var portal = await TestPortal.CreateAsync();
        var cycle = await portal.CycleAsync();
        var id = await portal.AreaCaseAsync(cycle);
        await portal.PassedOnAsync(id);
        await portal.MustAsync(id, "supplement", Trips.Lead, "RequestWithdraw", Trips.Reason("Số liệu cần kiểm tra lại"));
        Assert.Equal(["withdrawal"], await portal.OpenStepsAsync(id));
        var mute = await portal.AnswerAsync(id, "withdrawal", Trips.Leader, "RefuseWithdraw", Trips.Opinion());
        Assert.Contains(mute.Refusal!.Fields, f => f.Path == "opinion");
        await portal.MustAsync(id, "withdrawal", Trips.Leader, "RefuseWithdraw", Trips.Opinion("Số liệu đã được xác minh"));
        Assert.Equal(["supplement"], await portal.OpenStepsAsync(id));

        // The same once it lies before the collective.
        await portal.DossierAsync(cycle);
        await portal.MustAsync(id, "collective", Trips.Lead, "RequestWithdraw", Trips.Reason("Phát hiện sai sót về số liệu"));
        await portal.MustAsync(id, "withdrawal", Trips.Leader, "AgreeToWithdraw", Trips.Opinion());
        Assert.Equal(["finalize"], await portal.OpenStepsAsync(id));
        Assert.Equal(ReviewProposalStatus.Withdrawn, (await portal.ProposalAsync(id)).Status);
        await portal.MustAsync(id, "finalize", Trips.Lead, "Submit", Reviews.Proposal());
        await portal.MustAsync(id, "leader", Trips.Leader, "AgreeToDossier", Reviews.Decision());
        Assert.Contains("collective", await portal.OpenStepsAsync(id));
    }

    [Fact]
    public async Task E_R9_What_was_changed_or_refused_the_group_learns_of_as_far_as_the_head_releases_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        var cycle = await portal.CycleAsync();
        var id = await portal.AreaCaseAsync(cycle);
        await portal.PassedOnAsync(id, Reviews.Proposal(suggestions:
            [Reviews.Suggestion(), Reviews.Suggestion("Đề nghị làm rõ đơn thứ nhất"), Reviews.Suggestion("Đề nghị làm rõ đơn thứ hai")]));
        await portal.SentAsync(cycle, id);
        ItemOutcome Of(int item, StandingCommitteeOutcome outcome) => new() { Item = item, Outcome = outcome };
        await portal.MustAsync(id, "outcome", Reviews.Coordinator, "Recorded", Reviews.Outcome(
            Of(1, StandingCommitteeOutcome.Approved), Of(2, StandingCommitteeOutcome.NotApproved),
            Of(3, StandingCommitteeOutcome.NotApproved)));
        Assert.Equal(["release"], await portal.OpenStepsAsync(id));
        async Task<string> KnownAsync()
        {
            var proposal = await portal.ProposalAsync(id);
            return string.Join(' ', proposal.Suggestions.Where(proposal.IsKnownToGroup).Select(s => s.Number));
        }

        Assert.Equal("1", await KnownAsync());
        var release = new ReleaseInput
        {
            Secrecy = SecrecyGate.No,
            Suggestions = [new ItemRelease { Item = 2, Released = true }, new ItemRelease { Item = 3, Released = false }],
        };
        Assert.Equal("Common.Forbidden", (await portal.AnswerAsync(id, "release", Reviews.Coordinator, "Release", release)).Refusal!.Code);
        var wrong = await portal.AnswerAsync(id, "release", Reviews.Head, "Release",
            release with { Suggestions = [new ItemRelease { Item = 1, Released = true }] });
        Assert.Contains(wrong.Refusal!.Fields, f => f is { Path: "suggestions[0].item", Code: "Review.NoSuchSuggestion" });
        await portal.MustAsync(id, "release", Reviews.Head, "Release", release);
        Assert.Equal("1 2", await KnownAsync());
        Assert.Equal(["issue"], await portal.OpenStepsAsync(id));
        var seen = (await portal.Cases.FindAsync(portal.Person(Trips.Lead), id)).Value;
        Assert.DoesNotContain(seen.Submissions, s => s is { FormKey: "review-outcome" or "review-release", Form: not null });
    }

    [Fact]
    public async Task Each_remedy_is_followed_until_it_is_done_and_due_when_the_next_one_is()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await RatedAsync(portal, Remedy("Hoàn thành rà soát", new(2027, 3, 31)), Remedy("Kiểm điểm lại", new(2027, 2, 26)));
        async Task<DateTime> DueAsync() => (await portal.OpenTaskAsync(id, "remedies")).DueAt!.Value.AddHours(7);
        Assert.Equal(new DateTime(2027, 2, 26, 17, 0, 0), await DueAsync());
        var known = portal.Services.GetRequiredService<ProcessCatalogue>().Known(
            "review-remedies", await portal.Operations.ContextAsync(portal.Person(Trips.Lead)),
            (await portal.Cases.FindAsync(portal.Person(Trips.Lead), id)).Value);
        Assert.Equal([1, 2], known["followed"]!.AsArray().Select(r => (int)r!["item"]!));

        await portal.MustAsync(id, "remedies", Trips.Lead, "Followed", Followed(RemedyState.UnderWay, RemedyState.Done));
        Assert.Equal(new DateTime(2027, 3, 31, 17, 0, 0), await DueAsync());
        var early = await portal.AnswerAsync(id, "remedies", Trips.Lead, "Remedied", Followed(RemedyState.UnderWay, RemedyState.Done));
        Assert.Contains(early.Refusal!.Fields, f => f is { Path: "followed[0].state", Code: "Review.RemedyOpen" });
        var third = await portal.AnswerAsync(id, "remedies", Trips.Lead, "Followed",
            Followed(RemedyState.Done, RemedyState.Done, RemedyState.Done));
        Assert.Contains(third.Refusal!.Fields, f => f is { Path: "followed[2].item", Code: "Review.NoSuchRemedy" });
        var closed = await portal.MustAsync(id, "remedies", Trips.Lead, "Remedied", Followed(RemedyState.Done, RemedyState.Done));
        Assert.Equal(CaseState.Closed, closed.State);
    }

    [Fact]
    public async Task A_remedy_that_is_not_done_is_followed_in_the_next_cycle()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await RatedAsync(portal, Remedy("Hoàn thành rà soát", new(2027, 3, 31)), Remedy("Kiểm điểm lại", new(2027, 2, 26)));
        await portal.MustAsync(id, "remedies", Trips.Lead, "CarryOver", Followed(RemedyState.UnderWay, RemedyState.Done));
        var old = await portal.ProposalAsync(id);
        Assert.Equal([RemedyState.CarriedOver, RemedyState.Done], old.Suggestions.Single().Remedies.Select(r => r.State!.Value));

        portal.GoTo(new DateTime(2027, 10, 15, 8, 0, 0));
        var started = await portal.StartAsync("review-suggestion-annual", Reviews.Coordinator, Reviews.Cycle() with
        {
            Year = 2027,
            ReferenceDate = new DateOnly(2027, 10, 15),
            Calendar = ReviewCalendar.Of(2027),
        });
        await portal.MustAsync(started.Value.CaseId, "approve", Reviews.Head, "OpenCycle", Trips.Opinion());
        var next = await portal.AreaCaseAsync(started.Value.CaseId);
        await portal.InputsAsync(next);
        await portal.MustAsync(next, "propose", Trips.Lead, "Consult", Reviews.Nothing().First());
        var carried = Assert.Single((await portal.ProposalAsync(next)).Carried);
        Assert.Equal(("Hoàn thành rà soát", 2026, null), (carried.What, carried.FromYear, carried.State));
        Assert.True((await portal.ProposalAsync(next)).HasRemedies);
    }

    private static RemedyInput Remedy(string what, DateOnly by) =>
        new() { Item = 1, What = what, Who = "Ban Thường vụ Đảng ủy xã", By = by };

    private static RemediesInput Followed(params RemedyState[] states) => new()
    {
        Secrecy = SecrecyGate.No,
        Followed = [.. states.Select((s, i) => new RemedyProgress { Item = i + 1, State = s })],
    };

    /// <summary>Up to the step that follows the remedies.</summary>
    private static async Task<Guid> RatedAsync(TestPortal portal, params RemedyInput[] remedies)
    {
        var cycle = await portal.CycleAsync();
        var id = await portal.AreaCaseAsync(cycle);
        await portal.PassedOnAsync(id);
        await portal.SentAsync(cycle, id);
        await portal.AdvisedAsync(id, Reviews.Advice() with { Remedies = remedies });
        await portal.MustAsync(id, "conclude", Reviews.Head, "Conclude", Reviews.Conclusion());
        await portal.MustAsync(id, "finalRating", Reviews.Coordinator, "Recorded", Reviews.FinalRating());
        return id;
    }
}
