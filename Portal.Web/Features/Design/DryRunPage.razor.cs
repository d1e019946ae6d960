using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Web.Operations.Authoring;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Forms;
using Portal.Web.Shared.Forms;
using Portal.Workflows.Engine;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Features.Design;

/// <summary>A version tried out in memory: who starts, what each person answers, and how the time goes by.</summary>
public partial class DryRunPage
{
    private DryRunStart? _start;
    private DesignView? _view;
    private ScenarioList? _scenarios;
    private CaseContext? _context;
    private CompiledDefinition? _diagram;
    private Dictionary<string, string> _marks = [];
    private IReadOnlyList<Option> _areas = [];
    private IReadOnlyList<string> _starters = [];
    private Opened? _open;
    private string _name = "";
    private string _area = "";
    private string _person = "";
    private DateTime? _startsAt;
    private TypedWrong? _startTyped;
    private string? _problem;

    [Parameter]
    public required string VersionId { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    protected override async Task OnInitializedAsync()
    {
        await SetStartAsync(VietnamTime.DayOf(Clock.GetUtcNow().UtcDateTime).ToDateTime(new TimeOnly(8, 0)));
        var opened = await Design.OpenAsync(await Current.GetAsync(), VersionId);
        _view = opened.IsSuccess ? opened.Value : null;
        _name = opened.IsSuccess ? $"{opened.Value.Definition.Name}, {L["Design.VersionNumber", opened.Value.Row.Version]}" : "";
    }

    private async Task SetStartAsync(DateTime? at)
    {
        _startsAt = at;
        if (at is null)
        {
            _problem = L[_startTyped?.Code ?? "Form.DayMissing"];
            return;
        }

        var opened = await DryRuns.OpenAsync(await Current.GetAsync(), VersionId, VietnamTime.ToUtc(at.Value));
        _problem = opened.IsSuccess ? null : L.Of(opened.Refusal);
        if (!opened.IsSuccess)
        {
            return;
        }

        _start = opened.Value;
        _context = _start.Run.ContextOf("");
        _areas =
        [
            .. _context.Directory.Data.Areas.Where(a => _context.Directory.GroupOfArea(a.Id, _context.Today) is not null)
                .Select(a => new Option(a.Id, _context.Directory.AreaName(a.Id)))
                .OrderBy(o => o.Label, VietnameseText.Comparer),
        ];
        Choose(_area.Length > 0 ? _area : _areas.Select(a => a.Value).FirstOrDefault(""));
    }

    private void Choose(string area)
    {
        _samples.Clear();
        _area = area;
        _starters = DryRuns.Starters(_start!, area);
        _person = _starters is [var starter, ..] ? starter : "";
        if (_person.Length == 0 && !_start!.ByCalendar)
        {
            _problem = L["DryRun.NobodyStarts"];
        }
    }

    private List<Option> PeopleOf(IEnumerable<string> ids) => [.. ids.Select(p => new Option(p, _context!.Directory.NameOf(p)))];

    private FormSchema? SchemaOf(UserTaskSpec spec) =>
        Processes.Form(spec.Form)?.With(spec.RequiredFields, spec.HiddenFields).Without(FieldKind.Files);

    // A file would have to be stored: the dry run asks for none.
    private static IReadOnlyList<ExtraField> Extra(UserTaskSpec spec) => [.. spec.Fields.Where(f => f.Kind != "file")];

    private JsonObject First(FormSchema schema)
    {
        var known = Processes.KnownToStart(_start!.ProcessKey, schema.Key, _start.Run.ContextOf(_person));
        if (schema.Fields.Any(f => f is { Name: "areaIds", Kind: FieldKind.Areas }) && !Modules.Of(_start.ProcessKey).IsForWholeCommittee)
        {
            known["areaIds"] = new JsonArray(_area);
        }
        else if (schema.Fields.Any(f => f is { Name: "areaId", Kind: FieldKind.Area }))
        {
            known["areaId"] = _area;
        }

        return known;
    }

    private async Task<Refusal?> StartAsync(TaskAction action, JsonObject form, JsonObject? extra) =>
        await DoneAsync(await _start!.Run.StartAsync(_start.ProcessKey, _person, new Submission(action.Key, form, extra)));

    private async Task<Refusal?> AnswerAsync(TaskAction action, JsonObject form, JsonObject? extra) =>
        await DoneAsync(await _start!.Run.AnswerAsync(_open!.Task, _open.As, new Submission(action.Key, form, extra)));

    private async Task OpenByCalendarAsync()
    {
        var owner = Processes.Find(_start!.ProcessKey)?.Opening<OpenedByCalendar>()?.OwnerOf(_area, _context!) ?? "";
        Say(await DoneAsync(await _start.Run.OpenByCalendarAsync(_start.ProcessKey, owner)));
    }

    private void Say(Refusal? refusal) => _problem = refusal is null ? null : L.Of(refusal);

    private async Task PlainAsync(TaskAction action) => Say(await AnswerAsync(action, [], null));

    private async Task<Refusal?> DoneAsync(Result done)
    {
        if (!done.IsSuccess)
        {
            return done.Refusal;
        }

        _problem = null;
        await FollowAsync();
        return null;
    }

    private async Task FollowAsync()
    {
        var run = _start!.Run;
        _open = null;
        if (run.Cases is { Count: > 0 } cases)
        {
            var file = cases.FirstOrDefault(c => c.Instance.DefinitionVersionId == VersionId) ?? cases[0];
            _diagram = await run.DefinitionOfAsync(file);
            _marks = file.Instance.State.Completed.Keys.Select(k => k.Split('#')[0]).Distinct().ToDictionary(k => k, _ => "done");
            foreach (var open in run.Open.Where(t => t.CaseId == file.Case.Id))
            {
                _marks[_diagram.Find(open.StepId)?.Path ?? open.StepId] = "now";
            }
        }

        if (run.Open.FirstOrDefault(t => !t.IsOptional) is { } next)
        {
            await OpenAsync(next);
        }

        StateHasChanged();
    }

    private Task OpenAsync(UserTask task)
    {
        var actor = task.Assignees.FirstOrDefault(a => a.IsOpen && !a.IsOptional) ?? task.Assignees.FirstOrDefault(a => a.IsOpen);
        return OpenAsync(task, actor?.PersonId ?? "");
    }

    // All of it at once: a step drawn with half of what another had would take what is typed meanwhile with it.
    private async Task OpenAsync(UserTask task, string person)
    {
        var view = await DryRuns.ViewAsync(_start!.Run, _start.Run.Cases.First(c => c.Case.Id == task.CaseId));
        var (spec, actions) = await _start.Run.StepAsync(task, person);
        _samples.Clear();
        _open = new Opened(task, view, person, spec, actions);
    }

    /// <summary>The step that is answered, and as whom.</summary>
    private sealed record Opened(UserTask Task, CaseView View, string As, UserTaskSpec Spec, IReadOnlyList<TaskAction> Actions);
}
