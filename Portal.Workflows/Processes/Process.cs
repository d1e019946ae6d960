using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Workflows.Runtime;

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

    public string NumberPrefix => numberPrefix;

    public IReadOnlyList<FormSchema> Forms => forms;

    public virtual IReadOnlyDictionary<string, string> MandatoryRules { get; } = new Dictionary<string, string>();

    public virtual JsonObject Known(FormOpening opening) => [];

    public abstract Refusal? WhyNotStartable(CaseContext context);

    public abstract Result<(string GroupId, IReadOnlyList<string> AreaIds)> Place(JsonObject form, CaseContext context);

    public virtual bool IsDispatchable => false;

    public virtual Dispatched? ForItem(JsonNode? item, CaseFile parent, CaseContext context) => null;

    public virtual Dispatched? ByCalendar(string groupId, DateOnly day) => null;

    public virtual Task<Refusal?> PrepareAsync(StepAnswer answer, CaseFile file, CaseContext context, IWorkStore store, CancellationToken cancellation) =>
        Task.FromResult<Refusal?>(null);

    public virtual Result<StepEffect> Apply(StepAnswer answer, CaseFile file, CaseContext context) =>
        _byOutcome.TryGetValue((answer.FormKey, answer.Action), out var step) || (answer.FormKey is { } form && _byForm.TryGetValue(form, out step))
            ? step.Take(answer, file, context)
            : new Refusal("Task.UnknownAction", null, answer.Action);

    public async Task<ICaseSubject?> FindSubjectAsync(ISubjects subjects, Guid caseId, CancellationToken cancellation) =>
        await subjects.FindAsync<TSubject>(caseId, cancellation);

    public async Task<IReadOnlyList<ICaseSubject>> FindSubjectsAsync(ISubjects subjects, IReadOnlyCollection<Guid> caseIds, CancellationToken cancellation) =>
        await subjects.FindAllAsync<TSubject>(caseIds, cancellation);

    public virtual Result TimeOut(string stepId, CaseFile file, CaseContext context) => Result.Ok;

    public virtual Result Hear(string name, CaseFile file, CaseFile parent) => Result.Ok;

    public abstract IReadOnlyDictionary<string, JsonNode?> Facts(CaseFile file, CaseContext context);

    public virtual Refusal? Check(string rule, CaseFile file, CaseContext context) => CommonRefusals.UnknownGuard(rule);

    public virtual Result Act(string act, CaseFile file, CaseContext context, IWorkStore store) => CommonRefusals.UnknownAct(act);

    public virtual IEnumerable<string>? Resolve(string who, CaseFile file, CaseContext context) => null;

    public virtual IEnumerable<string> Interested(CaseFile file) => [];

    public abstract (string Title, string Status, CaseState State) Describe(CaseFile file, CaseContext context);

    protected static TSubject? SubjectOf(CaseFile file) => file.Subject as TSubject;

    protected static string Iso(DateTime utc) => utc.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
