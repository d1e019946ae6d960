using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Web.Operations.Forms;
using Portal.Web.Processes;
using Portal.Web.Shared;
using Portal.Web.Texts;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Features.Tasks;

public partial class StartPage
{
    private CaseContext? _context;
    private UserTaskSpec? _first;
    private FormSchema? _schema;
    private Receipt? _receipt;
    private IReadOnlyList<Option> _cases = [];
    private IReadOnlyList<FormSuggestion> _suggestions = [];
    private Func<JsonObject, IEnumerable<FieldError>> _demands = _ => [];
    private string _title = "";
    private string _step = "";
    private string _why = "";
    private StartSource? _source;
    private JsonObject _known = [];

    /// <summary>What the case is started from: an item of a plan.</summary>
    [SupplyParameterFromQuery(Name = "muc")]
    public string? Source { get; set; }

    /// <summary>The area that it is about; one that there is not says nothing.</summary>
    [SupplyParameterFromQuery(Name = Routes.StartArea)]
    public string? AreaId { get; set; }

    private Guid? SourceId => Guid.TryParse(Source, out var id) ? id : null;

    [Parameter]
    public string Process { get; set; } = "";

    private FormChoices Choices(CaseContext context) =>
        Modules.ChoicesToStart(Process, context) with { Cases = _cases, Suggestions = _suggestions, Demands = _demands };

    protected override async Task OnParametersSetAsync()
    {
        var actor = await Current.GetAsync();
        _receipt = null;
        var context = await Operations.ContextAsync(actor);
        var found = (await Startable.ForAsync(context)).FirstOrDefault(p => p.Process.Key == Process);
        _first = found?.First;
        _step = found?.StepId ?? "";
        _schema = Processes.Form(_first?.Form)?.With(_first!.RequiredFields, _first.HiddenFields);
        _title = Localizer.IsEnglish ? L.Process(Process) : found?.Name ?? L.Process(Process);
        _why = Processes.Find(Process)?.WhyNotStartable(context) is { } refusal ? L.Of(refusal) : L["Common.NotFound"];
        _source = SourceId is { } id
            ? await Modules.Of(Process).SourceAsync(actor, id, await Cases.FindAsync(actor, id) is { IsSuccess: true } e ? e.Value : null)
            : null;
        _known = _schema is null ? [] : _source?.Known ?? About(await Modules.Of(Process).KnownAsync(
            _schema.Key, Processes.KnownToStart(Process, _schema.Key, context), actor, null, context), context);
        _cases = await Modules.CasesToPickAsync(Process, _first?.Form, actor, null);
        _suggestions = _schema is null ? [] : await Modules.Of(Process).SuggestAsync(_schema.Key, actor, null);
        _demands = await Modules.DemandsAsync(Process, _schema, actor, null, null, context);
        _context = context;
    }

    private JsonObject About(JsonObject known, CaseContext context)
    {
        if (AreaId is { } area && context.Directory.Area(area) is not null && _schema!.Fields.Any(f => f.Name == "areaId"))
        {
            known["areaId"] = area;
        }

        return known;
    }

    private async Task<Refusal?> SendAsync(
        TaskAction action, JsonObject form, JsonObject? extra)
    {
        var started = await Acts.StartAsync(await Current.GetAsync(), Process, new Submission(action.Key, form, extra));
        if (!started.IsSuccess)
        {
            return started.Refusal;
        }

        _receipt = started.Value;
        StateHasChanged();
        return null;
    }
}
