using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Runtime;
using Portal.Workflows.Scenarios;

namespace Portal.Web.Operations.Authoring;

/// <summary>Dry runs that are kept with a definition and played again: what a change breaks is seen before it is published.</summary>
public sealed class ScenarioRuns(ProcessDesign design, DryRuns runs)
{
    /// <summary>Plays all scenarios of a version, each in memory alone. Who may read definitions may.</summary>
    public async Task<Result<IReadOnlyList<ScenarioOutcome>>> PlayAsync(
        Actor actor, string versionId, CancellationToken cancellation = default)
    {
        var opened = await design.OpenAsync(actor, versionId, cancellation);
        if (!opened.IsSuccess)
        {
            return opened.Refusal;
        }

        var outcomes = new List<ScenarioOutcome>();
        foreach (var scenario in ScenarioBook.Of(opened.Value.Definition))
        {
            var run = await runs.NewAsync(opened.Value.Definition, scenario.StartsAt, cancellation: cancellation);
            outcomes.Add(await ScenarioBook.PlayAsync(scenario, run, cancellation));
        }

        return outcomes;
    }

    /// <summary>Keeps what was done in a dry run with the draft that was tried; another of the same name goes.</summary>
    public Task<Result> KeepAsync(Actor actor, string versionId, string name, DryRun run, CancellationToken cancellation = default)
    {
        name = PlainText.CleanLine(name).Trim();
        return ChangeAsync(actor, versionId, d => WhyNot(name, run) is { } why ? why : Taken(d, name, run), cancellation);
    }

    public Task<Result> RemoveAsync(Actor actor, string versionId, string name, CancellationToken cancellation = default) =>
        ChangeAsync(actor, versionId, d => ScenarioBook.Without(d, name), cancellation);

    private static Refusal? WhyNot(string name, DryRun run)
    {
        if (name.Length is 0 or > Scenario.MaxName)
        {
            var code = name.Length == 0 ? "Common.Required" : "Common.TooLong";
            return Refusal.Invalid([new FieldError("name", code, null, Scenario.MaxName)]);
        }

        return run.Acts.Count == 0 ? DesignRefusals.NothingDone : null;
    }

    private static Result<WorkflowDefinition> Taken(WorkflowDefinition definition, string name, DryRun run)
    {
        var changed = ScenarioBook.With(definition, ScenarioBook.Kept(name, run));
        return ScenarioBook.Of(changed).Count > Scenario.Most ? DesignRefusals.TooManyScenarios(Scenario.Most) : changed;
    }

    private async Task<Result> ChangeAsync(
        Actor actor, string versionId, Func<WorkflowDefinition, Result<WorkflowDefinition>> change, CancellationToken cancellation)
    {
        var opened = await design.OpenAsync(actor, versionId, cancellation);
        if (!opened.IsSuccess)
        {
            return opened.Refusal;
        }

        if (!opened.Value.MayEdit)
        {
            return DesignRefusals.NotDraft;
        }

        var changed = change(opened.Value.Definition);
        if (!changed.IsSuccess)
        {
            return changed.Refusal;
        }

        var saved = await design.SaveAsync(
            actor, versionId, new CompiledDefinition(changed.Value), opened.Value.Stamp, cancellation);
        return saved.IsSuccess ? Result.Ok : saved.Refusal;
    }
}
