using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Workflows.Proving;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;

namespace Portal.Workflows.Processes;

/// <summary>What all processes share: finding the step that takes an answer, and the aggregate of a case.</summary>
/// <param name="steps">Every answer that the process takes, one class each.</param>
public abstract class Process<TSubject>(string key, string numberPrefix, IReadOnlyList<FormSchema> forms, IReadOnlyList<IStep> steps)
    : IProcess
    where TSubject : class, ICaseSubject
{
    private readonly Dictionary<(string? Form, string Outcome), IStep> _byOutcome =
        steps.SelectMany(s => s.Outcomes.Select(o => (s, o))).ToDictionary(x => (x.s.FormKey, x.o), x => x.s);

    private readonly Dictionary<string, IStep> _byForm = steps.Where(s => s.Outcomes.Count == 0).ToDictionary(s => s.FormKey!);

    public string Key => key;

    public IReadOnlyList<IStep> Steps => steps;

    public abstract Conduct Conduct { get; }

    public string NumberPrefix => numberPrefix;

    public IReadOnlyList<FormSchema> Forms => forms;

    public virtual Sensitivity Sensitivity => Sensitivity.Normal;

    public virtual IReadOnlyDictionary<string, string> MandatoryRules { get; } = new Dictionary<string, string>();

    public virtual JsonObject Known(FormOpening opening) => [];

    public abstract IReadOnlyList<Opening> Openings { get; }

    public virtual string? QuotedForm => null;

    public virtual Task<Result<IReadOnlyList<object>>> PrepareAsync(
        StepAnswer answer, Turn turn, IWorkStore store, CancellationToken cancellation) =>
        Task.FromResult(Nothing);

    public virtual Result<StepEffect> Apply(StepAnswer answer, Turn turn) =>
        _byOutcome.TryGetValue((answer.FormKey, answer.Action), out var step)
            || (answer.FormKey is { } form && _byForm.TryGetValue(form, out step))
            ? step.Take(answer, turn)
            : RuntimeRefusals.UnknownAction(answer.Action);

    public async Task<ICaseSubject?> FindSubjectAsync(ISubjects subjects, Guid caseId, CancellationToken cancellation) =>
        await subjects.FindAsync<TSubject>(caseId, cancellation);

    public async Task<IReadOnlyList<ICaseSubject>> FindSubjectsAsync(
        ISubjects subjects, IReadOnlyCollection<Guid> caseIds, CancellationToken cancellation) =>
        await subjects.FindAllAsync<TSubject>(caseIds, cancellation);

    public virtual Result TimeOut(string stepId, Turn turn) => Result.Ok;

    public virtual Result FollowEvent(string name, Turn turn, CaseFile parent) => Result.Ok;

    public abstract IReadOnlyDictionary<string, JsonNode?> Facts(Turn turn);

    public virtual Refusal? Check(string rule, Turn turn) => CommonRefusals.UnknownGuard(rule);

    public virtual Result Act(string act, Turn turn, IWorkStore store) => CommonRefusals.UnknownAct(act);

    public virtual IEnumerable<string>? Resolve(string who, Turn turn) => null;

    public virtual string? ActsFor(string personId, Turn turn) => null;

    public virtual IEnumerable<string> Interested(Turn turn) => [];

    public abstract CaseDescription Describe(Turn turn);

    /// <summary>Nothing had to be looked up.</summary>
    protected static Result<IReadOnlyList<object>> Nothing { get; } = Found([]);

    protected static Result<IReadOnlyList<object>> Found(IEnumerable<object> related) => related.ToArray();

    protected static TSubject? SubjectOf(Turn turn) => turn.File.Subject as TSubject;

    protected static string Iso(DateTime utc) => utc.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
