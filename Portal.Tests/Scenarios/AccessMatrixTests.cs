using Microsoft.EntityFrameworkCore;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using Portal.Web.Operations;
using Portal.Workflows.Runtime;

namespace Portal.Tests.Scenarios;

/// <summary>
/// Section 13 as a table: every role against every read and every act of one case of each process. A case of A017 (group N03, lead S11,
/// leader in charge L4); who is not named in a row has nothing of it.
/// </summary>
public sealed class AccessMatrixTests : IAsyncLifetime
{
    private const string Judgement = "Đồng chí Bí thư điều hành chưa quyết đoán";

    /// <summary>One person for each role: head, leader in charge, another deputy, lead, member, another group's lead, head of the department that is asked, compliance, clerk, coordinator, administrator and designer, auditor.</summary>
    private static readonly string[] Everybody = ["L1", "L4", "L3", "S11", "S31", "S10", "S23", "S37", "S03", "S20", "S06", "S08"];

    private TestPortal _portal = null!;

    public async Task InitializeAsync() => _portal = await TestPortal.CreateAsync(("Rev.IndividualsInPortal", "on"));

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task A_field_trip()
    {
        var id = (await _portal.StartAsync("field-trip", Trips.Member, Trips.Notice())).Value.CaseId;
        await ReadsAsync(id, content: ["L1", "L4", "S11", "S31"], restricted: ["L1", "L4", "S11"], titles: ["S37"], partial: []);
        await ActsAsync(id, ("review", ["Acknowledge", "AcknowledgeWithDirective", "Return", "Decline"], ["L4"]), ("review", ["Withdraw"], ["S31"]), ("review", ["Cancel"], ["S11", "S31", "L4"]), ("review", ["OralReport"], ["S11", "S31"]));
    }

    [Fact]
    public async Task A_meeting_with_a_judgement_of_people_in_its_notes()
    {
        var id = await _portal.NotedAsync(MeetingRoad.MemberGoes(), MeetingRoad.Notes() with { Remarks = Judgement, Share = "Nội dung chia sẻ" });
        await ReadsAsync(id, content: ["L1", "L4", "S11", "S31"], restricted: ["L1", "L4", "S11", "S31"], titles: ["S37"], partial: ["S03"]);
        await ActsAsync(id, ("leadReview", ["LeadSeen", "RequestSupplement"], ["S11"]), ("share", ["Read"], ["S11"]), ("reply", ["Replied", "Skip"], ["S03"]), ("follow", ["Move", "Withdraw"], ["S11"]));
    }

    [Fact]
    public async Task A_review_proposal_with_an_individual_in_it()
    {
        var id = await _portal.AreaCaseAsync(await _portal.CycleAsync());
        var input = Reviews.Proposal(suggestions: Reviews.Suggestion(domain: Portal.Domain.Areas.WorkDomains.PartyOrgAndMembers)) with { Individuals = [Reviews.Individual() with { Domain = Portal.Domain.Areas.WorkDomains.PartyOrgAndMembers, Matter = Judgement }] };
        await _portal.SubmittedAsync(id, input);
        await ReadsAsync(id, content: ["L1", "L4", "S11", "S31", "S20"], restricted: ["L1", "L4", "S11", "S20"], titles: ["S37"], partial: ["S23"]);
        await ActsAsync(id, ("leader", ["AgreeToDossier", "Return", "ForwardToHead"], ["L4"]), ("leader", ["Withdraw"], ["S11"]), ("leader", ["Extend"], ["S20"]));
        await _portal.MustAsync(id, "leader", Trips.Leader, "AgreeToDossier", Reviews.Decision());

        // From here on the collective reads it: another deputy too.
        await ReadsAsync(id, content: ["L1", "L4", "L3", "S11", "S31", "S20"], restricted: ["L1", "L4", "L3", "S11", "S20"], titles: ["S37"], partial: ["S23"]);
    }

    private async Task ReadsAsync(Guid id, string[] content, string[] restricted, string[] titles, string[] partial)
    {
        var number = await _portal.ReadAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Number).SingleAsync());
        foreach (var person in Everybody)
        {
            var actor = _portal.Person(person);
            var found = await _portal.Cases.FindAsync(actor, id);
            var list = await _portal.Cases.ListAsync(actor, new CaseFilter { PageSize = 100 });
            var known = content.Contains(person) || titles.Contains(person) || partial.Contains(person);
            Assert.True(known == found.IsSuccess, $"{person} knows of {number}: {found.IsSuccess}");
            Assert.True(known == list.Rows.Any(r => r.Id == id), $"{person} has {number} in the list");
            Assert.Equal(list.Rows.Count, list.Total);
            if (!found.IsSuccess)
            {
                Assert.Equal("Common.NotFound", found.Refusal.Code);
                Assert.Empty((await _portal.Tasks.InboxAsync(actor, new TaskFilter())).Rows.Where(r => r.CaseId == id));
                continue;
            }

            var view = found.Value;
            Assert.True((content.Contains(person) || partial.Contains(person)) == view.HasContent, $"{person} reads content of {number}");
            Assert.True(partial.Contains(person) == view.IsPartial, $"{person} reads a part of {number}");
            var told = string.Join('\n', view.Submissions.Select(s => s.Form?.ToJsonString(FormInput.Json)));
            Assert.True(!told.Contains(Judgement, StringComparison.Ordinal) || restricted.Contains(person), $"{person} reads the judgement");
            if (view.Submissions.Any(s => s.IsRestricted && restricted.Contains(person)))
            {
                Assert.Contains(Judgement, told, StringComparison.Ordinal);
            }
        }

        Assert.DoesNotContain(await _portal.ReadAsync(db => db.Notifications.Select(n => n.Text).ToListAsync()), t => t.Contains("quyết đoán", StringComparison.Ordinal));
    }

    // Everybody tries every outcome: who is not named is refused before the form is looked at.
    private async Task ActsAsync(Guid id, params (string Step, string[] Actions, string[] May)[] rows)
    {
        foreach (var (step, actions, may) in rows)
        {
            var task = await _portal.ReadAsync(db => db.UserTasks.FirstAsync(t => t.CaseId == id && t.StepId == step && t.State == UserTaskState.Open));
            foreach (var action in actions)
            {
                foreach (var person in Everybody)
                {
                    var tried = await _portal.AnswerAsync(task.Id, person, action, []);
                    if (action == "Read" && may.Contains(person))
                    {
                        continue;
                    }

                    Assert.False(tried.IsSuccess);
                    Assert.True(may.Contains(person) == (tried.Refusal.Code == "Common.Invalid"), $"{person} {step}/{action}: {tried.Refusal.Code}");
                    Assert.True(may.Contains(person) || tried.Refusal.Code is "Common.Forbidden" or "Common.NotFound", $"{person} {step}/{action}: {tried.Refusal.Code}");
                }
            }
        }
    }
}
