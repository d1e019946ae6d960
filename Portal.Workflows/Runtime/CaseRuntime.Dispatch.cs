using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Activities;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Runtime;

/// <content>Cases that nobody starts by hand: opened by the calendar or by another case, and what the two tell each other.</content>
public sealed partial class CaseRuntime
{
    /// <summary>
    /// Opens a case by the calendar: nobody has filled in anything yet, its first step goes to whom the definition names.
    /// </summary>
    /// <param name="subject">Makes the aggregate from the case's id.</param>
    public async Task<Result<Receipt>> OpenEmptyAsync(
        string processKey, string groupId, IReadOnlyList<string> areaIds, Func<Guid, object> subject, CaseContext context, CancellationToken cancellation = default)
    {
        if (processes.Find(processKey) is not { } process || await store.PublishedAsync(processKey, cancellation) is not { } versionId)
        {
            return new Refusal("Process.NotPublished", null, processKey);
        }

        return await OpenEmptyAsync(process, versionId, new Dispatched(groupId, areaIds, subject), null, null, context, cancellation);
    }

    private async Task<Result<Receipt>> OpenEmptyAsync(
        IProcess process, string versionId, Dispatched made, Guid? parentId, int? parentWaitId, CaseContext context, CancellationToken cancellation)
    {
        var definition = await DefinitionOfAsync(versionId, cancellation);
        var number = await store.NextNumberAsync(process.NumberPrefix, context.Today.Year, cancellation);
        var opened = Case.Open(process.Key, number, made.GroupId, context.Actor.PersonId, made.AreaIds, context.Now, parentId);
        var file = new CaseFile(opened, WorkflowInstance.Of(opened.Id, versionId, parentWaitId), made.Subject(opened.Id), []);
        store.Add(opened);
        store.Add(file.Instance);
        store.Add(file.Subject!);
        store.Audit(Entry(context, "Case.Opened", opened.Id, number));
        var advanced = await AdvanceAsync(file, process, definition, new StartStimulus(), null, context, cancellation);
        return advanced.IsSuccess ? ReceiptOf(file) : advanced.Refusal;
    }

    private async Task<Result> DispatchAsync(CaseFile parent, DispatchChildren dispatch, CaseContext context, CancellationToken cancellation)
    {
        if (processes.Find(dispatch.DefinitionId) is not { } process || await store.PublishedAsync(process.Key, cancellation) is not { } versionId)
        {
            return new Refusal("Process.NotPublished", null, dispatch.DefinitionId);
        }

        foreach (var item in dispatch.Items)
        {
            var opened = await OpenForItemAsync(process, versionId, item, parent, dispatch.WaitId, context, cancellation);
            if (!opened.IsSuccess)
            {
                return opened.Refusal;
            }
        }

        return Result.Ok;
    }

    /// <summary>Opens what another case dispatches for an item, alone: nothing reports back to that case.</summary>
    /// <param name="parent">The case as it stands; it is read only.</param>
    internal async Task<Result<Receipt>> OpenForItemAsync(string processKey, JsonNode? item, CaseFile parent, CaseContext context, CancellationToken cancellation) =>
        processes.Find(processKey) is { } process && await store.PublishedAsync(processKey, cancellation) is { } versionId
            ? await OpenForItemAsync(process, versionId, item, parent, null, context, cancellation) : new Refusal("Process.NotPublished", null, processKey);

    private async Task<Result<Receipt>> OpenForItemAsync(IProcess process, string versionId, JsonNode? item, CaseFile parent, int? waitId, CaseContext context, CancellationToken cancellation) =>
        process.ForItem(item, parent, context) is { } made
            ? await OpenEmptyAsync(process, versionId, made, parent.Case.Id, waitId, context, cancellation) : new Refusal("Process.NoSuchItem", null, item?.ToString());

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
