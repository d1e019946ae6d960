using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations.Tasks;
using Portal.Web.Processes;
using Portal.Web.Shared.Forms;
using Portal.Workflows.Runtime;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Shared;

public partial class TaskPanel
{
    private readonly SubmitLock _submitLock = new();
    private TaskAction? _chosen;
    private string? _problem;
    private bool _isQuick;
    private JsonObject _known = [];
    private readonly Dictionary<string, JsonObject> _knownOf = [];
    private bool _opensGate;
    private Refusal? _refused;
    private readonly Dictionary<string, Func<JsonObject, IEnumerable<FieldError>>> _demands = [];
    private IReadOnlyList<Option> _cases = [];
    private IReadOnlyList<FormSuggestion> _suggestions = [];
    private IReadOnlyDictionary<string, RowsToAdd> _rows = new Dictionary<string, RowsToAdd>();

    private FormChoices Choices => Modules.ChoicesOf(Case, Context, Task.Task.Item) with
    {
        Cases = _cases,
        Suggestions = _suggestions,
        Rows = _rows,
        Demands = form => DemandsOf(_chosen?.Form ?? Task.Spec.Form)(form),
    };

    private Func<JsonObject, IEnumerable<FieldError>> DemandsOf(string? formKey) => _demands.GetValueOrDefault(formKey ?? "", _ => []);

    private ProcessScreens Module => Modules.Of(Case.Case.ProcessKey);

    private Func<string, string, string> AllNames =>
        FormNames.Of(Context, Case.Files, Case.CaseNames.UnionBy(_cases, o => o.Value));

    private (DateTime From, DateTime To)? Time =>
        Case.Case is { IsCalledOff: false, StartsAt: { } from, EndsAt: { } to } ? (from, to) : null;

    [Parameter, EditorRequired]
    public required CaseView Case { get; set; }

    [Parameter, EditorRequired]
    public required TaskView Task { get; set; }

    [Parameter, EditorRequired]
    public required CaseContext Context { get; set; }

    /// <summary>Told after the step was answered.</summary>
    [Parameter]
    public EventCallback<Receipt> OnSent { get; set; }

    /// <summary>Told when the step was taken, handed over, put off or asked about: it is to be read again.</summary>
    [Parameter]
    public EventCallback OnArranged { get; set; }

    /// <summary>Begins with this action's form open.</summary>
    [Parameter]
    public string? Action { get; set; }

    private IReadOnlyList<TaskAction> MainActions => [.. Task.Actions.Where(a => a.Form is null || a.Form == Task.Spec.Form)];

    private IReadOnlyList<TaskAction> OtherActions => [.. Task.Actions.Where(a => a.Form is not null && a.Form != Task.Spec.Form)];

    private FormSchema? MainSchema => Processes.Form(Task.Spec.Form)?.With(Task.Spec.RequiredFields, Task.Spec.HiddenFields);

    /// <summary>What somebody else sent and this step looks at: the last form that is not an answer to this step itself.</summary>
    private SubmissionView? Sent => Case.Submissions.LastOrDefault(s => Processes.Form(s.FormKey)?.IsReviewed == true
        && !Module.IsToldOtherwise(s)
        && s.FormKey != Task.Spec.Form
            && s.StepId != Task.Task.StepId
            && (s.Item is null || Task.Task.Item is null || s.Item == Task.Task.Item));

    /// <summary>What was sent with it and is kept apart from it; without a form for whoever may not read it .</summary>
    private SubmissionView? Apart => Sent is { } sent
        ? Case.Submissions.LastOrDefault(s => s.StepId == sent.StepId
            && s.At == sent.At
            && s.PersonId == sent.PersonId
            && s.FormKey != sent.FormKey)
        : null;

    private CaseDecision? LastDecision =>
        Task.Task.Round > 1 || Task.Task.StepId == "revise" ? Case.Decisions.LastOrDefault(d => ItemOf(d.TaskId) == Task.Task.Item) : null;

    private string? ItemOf(Guid taskId) => Case.Tasks.FirstOrDefault(t => t.Id == taskId)?.Item;

    protected override async Task OnInitializedAsync()
    {
        _chosen = OtherActions.FirstOrDefault(a => a.Key == Action);
        foreach (var key in Task.Actions.Select(a => a.Form).Append(Task.Spec.Form).OfType<string>().Distinct())
        {
            _demands[key] = await Modules.DemandsAsync(
                Case.Case.ProcessKey, Processes.Form(key), await Current.GetAsync(), Case, Task.Task.Item, Context);
            _knownOf[key] = await Module.KnownAsync(
                key, Processes.Known(key, Context, Case, Task.Task.Item), await Current.GetAsync(), Case, Context);
        }

        _known = _knownOf.GetValueOrDefault(MainSchema?.Key ?? "", []);

        // Who has begun to write goes on where they were.
        _isQuick = MainSchema is { } main && MainActions.Count > 0 && IsComplete(main);
        _isQuick = _isQuick && await Acts.FindDraftAsync(await Current.GetAsync(), CaseActs.TaskSubject(Task.Task.Id, "")) is null;
        _cases = await Modules.CasesToPickAsync(Case.Case.ProcessKey, Task.Spec.Form, await Current.GetAsync(), Case.Case.Id);
        if (MainSchema is { } asked)
        {
            _suggestions = await Module.SuggestAsync(asked.Key, await Current.GetAsync(), Case);
            _rows = await Module.RowsAsync(asked.Key, await Current.GetAsync(), Case, Context);
        }
    }

    private async Task<Refusal?> SendAsync(TaskAction action, JsonObject form, JsonObject? extra)
    {
        if (Final.Contains(action.Key) && !await AgreesAsync(action))
        {
            return TaskPanelRefusals.NotSent;
        }

        var done = await Acts.CompleteAsync(await Current.GetAsync(), Task.Task.Id, new Submission(action.Key, form, extra));
        if (!done.IsSuccess)
        {
            return done.Refusal;
        }

        var actor = await Current.GetAsync();
        await Acts.DiscardDraftAsync(actor, CaseActs.TaskSubject(Task.Task.Id, _chosen?.Key ?? ""));
        await OnSent.InvokeAsync(done.Value);
        return null;
    }

    private Task SendPlainAsync(TaskAction action) => _submitLock.RunOnceAsync(async () =>
    {
        var refusal = await SendAsync(action, [], null);
        _problem = refusal is null ? null : L.Of(refusal);
        return refusal is null;
    });

    private string WasSent(SubmissionView sent) => L[
        "Task.WasSent",
        L.First(sent.FormKey, $"form.{sent.FormKey}"),
        Context.Directory.NameOf(sent.PersonId),
        LocalFormat.Moment(sent.At)];
}
