using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Workflows;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Proving;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;

namespace Portal.Tests.TestKit;

/// <summary>
/// A process as it is, and beside it what its conduct says: whatever the aggregate takes, the conduct takes in a standing that tells the
/// same, and comes to one that tells what the aggregate then tells; whatever the aggregate refuses for how the matter stands, the conduct
/// refuses in such a standing. Every test with a portal in memory compares the two.
/// </summary>
public sealed class WatchedProcess(IProcess process) : IProcess
{
    /// <summary>Facts of which the conduct tells less than the aggregate does: lists of more people, lines and departments.</summary>
    private static readonly HashSet<string> InShort = ["PendingLines", "PendingTasks", "ConsultDepartments", "LineStatus"];

    private static readonly ConcurrentDictionary<string, IReadOnlyList<object>> Standings = new();

    public string Key => process.Key;

    public string NumberPrefix => process.NumberPrefix;

    public IReadOnlyList<FormSchema> Forms => process.Forms;

    public IReadOnlyDictionary<string, string> MandatoryRules => process.MandatoryRules;

    public Conduct Conduct => process.Conduct;

    public IReadOnlyList<IStep> Steps => process.Steps;

    public IReadOnlyList<Opening> Openings => process.Openings;

    public Sensitivity Sensitivity => process.Sensitivity;

    public string? QuotedForm => process.QuotedForm;

    public Task<ICaseSubject?> FindSubjectAsync(ISubjects subjects, Guid caseId, CancellationToken cancellation) =>
        process.FindSubjectAsync(subjects, caseId, cancellation);

    public Task<IReadOnlyList<ICaseSubject>> FindSubjectsAsync(
        ISubjects subjects, IReadOnlyCollection<Guid> caseIds, CancellationToken cancellation) =>
        process.FindSubjectsAsync(subjects, caseIds, cancellation);

    public JsonObject Known(FormOpening opening) => process.Known(opening);

    public Task<Result<IReadOnlyList<object>>> PrepareAsync(
        StepAnswer answer, Turn turn, IWorkStore store, CancellationToken cancellation) =>
        process.PrepareAsync(answer, turn, store, cancellation);

    public Result<StepEffect> Apply(StepAnswer answer, Turn turn)
    {
        var before = process.Facts(turn);
        var done = process.Apply(answer, turn);
        var deed = new Deed(answer.FormKey, answer.Action, turn.Item, ["head"]);
        var about = $"{Key}: {answer.FormKey} {answer.Action} as {Told(before)}";
        if (done.IsSuccess)
        {
            Agree(before, process.Facts(turn), turn.Item, s => Conduct.Answer(deed, s), about);
        }
        else if (done.Refusal!.Code.EndsWith("NotInThisState", StringComparison.Ordinal))
        {
            Assert.True(Alike(before, turn.Item).Exists(s => !Conduct.Answer(deed, s).Any()), $"Taken by the conduct: {about}");
        }

        return done;
    }

    public Result TimeOut(string stepId, Turn turn)
    {
        var before = process.Facts(turn);
        var done = process.TimeOut(stepId, turn);
        if (done.IsSuccess)
        {
            Agree(before, process.Facts(turn), turn.Item, s => Conduct.TimeOut(stepId, turn.Item, s), $"{Key}: time for {stepId}");
        }

        return done;
    }

    public Result FollowEvent(string name, Turn turn, CaseFile parent) => process.FollowEvent(name, turn, parent);

    public IReadOnlyDictionary<string, JsonNode?> Facts(Turn turn) => process.Facts(turn);

    public Refusal? Check(string rule, Turn turn)
    {
        var refusal = process.Check(rule, turn);
        Assert.True(
            Alike(process.Facts(turn), turn.Item).Exists(s => Conduct.Holds(rule, s) == (refusal is null)),
            $"{Key}: {rule} {(refusal is null ? "holds" : "does not hold")} as {Told(process.Facts(turn))}");
        return refusal;
    }

    public Result Act(string act, Turn turn, IWorkStore store)
    {
        var before = process.Facts(turn);
        var done = process.Act(act, turn, store);
        if (done.IsSuccess)
        {
            Agree(before, process.Facts(turn), turn.Item, s => Conduct.Act(act, turn.Item, s), $"{Key}: {act} as {Told(before)}");
        }

        return done;
    }

    public IEnumerable<string>? Resolve(string who, Turn turn) => process.Resolve(who, turn);

    public string? ActsFor(string personId, Turn turn) => process.ActsFor(personId, turn);

    public IEnumerable<string> Interested(Turn turn) => process.Interested(turn);

    public CaseDescription Describe(Turn turn) => process.Describe(turn);

    private void Agree(
        IReadOnlyDictionary<string, JsonNode?> before, IReadOnlyDictionary<string, JsonNode?> after, string? item,
        Func<object, IEnumerable<object>> does, string about)
    {
        var alike = Alike(before, item);
        Assert.True(alike.Count > 0, $"No standing is like this: {about}");
        var come = alike.SelectMany(does).Distinct().ToList();
        Assert.True(come.Count > 0, $"Refused by the conduct: {about}");
        Assert.True(come.Exists(s => IsLike(s, after, item)), $"{about} comes to {Told(after)}, and not to {string.Join(" or ", come)}");
    }

    // Before there is a matter nothing is told: then it stands at its start.
    private List<object> Alike(IReadOnlyDictionary<string, JsonNode?> facts, string? item) => facts.ContainsKey("Status")
        ? [.. All().Where(s => IsLike(s, facts, item))]
        : [Conduct.Start];

    // Of an end nothing is kept but that it is one.
    private bool IsLike(object standing, IReadOnlyDictionary<string, JsonNode?> facts, string? item) => facts.All(f =>
        (Conduct.IsEnded(standing) && f.Key != "Status") || InShort.Contains(f.Key)
            || !Conduct.Tells(f.Key, item, standing, out var told) || JsonNode.DeepEquals(told, f.Value));

    private IReadOnlyList<object> All() => Standings.GetOrAdd(Key, key =>
    {
        var shipped = new CompiledDefinition(WorkflowDefinition.Read(ShippedProcesses.Definitions().Single(d => d.Key == key).Json));
        return [.. Exploration.Of(shipped, Conduct).Standings];
    });

    private string Told(IReadOnlyDictionary<string, JsonNode?> facts) => string.Join(
        ", ", facts.Where(f => Conduct.Tells(f.Key, null, Conduct.Start, out _)).Select(f => $"{f.Key} {f.Value?.ToJsonString()}"));
}
