using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Administration;
using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.FollowUps;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Domain.ReportItems;
using Portal.Web.Operations;
using Portal.Web.Operations.Administration;
using Portal.Web.Operations.FollowUps;
using Portal.Web.Operations.ReportItems;
using Portal.Workflows.Runtime;

namespace Portal.Web.Persistence.Seed;

/// <summary>
/// The demo's people at work: scripts that really run the processes with a moved clock, all on one agenda, up to now. The
/// same seed makes the same cases.
/// </summary>
internal sealed class DemoStage(PortalOperations operations, ReferenceData data, DateTime now)
{
    private static readonly Func<PortalDbContext, Guid, string, string?, Task<Guid>> OpenTask = EF.CompileAsyncQuery(
        (PortalDbContext db, Guid caseId, string step, string? item) => db.UserTasks
            .Where(t => t.CaseId == caseId && t.StepId == step && (item == null || t.Item == item) && t.State == UserTaskState.Open)
            .Select(t => t.Id)
            .FirstOrDefault());

    private const string Administrator = "S06";

    private readonly PriorityQueue<IAsyncEnumerator<DateTime>, (DateTime At, int Order)> _agenda = new();
    private readonly List<string> _refusals = [];
    private readonly FollowUpActs _followUps = new(operations, new RequestTurns(), FollowedSources.All);
    private int _order;

    public ReferenceData Data => data;

    public OrganisationDirectory Directory => data.Directory;

    /// <summary>The end of the demo.</summary>
    public DateTime Now => now;

    public DateTime Clock { get; private set; }

    public PortalOperations Operations => operations;

    /// <summary>The whole demo: plans, trips and meetings of the last months, and the story cases.</summary>
    public static async Task RunAsync(
        PortalOperations operations, ReferenceCache reference, int seed, DateTime now, Action<int, int> progress, int months = 22)
    {
        var stage = new DemoStage(operations, await reference.GetAsync(), now);
        var stories = typeof(IDemoStory).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(IDemoStory)))
            .OrderBy(t => t.FullName, StringComparer.Ordinal).Select(t => (IDemoStory)Activator.CreateInstance(t)!);
        await stage.PlayAsync(stories.SelectMany(s => s.Scripts(stage, seed, months)), progress);
        await stage.HandOverAsync(new OrganisationRequests(operations, reference, new OrganisationImports(operations, reference, []), []));
    }

    /// <summary>handover (E-R8): in the middle of the cycle group 8 gets a new lead, today; what is open goes to the new one.</summary>
    private async Task HandOverAsync(OrganisationRequests requests)
    {
        const string Group = "N08";
        var today = VietnamTime.DayOf(now);
        var (old, next) = (Directory.MembersOf(Group, today).First(), Directory.MembersOf(Group, today).Skip(1).First());
        var asked = await requests.AskAsync(ActorOf(Administrator), "group-members", Group, FormInput.ToJson(new GroupMembersInput
        {
            LeadId = next,
            Members = [.. Directory.MembersOf(Group, today)
                .Select(m => new GroupMemberInput { PersonId = m, Specialities = [.. Directory.SpecialitiesOf(m, Group, today)] })],
            From = today,
            Decision = new DecisionInput
            {
                Number = "58-QĐ/BTCTU",
                Date = today,
                SignerId = Directory.Head(today),
                Summary = $"Đồng chí {Directory.NameOf(next)} làm Trưởng nhóm theo dõi địa bàn số 8 thay đồng chí {Directory.NameOf(old)}",
            },
        }), known: null, word: "", at: now);
        var done = asked.IsSuccess
            ? await requests.DecideAsync(ActorOf(Directory.Head(today)!), asked.Value, approves: true, "", now)
            : Result.From(asked.Refusal);
        if (!done.IsSuccess)
        {
            throw new InvalidOperationException($"The demo's new lead was refused: {Words(done.Refusal)}");
        }

        foreach (var id in await operations.ReadAsync(db => db.Cases.Where(c => c.GroupId == Group
            && c.State == Portal.Domain.Cases.CaseState.Open).OrderBy(c => c.Number).Select(c => c.Id).ToListAsync()))
        {
            await operations.RunAsync(Actor.System, o => o.Cases.FollowOrganisationAsync(id, o.Context), now);
        }
    }

    public async Task PlayAsync(IEnumerable<DemoScript> scripts, Action<int, int> progress)
    {
        foreach (var script in scripts.OrderBy(s => s.Begins))
        {
            _agenda.Enqueue(script.Play().GetAsyncEnumerator(), (script.Begins, _order++));
        }

        var (total, finished, shown) = (_agenda.Count, 0, 0);
        while (_agenda.TryDequeue(out var script, out var when))
        {
            if (when.At > now)
            {
                await script.DisposeAsync();
                finished++;
            }
            else
            {
                Clock = when.At;
                if (await script.MoveNextAsync())
                {
                    _agenda.Enqueue(script, (script.Current, _order++));
                }
                else
                {
                    await script.DisposeAsync();
                    finished++;
                }
            }

            if (finished * 10 / total > shown)
            {
                shown = finished * 10 / total;
                progress(finished, total);
            }
        }

        if (_refusals.Count > 0)
        {
            throw new InvalidOperationException($"The demo data does not follow the rules: {string.Join("; ", _refusals.Take(5))}");
        }

        await SettleAsync();
    }

    /// <summary>Working time from now on the stage.</summary>
    public DateTime InHours(double hours) => data.Calendar.AddWorkingTime(Clock, TimeSpan.FromHours(hours));

    public async Task<Receipt?> StartAsync<TForm>(string process, string person, TForm form, string what) =>
        Check(await operations.RunAsync(ActorOf(person),
            o => o.Cases.StartAsync(process, new Submission("Submit", FormInput.ToJson(form)), o.Context), Clock), what);

    /// <summary>Answers the open step of a case, of one line of it where it has several.</summary>
    public async Task AnswerAsync<TForm>(Guid caseId, string step, string person, string action, TForm form, string? item = null)
    {
        var json = form as JsonObject ?? FormInput.ToJson(form);
        var result = await operations.RunAsync(ActorOf(person), async o =>
        {
            var task = await OpenTask(o.Db, caseId, step, item);
            return await o.Cases.CompleteAsync(task, new Submission(action, json), o.Context);
        }, Clock);
        Check(result, $"{step}/{action}");
    }

    public async Task AnswerOpenAsync(Guid caseId, string person, string action, JsonObject form)
    {
        var result = await operations.RunAsync(ActorOf(person), async o =>
        {
            var task = await o.Db.UserTasks.Where(t => t.CaseId == caseId && !t.IsOptional && t.State == UserTaskState.Open)
                .Select(t => t.Id)
                .FirstOrDefaultAsync();
            return await o.Cases.CompleteAsync(task, new Submission(action, form), o.Context);
        }, Clock);
        Check(result, action);
    }

    /// <summary>Does something with an item of an area.</summary>
    public Task OnItemAsync(string person, Guid item, ReportItemAct act, JsonObject form) => OnItemsAsync(person, [item], act, form);

    /// <summary>Does the same with several items, in one commit.</summary>
    public async Task OnItemsAsync(string person, IReadOnlyList<Guid> items, ReportItemAct act, JsonObject form)
    {
        var done = await operations.RunAsync(ActorOf(person), async o =>
        {
            foreach (var item in items)
            {
                var one = await ReportItemActs.ActAsync(o, item, act, form, null, CancellationToken.None);
                if (!one.IsSuccess)
                {
                    return one.Refusal;
                }
            }

            return Result.Ok;
        }, Clock);
        if (!done.IsSuccess)
        {
            _refusals.Add($"{act} {Clock:yyyy-MM-dd HH:mm}: {Words(done.Refusal)}");
        }
    }

    /// <summary>Notes something in a register.</summary>
    /// <returns>Its id; null where it was refused, which the demo reports at its end.</returns>
    public async Task<Guid?> NoteAsync<TForm>(FollowedKind kind, string person, TForm form)
    {
        var noted = await _followUps.EnterAsync(ActorOf(person), kind, FormInput.ToJson(form), at: Clock);
        if (!noted.IsSuccess)
        {
            _refusals.Add($"{kind} {Clock:yyyy-MM-dd HH:mm}: {Words(noted.Refusal)}");
        }

        return noted.IsSuccess ? noted.Value : null;
    }

    /// <summary>What was still to be done of it is done.</summary>
    public async Task SettleAsync(FollowedKind kind, string person, Guid id, string words)
    {
        var form = FormInput.ToJson(new FollowUpWordsInput { Secrecy = SecrecyGate.No, Words = words });
        var done = await _followUps.ActAsync(ActorOf(person), kind, id, FollowUpAct.Settle, form, at: Clock);
        if (!done.IsSuccess)
        {
            _refusals.Add($"{kind} {Clock:yyyy-MM-dd HH:mm}: {Words(done.Refusal)}");
        }
    }

    /// <summary>Lets the time of what is due by now in a case run out.</summary>
    public async Task AttendAsync(Guid caseId, string step)
    {
        var tasks = await operations.ReadAsync(db => db.UserTasks.Where(t => t.CaseId == caseId
            && t.StepId == step
            && t.State == UserTaskState.Open).Select(t => t.Id).ToListAsync());
        foreach (var task in tasks)
        {
            await operations.RunAsync(Actor.System, o => o.Cases.AttendAsync(task, o.Context), Clock);
        }
    }

    public Receipt? Check(Result<Receipt> result, string what)
    {
        if (!result.IsSuccess)
        {
            _refusals.Add($"{what} {Clock:yyyy-MM-dd HH:mm}: {Words(result.Refusal)}");
            return null;
        }

        return result.Value;
    }

    private static string Words(Refusal refusal) =>
        $"{refusal.Code} {string.Join(",", refusal.Fields.Select(f => $"{f.Path}={f.Code}"))}";

    public static DateTime Local(DateOnly day, int hour, int minute) => VietnamTime.ToUtc(day.ToDateTime(new TimeOnly(hour, minute)));

    private Actor ActorOf(string person) => new(person, data.Directory.NameOf(person));

    // Old reminders would bury the first day: what happened before the last week counts as read.
    private async Task SettleAsync() => await operations.RunAsync(Actor.System, async o =>
    {
        var before = now.AddDays(-7);
        await foreach (var notice in o.Db.Notifications.Where(n => n.At < before && n.ReadAt == null).AsAsyncEnumerable())
        {
            notice.MarkRead(before);
        }

        return Result.Ok;
    });
}
