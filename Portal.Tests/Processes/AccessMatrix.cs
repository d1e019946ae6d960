using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Tasks;
using Portal.Workflows.Runtime;

namespace Portal.Tests.Processes;

/// <summary>
/// Section 13 as a table, for one process: every role against every read and every act of a case of A017 (group N03, lead S11, leader in
/// charge L4). Found by reflection: a process without one fails.
/// </summary>
public abstract class AccessMatrix
{
    /// <summary>Stands in what only those may read who read Restricted parts.</summary>
    protected const string Judgement = "Đồng chí Bí thư điều hành chưa quyết đoán";

    /// <summary>
    /// One person for each role: head, leader in charge, another deputy, lead, member, another group's lead, head of the department that is
    /// asked, compliance, clerk, coordinator, administrator and designer, auditor.
    /// </summary>
    private static readonly string[] Everybody = ["L1", "L4", "L3", "S11", "S31", "S10", "S23", "S37", "S03", "S20", "S06", "S08"];

    public abstract string ProcessKey { get; }

    /// <summary>Makes a case and asks for it as everybody.</summary>
    public abstract Task TryAsync(TestPortal portal);

    /// <summary>Who reads how much of a case, by page, list and inbox; who is not named has nothing of it.</summary>
    protected static async Task ReadsAsync(
        TestPortal portal, Guid id, string[] content, string[] restricted, string[] titles, string[] partial)
    {
        var number = await portal.ReadAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Number).SingleAsync());
        foreach (var person in Everybody)
        {
            var actor = portal.Person(person);
            var found = await portal.Cases.FindAsync(actor, id);
            var list = await portal.Cases.ListAsync(actor, new CaseFilter { PageSize = 100 });
            var known = content.Contains(person) || titles.Contains(person) || partial.Contains(person);
            Assert.True(known == found.IsSuccess, $"{person} knows of {number}: {found.IsSuccess}");
            Assert.True(known == list.Rows.Any(r => r.Id == id), $"{person} has {number} in the list");
            Assert.Equal(list.Rows.Count, list.Total);
            if (!found.IsSuccess)
            {
                Assert.Equal("Common.NotFound", found.Refusal.Code);
                Assert.Empty((await portal.Tasks.InboxAsync(actor, new TaskFilter())).Rows.Where(r => r.CaseId == id));
                continue;
            }

            var view = found.Value;
            Assert.True((content.Contains(person) || partial.Contains(person)) == view.HasContent, $"{person} reads content of {number}");
            Assert.True(partial.Contains(person) == view.IsPartial, $"{person} reads a part of {number}");
            var told = string.Join('\n', view.Submissions.Select(s => s.Form?.ToJsonString(FormInput.Json)));
            Assert.True(!told.Contains(Judgement, StringComparison.Ordinal) || restricted.Contains(person),
                $"{person} reads the judgement");
            if (view.Submissions.Any(s => s.IsRestricted && restricted.Contains(person)))
            {
                Assert.Contains(Judgement, told, StringComparison.Ordinal);
            }
        }

        Assert.DoesNotContain(await portal.ReadAsync(db => db.Notifications.Select(n => n.Text).ToListAsync()),
            t => t.Stored.Contains("quyết đoán", StringComparison.Ordinal));
    }

    /// <summary>Everybody tries every outcome: who is not named is refused before the form is looked at.</summary>
    protected static async Task ActsAsync(TestPortal portal, Guid id, params (string Step, string[] Actions, string[] May)[] rows)
    {
        foreach (var (step, actions, may) in rows)
        {
            var task = await portal.ReadAsync(db =>
                db.UserTasks.FirstAsync(t => t.CaseId == id && t.StepId == step && t.State == UserTaskState.Open));
            foreach (var action in actions)
            {
                foreach (var person in Everybody)
                {
                    var tried = await portal.AnswerAsync(task.Id, person, action, new JsonObject { ["unknownToEveryForm"] = 1 });
                    Assert.False(tried.IsSuccess);
                    Assert.True(may.Contains(person) == (tried.Refusal.Code == "Common.Invalid"),
                        $"{person} {step}/{action}: {tried.Refusal.Code}");
                    Assert.True(may.Contains(person) || tried.Refusal.Code is "Common.Forbidden" or "Common.NotFound",
                        $"{person} {step}/{action}: {tried.Refusal.Code}");
                }
            }
        }
    }
}
