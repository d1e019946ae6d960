using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;
using Portal.Domain.Cases;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Tasks;
using Portal.Web.Shared.Diagrams;
using Portal.Workflows.Engine;
using Portal.Workflows.Runtime;

namespace Portal.Web.Features.Cases;

public partial class FlowDiagram
{
    private const string GuardType = "Portal.Guard";

    private ChartPlan? _plan;
    private ILookup<string, TaskView> _waiting = Array.Empty<TaskView>().ToLookup(t => "");
    private bool _fit;

    [Parameter, EditorRequired]
    public required CaseView View { get; set; }

    [Parameter, EditorRequired]
    public required CaseContext Context { get; set; }

    /// <summary>The activity whose inner flowchart is shown; null for the process as a whole.</summary>
    [Parameter]
    public CompiledActivity? Inside { get; set; }

    /// <summary>On paper all of it is to be seen, and nothing is there to be pressed.</summary>
    [Parameter]
    public bool IsPrinted { get; set; }

    private string Title => Inside is null ? "" : TitleOf(Inside);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && Inside is null && !IsPrinted)
        {
            // The step that waits is what people look for.
            await Js.InvokeVoidAsync("portal.center", ".diagram .node.now, .diagram .node.done:last-of-type");
        }
    }

    protected override void OnParametersSet()
    {
        var chart = Inside is null ? View.Definition?.Root.Chart : Inside.Chart;
        _plan = chart is { Activities.Count: > 0 } && View.State is not null
            ? ChartPlan.Of(chart, (a, port) => OutcomeWords.Of(a, port, L), IsLeftOut)
            : null;
        _waiting = View.Open.ToLookup(o => o.Task.StepId);
    }

    // What the portal checks by itself on the way is nothing to read, unless the case is held up there.
    private bool IsLeftOut(CompiledActivity activity) =>
        activity.Node.Type == GuardType && View.Incidents.All(i => i.StepId != activity.Id);

    private StepLook LookOf(CompiledActivity activity)
    {
        var title = TitleOf(activity);
        if (View.HiddenSteps.Contains(activity.Id))
        {
            return new StepLook(title, "later", $"{title}: {L["Diagram.Later"]}");
        }

        var done = View.State!.Completed.GetValueOrDefault(activity.Path) > 0;
        if (_waiting[activity.Id].Any())
        {
            var people = _waiting[activity.Id].SelectMany(o => o.Task.Assignees).Where(a => a.IsOpen && !a.IsOptional)
                .Select(a => Context.Directory.NameOf(a.PersonId)).Distinct();
            return new StepLook(title, "now", L["Diagram.NowBy", title, string.Join(", ", people)]);
        }

        var spoken = View.Tasks.LastOrDefault(t => t.StepId == activity.Id && t.State == UserTaskState.Completed) is { } last
            ? L["Diagram.DoneBy", title, Context.Directory.NameOf(last.CompletedById), last.CompletedAt!.Value]
            : $"{title}: {L[done ? "Diagram.Done" : "Diagram.Later"]}";
        var isAtWork = Holds(activity);
        return new StepLook(title, ClassOf(isAtWork, done), spoken) { IsDone = done && !isAtWork };
    }

    private static string ClassOf(bool isAtWork, bool done)
    {
        if (isAtWork)
        {
            return "now";
        }

        return done ? "done" : "later";
    }

    private bool IsGone(PlacedLine line)
    {
        var place = _plan!.Chart.Path.Length > 0 ? _plan.Chart.Path + "/" : "";
        return !View.HiddenSteps.Contains(line.From) && !View.HiddenSteps.Contains(line.Next)
            && View.State!.FollowedConnections.Contains($"{place}{line.From}|{line.Port}|{line.Next}");
    }

    private string TitleOf(CompiledActivity activity) => L.Step(View.Case.ProcessKey, activity.Id, activity.Node.DisplayName);

    // A loop is at work while one of its inner steps waits.
    private bool Holds(CompiledActivity activity) =>
        activity.Chart is { } inner && inner.Activities.Values.Any(i => _waiting[i.Id].Any() || Holds(i));
}
