using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.LeaderTasks;
using Portal.Tests.TestKit;
using Portal.Workflows;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Runtime;

namespace Portal.Tests.Processes;

/// <summary>
/// Đ4.1-2: a directive, at whatever step of whatever process it is given, by the leader, by the head, or by who stands in for one of
/// them. The steps are read from the shipped definitions.
/// </summary>
public class DirectiveTests
{
    /// <summary>Of another group, no leader, and no reader of what group N03 does.</summary>
    private const string Substitute = "S14";

    private const string Elsewhere = "S16";

    private const string Words = "Xác minh việc ở chi bộ ghép";

    public static TheoryData<string, string, string, string> Ways
    {
        get
        {
            var ways = new TheoryData<string, string, string, string>();
            foreach (var step in Steps())
            {
                string[] givers = step.IsHeads ? ["head", "head's substitute"] : ["leader", "substitute", "head", "head's substitute"];
                for (var i = 0; i < Math.Max(givers.Length, step.Actions.Count); i++)
                {
                    ways.Add(step.Process, step.Step, step.Actions[i % step.Actions.Count], givers[i % givers.Length]);
                }
            }

            return ways;
        }
    }

    [Fact]
    public void Every_step_that_asks_for_directives_is_walked_to() => Assert.Equal(
        Steps().Select(s => $"{s.Process}/{s.Step}").Order(StringComparer.Ordinal),
        DirectiveRoads.All.Keys.Select(k => $"{k.Process}/{k.Step}").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_directive_is_the_leaders_and_both_the_leader_and_who_gave_it_for_the_leader_decide_on_it(
        string process, string step, string action, string giver)
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await DirectiveRoads.All[(process, step)](portal);
        var (principal, actor) = await GiverAsync(portal, process, giver);
        await portal.MustAsync(id, step, actor, action, Opinion(portal));

        var given = await portal.ReadAsync(db => db.Cases.SingleAsync(c => c.ParentId == id && c.ProcessKey == "leader-task"));

        // Its title says what it is about, where everybody who reads titles may know.
        Assert.Equal(given.Sensitivity == Sensitivity.Normal, given.Title.Words.Contains(Words, StringComparison.Ordinal));
        Assert.DoesNotContain(Words, given.Title.WithoutDetail.Words, StringComparison.Ordinal);
        Assert.Equal(principal, await portal.ReadAsync(db =>
            db.Set<LeaderTask>().Where(t => t.CaseId == given.Id).Select(t => t.LeaderId).SingleAsync()));
        await portal.MustAsync(given.Id, "accept", Trips.Member, "Accept", new { });
        await portal.MustAsync(given.Id, "work", Trips.Member, "Report", Report());
        Assert.True((await portal.Cases.FindAsync(portal.Person(principal), given.Id)).Value.HasContent);
        await portal.MustAsync(given.Id, "review", principal, "Return", Reason());
        await portal.MustAsync(given.Id, "work", Trips.Member, "Report", Report());
        Assert.True((await portal.Cases.FindAsync(portal.Person(actor), given.Id)).Value.HasContent);
        Assert.Equal(CaseState.Closed, (await portal.MustAsync(given.Id, "review", actor, "AcceptReport", new { })).State);
        var decided = await portal.ReadAsync(db => db.Decisions.SingleAsync(d => d.CaseId == given.Id && d.Action == "AcceptReport"));
        Assert.Equal((actor, actor == principal ? null : principal), (decided.DeciderId, decided.ActingForId));
        await TellsWithoutADayAsync(portal, id);
    }

    /// <summary>Who was given a directive without a day has no task of it, and is told that there is one, not what it says.</summary>
    private static async Task TellsWithoutADayAsync(TestPortal portal, Guid id)
    {
        var told = Assert.Single(await portal.ReadAsync(db => db.Notifications.Where(n => n.PersonId == Elsewhere).ToListAsync()));
        Assert.Equal((NotificationKind.Directive, id), (told.Kind, told.CaseId));
        Assert.Equal(NotificationClass.Tasks, NotificationChoice.ClassOf(told.Kind));
        var number = await portal.ReadAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Number).SingleAsync());
        Assert.StartsWith(number, told.Text.InVietnamese(), StringComparison.Ordinal);
        Assert.DoesNotContain(Words, told.Text.InVietnamese(), StringComparison.Ordinal);
        Assert.Equal(1, await portal.ReadAsync(db => db.Cases.CountAsync(c => c.ParentId == id && c.ProcessKey == "leader-task")));
    }

    private static async Task<(string Principal, string Actor)> GiverAsync(TestPortal portal, string process, string giver)
    {
        var principal = giver.StartsWith("head", StringComparison.Ordinal) ? Trips.Head : Trips.Leader;
        if (principal == Trips.Head)
        {
            await DirectiveRoads.PutHeadInChargeAsync(portal);
        }

        if (!giver.EndsWith("substitute", StringComparison.Ordinal))
        {
            return (principal, principal);
        }

        await DirectiveRoads.LendAsync(portal, principal, Substitute, process);
        return (principal, Substitute);
    }

    private static JsonObject Opinion(TestPortal portal) => new()
    {
        ["secrecy"] = FormInput.ToJson(SecrecyGate.No),
        ["opinion"] = "Đề nghị làm rõ nội dung này",
        ["directives"] = new JsonArray(
            Directive(Trips.Member, VietnamTime.DayOf(portal.Now).AddDays(20)), Directive(Elsewhere, null)),
    };

    private static JsonObject Directive(string assignee, DateOnly? due) => (JsonObject)FormInput.ToJson(
        new DirectiveInput { Content = Words, AssigneeId = assignee, Due = due });

    private static LeaderTaskReportInput Report() => new() { Secrecy = SecrecyGate.No, Report = "Đã xác minh xong" };

    private static TaskReasonInput Reason() => new() { Secrecy = SecrecyGate.No, Reason = "Bổ sung danh sách chi bộ" };

    /// <summary>Steps whose form asks for directives, as the shipped definitions have them.</summary>
    private static IEnumerable<(string Process, string Step, IReadOnlyList<string> Actions, bool IsHeads)> Steps()
    {
        var catalogue = new ProcessCatalogue(ShippedProcesses.All);
        return from shipped in ShippedProcesses.Definitions()
               from step in new CompiledDefinition(WorkflowDefinition.Read(shipped.Json)).All
               let spec = step.FixedSpec
               where spec is not null && !spec.HiddenFields.Contains("directives")
               let actions = spec.Actions.Select(a => (a.Key, Form: catalogue.Form(a.Form ?? spec.Form)))
                   .Where(a => a.Form?.Fields.Any(f => f.Name == "directives") == true).Select(a => a.Key).ToList()
               where actions.Count > 0
               select (shipped.Key, step.Id, (IReadOnlyList<string>)actions, spec.Who is ["head"]);
    }
}
