using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Activities;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Runtime;

/// <content>Cases that nobody starts by hand: opened by the calendar or by another case, and what the two tell each other.</content>
public sealed partial class CaseRuntime
{
    private const int MaxDepth = 8;

    // The cases whose children are being opened now, the innermost on top: what a child tells them at once they hear from here.
    private readonly Stack<Guid> _dispatching = [];

    private readonly List<CaseFile> _opened = [];

    /// <summary>
    /// Opens a case by the calendar: nobody has filled in anything yet, its first step goes to whom the definition names.
    /// </summary>
    /// <param name="subject">Makes the aggregate from the case's id.</param>
    public async Task<Result<Receipt>> OpenEmptyAsync(
        string processKey, string groupId, IReadOnlyList<string> areaIds, Func<Guid, ICaseSubject?> subject, CaseContext context, CancellationToken cancellation = default)
    {
        if (processes.Find(processKey) is not { } process || await store.PublishedAsync(processKey, cancellation) is not { } versionId)
        {
            return new Refusal("Process.NotPublished", null, processKey);
        }

        var opened = await OpenEmptyAsync(process, versionId, new Dispatched(groupId, areaIds, subject), null, null, new StartStimulus(), context, cancellation);
        return opened.IsSuccess ? ReceiptOf(opened.Value) : opened.Refusal;
    }

    private async Task<Result<CaseFile>> OpenEmptyAsync(
        IProcess process, string versionId, Dispatched made, CaseFile? parent, int? parentWaitId, StartStimulus start, CaseContext context, CancellationToken cancellation)
    {
        // A process that opens itself, alone or in a circle, would never come to rest.
        if (_dispatching.Count > MaxDepth)
        {
            return new Refusal("Process.TooDeep", null, process.Key);
        }

        var definition = await DefinitionOfAsync(versionId, cancellation);
        var number = await store.NextNumberAsync(process.NumberPrefix, context.Today.Year, cancellation);
        var opened = Case.Open(process.Key, number, made.GroupId, context.Actor.PersonId, made.AreaIds, context.Now, parent?.Case.Id);
        opened.Describe(made.Title, []);
        if (parent?.Case.Sensitivity == Sensitivity.Restricted)
        {
            opened.Restrict();
        }

        var file = new CaseFile(opened, WorkflowInstance.Of(opened.Id, versionId, parentWaitId), made.Subject(opened.Id), []);
        store.Add(opened);
        store.Add(file.Instance);
        if (file.Subject is { } subject)
        {
            store.Add(subject);
        }

        store.Audit(Entry(context, "Case.Opened", opened.Id, number));
        var advanced = await AdvanceAsync(file, process, definition, start, null, context, cancellation);
        return advanced.IsSuccess ? file : advanced.Refusal;
    }

    /// <returns>What the runner of the parent hears at once: of cases that have ended in being opened, or that it does not wait for.</returns>
    private async Task<Result<IReadOnlyList<ChildEndedStimulus>>> DispatchAsync(CaseFile parent, DispatchChildren dispatch, CaseContext context, CancellationToken cancellation)
    {
        if (processes.Find(dispatch.DefinitionId) is not { } process || await store.PublishedAsync(process.Key, cancellation) is not { } versionId)
        {
            // Who did the step before can do nothing about it: the case waits, and the administrators are told. Of several that are opened
            // at once, and of one that nothing waits for, nothing happens at all.
            if (dispatch.ItemKey is null && parent.Instance.State.Waiting.Find(w => w.Id == dispatch.WaitId) is { } waiting)
            {
                Report(parent, OfWait(waiting.Id, waiting.Activity, IncidentKinds.NotDispatched, dispatch.DefinitionId), context);
                return Array.Empty<ChildEndedStimulus>();
            }

            return new Refusal("Process.NotPublished", null, dispatch.DefinitionId);
        }

        var heard = new List<ChildEndedStimulus>();
        _dispatching.Push(parent.Case.Id);
        try
        {
            foreach (var item in dispatch.Items)
            {
                var start = new StartStimulus(dispatch.InputFor(item), dispatch.CorrelationId);
                var opened = await OpenForItemAsync(process, versionId, item, parent, dispatch.AtOnce ? null : dispatch.WaitId, start, context, cancellation);
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
    internal async Task<Result<Receipt>> OpenForItemAsync(string processKey, JsonNode? item, CaseFile parent, CaseContext context, CancellationToken cancellation)
    {
        if (processes.Find(processKey) is not { } process || await store.PublishedAsync(processKey, cancellation) is not { } versionId)
        {
            return new Refusal("Process.NotPublished", null, processKey);
        }

        var opened = await OpenForItemAsync(process, versionId, item, parent, null, new StartStimulus(), context, cancellation);
        return opened.IsSuccess ? ReceiptOf(opened.Value) : opened.Refusal;
    }

    private async Task<Result<CaseFile>> OpenForItemAsync(IProcess process, string versionId, JsonNode? item, CaseFile parent, int? waitId, StartStimulus start, CaseContext context, CancellationToken cancellation) =>
        process.ForItem(item, parent, context) is { } made
            ? await OpenEmptyAsync(process, versionId, made, parent, waitId, start, context, cancellation) : new Refusal("Process.NoSuchItem", null, item?.ToString());

    /// <summary>Lets a case hear of an event, if it waits for it.</summary>
    internal async Task<Result> SignalAsync(Guid caseId, string name, CaseContext context, CancellationToken cancellation) =>
        await store.FindCaseAsync(caseId, cancellation) is { } file ? await PassOnAsync(file, new EventStimulus(name), context, cancellation) : Result.Ok;

    // A case that does not wait for the stimulus is left as it is: it asks its facts when it comes there.
    private async Task<Result> PassOnAsync(CaseFile file, Stimulus stimulus, CaseContext context, CancellationToken cancellation)
    {
        var process = processes.Find(file.Case.ProcessKey)!;
        var definition = await DefinitionOfAsync(file.Instance.DefinitionVersionId, cancellation);
        return file.Instance.Status != InstanceStatus.Running || (stimulus is EventStimulus happened && !file.Instance.State.Waiting.Exists(w => w.Kind == WaitKinds.Event && w.Data == happened.Name))
            ? Result.Ok
            : await AdvanceAsync(file, process, definition, stimulus, null, context, cancellation);
    }

    private async Task<Result> OnChildrenAsync(CaseFile parent, ChildrenEffect effect, CaseContext context, CancellationToken cancellation)
    {
        foreach (var child in effect == ChildrenEffect.None ? [] : await store.FindChildrenAsync(parent.Case.Id, cancellation))
        {
            if (effect == ChildrenEffect.MoveDeadlines)
            {
                await MoveDeadlinesAsync(child, context, cancellation);
            }
            else if (await PassOnAsync(child, new CancelStimulus(), context, cancellation) is { IsSuccess: false, Refusal: { } refusal })
            {
                return refusal;
            }
        }

        return Result.Ok;
    }
}
