using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Cases;

namespace Portal.Tests.Processes;

/// <summary>
/// A case of A017 (group N03, lead S11, leader in charge L4) that is walked as far as it goes, with <see cref="Marker"/> in every
/// Restricted part of its forms and in all that people make of these: opinions, directives, reserved opinions, tasks, files. Found by
/// reflection: a form with such a part that no road fills in fails.
/// </summary>
public abstract class RestrictedRoad
{
    /// <summary>Neither the portal nor the demo knows the word.</summary>
    public const string Marker = "zqxkinhlup";

    public abstract string ProcessKey { get; }

    /// <summary>Who may read it: by office, as its author, or named to carry it out.</summary>
    public abstract IReadOnlyList<string> Readers { get; }

    public abstract Task WalkAsync(TestPortal portal);

    protected static DirectiveInput Directive(string assignee) =>
        new() { Content = $"Xác minh {Marker}", AssigneeId = assignee, Due = new DateOnly(2026, 12, 25) };

    protected static async Task<Guid[]> FileAsync(TestPortal portal, string person)
    {
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"%PDF-1.7 {Marker}"));
        var stored = await portal.Acts.UploadAsync(portal.Person(person), $"{Marker}.pdf", content);
        Assert.True(stored.IsSuccess, stored.Refusal?.Code);
        return [stored.Value.Id];
    }

    /// <summary>What is said beside the forms: comments of who decides and of who wrote it, a question and its answer.</summary>
    protected static async Task SpeakAsync(TestPortal portal, Guid id, string asker, string asked)
    {
        Assert.True((await portal.Acts.CommentAsync(portal.Person(asker), id, new Remark(Marker, HoldsNoSecret: true))).IsSuccess);
        Assert.True((await portal.Acts.CommentAsync(portal.Person(asked), id, new Remark(Marker, HoldsNoSecret: true))).IsSuccess);
        var questions = portal.Services.GetRequiredService<CaseQuestions>();
        Assert.True((await questions.AskAsync(portal.Person(asker), id, asked, null, new Remark(Marker, HoldsNoSecret: true))).IsSuccess);
        var question = Assert.Single(await questions.MineAsync(portal.Person(asked)));
        Assert.True((await questions.AnswerAsync(portal.Person(asked), question.Id, new Remark(Marker, HoldsNoSecret: true))).IsSuccess);
    }

    /// <summary>A member of the group, who may not read why, reserves an opinion nonetheless, and who decided answers.</summary>
    protected static async Task ReserveAsync(TestPortal portal, Guid id, string author, string decider)
    {
        var decision = await portal.ReadAsync(db => db.Decisions.Where(d => d.CaseId == id).OrderByDescending(d => d.At).FirstAsync());
        var done = await portal.Acts.ReserveAsync(portal.Person(author), id, decision.Id, FormInput.ToJson(new ReservedOpinionInput
        {
            Secrecy = SecrecyGate.No,
            Opinion = Marker,
            Difference = Marker,
            Grounds = Marker,
            DiffersFrom = OpinionDiffersFrom.LeaderInCharge,
        }));
        Assert.True(done.IsSuccess, done.Refusal?.Code);
        var opinion = await portal.ReadAsync(db => db.ReservedOpinions.SingleAsync(o => o.DecisionId == decision.Id));
        Assert.True((await portal.Acts.RespondToReservedAsync(portal.Person(decider), opinion.Id, new Remark(Marker, HoldsNoSecret: true)))
            .IsSuccess);
    }

    /// <summary>The tasks that directives made, to their end.</summary>
    protected static async Task CarryOutAsync(TestPortal portal, Guid source, string assignee)
    {
        var made = await portal.ReadAsync(db =>
            db.Cases
                .Where(c => c.ParentId == source && c.ProcessKey == "leader-task")
                .Select(c => new { c.Id, c.InitiatorId })
                .ToListAsync());
        Assert.NotEmpty(made);
        foreach (var task in made)
        {
            var seen = (await portal.Cases.FindAsync(portal.Person(assignee), task.Id)).Value;
            Assert.Contains(seen.Submissions, s => s.Form?.ToJsonString().Contains(Marker, StringComparison.Ordinal) == true);
            await portal.MustAsync(task.Id, "accept", assignee, "Accept", new { });
            await portal.MustAsync(task.Id, "work", assignee, "Report", new { secrecy = SecrecyGate.No, report = Marker });
            await portal.MustAsync(task.Id, "review", task.InitiatorId, "AcceptReport", new { });
        }
    }
}
