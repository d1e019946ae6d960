using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Engine;
using Portal.Workflows.Engine.Waits;
using Portal.Workflows.Runtime.Openings;

namespace Portal.Workflows.Runtime;

/// <content>Cases that another case opens by its definition, and what the two tell each other.</content>
public sealed partial class CaseRuntime
{
    // The cases whose children are being opened now, the innermost on top: what a child tells them at once they hear from here.
    private readonly Stack<Guid> _dispatching = [];

    /// <returns>What the runner of the parent hears at once: of cases that have ended in being opened, or that it does not wait
    /// for.</returns>
    internal async Task<Result<IReadOnlyList<ChildEndedStimulus>>> DispatchAsync(
        Turn parent, DispatchChildren dispatch, CancellationToken cancellation)
    {
        if (_processes.Find(dispatch.DefinitionId) is not { } process || await _store.PublishedAsync(process.Key, cancellation) is null)
        {
            return NotInUse(parent, dispatch);
        }

        var heard = new List<ChildEndedStimulus>();
        _dispatching.Push(parent.Case.Id);
        try
        {
            foreach (var item in dispatch.Items)
            {
                var start = new StartStimulus(dispatch.InputFor(item), dispatch.CorrelationId);
                var opened = await OpenForItemAsync(
                    process, item, parent.File, dispatch.AtOnce ? null : dispatch.WaitId, start, parent.Context, cancellation);
                if (!opened.IsSuccess)
                {
                    return opened.Refusal;
                }

                _opened.Add(opened.Value);
                if (dispatch.WaitId is { } wait && (dispatch.AtOnce || opened.Value.Instance.Status != InstanceStatus.Running))
                {
                    heard.Add(new ChildEndedStimulus(wait, ReportOf(opened.Value)));
                }
            }

            return heard;
        }
        finally
        {
            _dispatching.Pop();
        }
    }

    // Who did the step before can do nothing about it: the case waits, and the administrators are told. Of several that are opened
    // at once, and of one that nothing waits for, nothing happens at all.
    private Result<IReadOnlyList<ChildEndedStimulus>> NotInUse(Turn parent, DispatchChildren dispatch)
    {
        if (dispatch.ItemKey is not null || parent.File.Instance.State.Waiting.Find(w => w.Id == dispatch.WaitId) is not { } waiting)
        {
            return RuntimeRefusals.NotPublished(dispatch.DefinitionId);
        }

        _incidents.Report(parent, IncidentReports.OfWait(waiting.Id, waiting.Activity, IncidentKinds.NotDispatched, dispatch.DefinitionId));
        return Array.Empty<ChildEndedStimulus>();
    }

    /// <summary>How a dispatched case stands, in Elsa's words.</summary>
    private static JsonObject ReportOf(CaseFile child) => new()
    {
        ["workflowInstanceId"] = child.Case.Id.ToString("N"),
        ["status"] = child.Instance.Status == InstanceStatus.Running ? "Running" : "Finished",
        ["subStatus"] = child.Instance.Status switch
        {
            InstanceStatus.Running => "Suspended",
            InstanceStatus.Cancelled => "Cancelled",
            _ => "Finished",
        },
        ["output"] = child.Instance.State.Result?.DeepClone() ?? new JsonObject(),
        ["correlationId"] = child.Instance.State.CorrelationId,
    };

    /// <summary>Opens what another case dispatches for an item, alone: nothing reports back to that case.</summary>
    /// <param name="parent">The case as it stands; it is read only.</param>
    internal async Task<Result<Receipt>> OpenForItemAsync(
        string processKey, JsonNode? item, CaseFile parent, CaseContext context, CancellationToken cancellation)
    {
        if (_processes.Find(processKey) is not { } process)
        {
            return RuntimeRefusals.NotPublished(processKey);
        }

        var opened = await OpenForItemAsync(process, item, parent, null, new StartStimulus(), context, cancellation);
        return opened.IsSuccess ? Receipt.Of(opened.Value) : opened.Refusal;
    }

    private async Task<Result<CaseFile>> OpenForItemAsync(
        IProcess process, JsonNode? item, CaseFile parent, int? waitId, StartStimulus start, CaseContext context,
        CancellationToken cancellation) =>
        process.Opening<OpenedByDispatch>()?.ForItem(item, parent, context) is { } made
            ? await OpenEmptyAsync(process, made, parent, waitId, parent.Case.Sensitivity, start, context, cancellation)
                : RuntimeRefusals.NoSuchItem(item?.ToString());

    /// <summary>Lets a case hear of an event, if it waits for it.</summary>
    internal async Task<Result> SignalAsync(Guid caseId, string name, CaseContext context, CancellationToken cancellation) =>
        await _store.FindCaseAsync(caseId, cancellation) is { } file
            ? await PassOnAsync(file, new EventStimulus(name), context, cancellation)
            : Result.Ok;

    /// <summary>A case that does not wait for the stimulus is left as it is: it asks its facts when it comes there.</summary>
    internal async Task<Result> PassOnAsync(CaseFile file, Stimulus stimulus, CaseContext context, CancellationToken cancellation) =>
        file.Instance.Status == InstanceStatus.Running && Waits(file, stimulus)
            ? await AdvanceAsync((await TurnOfAsync(file, context, cancellation))!, stimulus, cancellation) : Result.Ok;

    private static bool Waits(CaseFile file, Stimulus stimulus) =>
        stimulus is not EventStimulus happened || file.Instance.State.Waiting.OfType<EventWait>().Any(w => w.Name == happened.Name);

    private async Task<Result> OnChildrenAsync(Turn parent, ChildrenEffect effect, CancellationToken cancellation)
    {
        foreach (var child in effect == ChildrenEffect.None ? [] : await _store.FindChildrenAsync(parent.Case.Id, cancellation))
        {
            if (effect == ChildrenEffect.MoveDeadlines)
            {
                MoveDeadlines((await TurnOfAsync(child, parent.Context, cancellation))!);
            }
            else if (await PassOnAsync(child, new CancelStimulus(), parent.Context, cancellation)
                is { IsSuccess: false, Refusal: { } refusal })
            {
                return refusal;
            }
        }

        return Result.Ok;
    }
}
