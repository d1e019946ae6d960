using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Forms;

namespace Portal.Web.Processes;

/// <summary>The screens' side of all processes, by process.</summary>
public sealed class ProcessModules(IEnumerable<ProcessScreens> screens, IEnumerable<ProcessModule> modules)
{
    private static readonly ProcessScreens Nothing = new NoScreens();

    private readonly Dictionary<string, ProcessScreens> _byProcess =
        screens.SelectMany(s => s.ProcessKeys.Select(k => (Key: k, Screens: s))).ToDictionary(x => x.Key, x => x.Screens);

    /// <summary>Entries of the menu that modules bring.</summary>
    public IReadOnlyList<MenuEntry> Menu { get; } = [.. modules.SelectMany(m => m.Menu)];

    /// <summary>What modules show on the page of an area.</summary>
    public IEnumerable<ScreenPart> OfArea(string areaId) =>
        _byProcess.Values.Distinct().SelectMany(s => s.OfArea(areaId)).Concat(modules.SelectMany(m => m.OfArea(areaId)));

    /// <summary>What modules offer to who is to go to an area.</summary>
    public IEnumerable<ScreenPart> BeforeVisit(string areaId) => _byProcess.Values.Distinct().SelectMany(s => s.BeforeVisit(areaId));

    public ProcessScreens Of(string processKey) => _byProcess.GetValueOrDefault(processKey, Nothing);

    /// <summary>What the steps of a case offer to pick from.</summary>
    public FormChoices ChoicesOf(CaseView view, CaseContext context, string? item = null)
    {
        var module = Of(view.Case.ProcessKey);
        return module.Choices(
            FormChoices.Of(context, view.Case, module.IsForWholeCommittee, module.AreAreasFixed(view.Case)), view, context, item);
    }

    /// <summary>What the first form of a process offers to pick from.</summary>
    public FormChoices ChoicesToStart(string processKey, CaseContext context)
    {
        var choices = FormChoices.Of(context, null, Of(processKey).IsForWholeCommittee, false);
        return Of(processKey).ConcernsOtherGroups ? choices.WithOtherAreas(context) : choices;
    }

    public Task<IReadOnlyList<Option>> CasesToPickAsync(string processKey, string? formKey, Actor actor, Guid? caseId) =>
        formKey is null ? Task.FromResult<IReadOnlyList<Option>>([]) : Of(processKey).CasesToPickAsync(formKey, actor, caseId);

    /// <summary>What a form asks for of what is required only sometimes.</summary>
    public Task<Func<JsonObject, IEnumerable<FieldError>>> DemandsAsync(
        string processKey, FormSchema? schema, Actor actor, CaseView? view, string? item, CaseContext context) =>
        schema?.Fields.Any(f => f.SometimesRequired) == true
            ? Of(processKey).DemandsAsync(schema.Key, actor, view, item, context)
            : Task.FromResult<Func<JsonObject, IEnumerable<FieldError>>>(_ => []);

    private sealed class NoScreens : ProcessScreens
    {
        public override IReadOnlyList<string> ProcessKeys => [];
    }
}
