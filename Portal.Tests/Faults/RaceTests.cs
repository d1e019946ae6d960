using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Tests.TestKit;
using Portal.Workflows.Runtime;

namespace Portal.Tests.Faults;

/// <summary>
/// Races at one step: exactly one wins, each time, and the others are told who. How many is said by <c>PORTAL_RACES</c>; the suite
/// runs some hundreds, <c>PORTAL_RACES=1000 dotnet test --filter RaceTests</c> thousands.
/// </summary>
public class RaceTests
{
    private static readonly int Races =
        int.TryParse(Environment.GetEnvironmentVariable("PORTAL_RACES"), CultureInfo.InvariantCulture, out var races) ? races : 200;

    [Fact]
    public async Task Of_several_answers_at_the_same_moment_one_counts()
    {
        await using var portal = await TestPortal.CreateAsync();
        for (var i = 0; i < Races; i++)
        {
            var id = await portal.NotifyAsync();
            var task = await portal.OpenTaskAsync(id, "review");
            var all = await Task.WhenAll(
                Task.Run(() =>
                    portal.AnswerAsync(task.Id, Trips.Leader, "Acknowledge", Portal.Domain.Forms.FormInput.ToJson(Trips.Opinion()))),
                Task.Run(() => portal.AnswerAsync(
                    task.Id, Trips.Leader, "Return", Portal.Domain.Forms.FormInput.ToJson(Trips.Opinion("Bổ sung chương trình")))),
                Task.Run(() =>
                    portal.AnswerAsync(task.Id, Trips.Leader, "Acknowledge", Portal.Domain.Forms.FormInput.ToJson(Trips.Opinion()))));
            await OneAsync(portal, id, "review", all);
        }
    }

    [Fact]
    public async Task Withdrawn_by_one_and_approved_by_the_other_at_the_same_moment_is_one_of_the_two()
    {
        await using var portal = await TestPortal.CreateAsync();
        var withdrawn = 0;
        for (var i = 0; i < Races; i++)
        {
            var id = await portal.NotifyAsync();
            var task = await portal.OpenTaskAsync(id, "review");
            var both = await Task.WhenAll(
                Task.Run(() => portal.AnswerAsync(task.Id, Trips.Member, "Withdraw", Portal.Domain.Forms.FormInput.ToJson(Trips.Reason()))),
                Task.Run(() =>
                    portal.AnswerAsync(task.Id, Trips.Leader, "Acknowledge", Portal.Domain.Forms.FormInput.ToJson(Trips.Opinion()))));
            await OneAsync(portal, id, "review", both);
            withdrawn += both[0].IsSuccess ? 1 : 0;
            Assert.Contains(both[0].IsSuccess ? "revise" : "contact", await portal.OpenStepsAsync(id));
        }

        Assert.InRange(withdrawn, 1, Races - 1);
    }

    [Fact]
    public async Task Time_and_a_person_at_the_same_moment_end_a_step_once()
    {
        await using var portal = await TestPortal.CreateAsync();
        var away = new List<Guid>();
        for (var i = 0; i < Races / 4; i++)
        {
            var id = await portal.NotifyAsync();
            await portal.MustAsync(id, "review", Trips.Leader, "Acknowledge", Trips.Opinion());
            await portal.MustAsync(id, "contact", Trips.Lead, "Contacted", Trips.Contact(portal.Local.AddMinutes(-5)));
            away.Add(id);
        }

        portal.GoTo(Trips.Departs.AddMinutes(10));
        var tasks = new List<UserTask>();
        foreach (var id in away)
        {
            await portal.MustAsync(id, "departure", Trips.Member, "Departed", Trips.Departure());
            tasks.Add(await portal.OpenTaskAsync(id, "notes"));
        }

        portal.GoTo(Trips.Returns.AddDays(2));
        foreach (var task in tasks)
        {
            var person =
                Task.Run(() => portal.AnswerAsync(task.Id, Trips.Member, "EndTrip", Portal.Domain.Forms.FormInput.ToJson(Trips.Notes())));
            var time = Task.Run(() => portal.Operations.RunAsync(Actor.System, o => o.Cases.AttendAsync(task.Id, o.Context)));
            await Task.WhenAll(person, time);
            var stored = await portal.ReadAsync(db => db.UserTasks.SingleAsync(t => t.Id == task.Id));
            Assert.Equal((await person).IsSuccess ? "EndTrip" : "Timeout", stored.Outcome);
            Assert.Equal(1, await portal.ReadAsync(db => db.UserTasks.CountAsync(t => t.CaseId == task.CaseId && t.StepId == "result")));
        }
    }

    private static async Task OneAsync(TestPortal portal, Guid id, string step, Result<Receipt>[] all)
    {
        var won = Assert.Single(all, r => r.IsSuccess);
        Assert.All(all.Where(r => r != won), r => Assert.Equal("Common.ChangedMeanwhile", r.Refusal!.Code));
        Assert.Equal(1, await portal.ReadAsync(db => db.Submissions.CountAsync(s => s.CaseId == id && s.StepId == step)));
    }
}
