using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Workflows.Engine;
using Portal.Workflows.Runtime.Openings;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Runtime;

/// <content>How a case comes to be: with its first form, or with nothing filled in.</content>
public sealed partial class CaseRuntime
{
    private const int MaxDepth = 8;

    // Cases that were opened along with another in this unit of work.
    private readonly List<CaseFile> _opened = [];

    private int _depth;

    /// <summary>Opens a case by the calendar, for one owner and period.</summary>
    public async Task<Result<Receipt>> OpenByCalendarAsync(
        string processKey, string owner, DateOnly period, CaseContext context, CancellationToken cancellation = default)
    {
        if (_processes.Find(processKey) is not { } process || process.Opening<OpenedByCalendar>() is not { } calendar)
        {
            return Refusal.NotFound;
        }

        var opened = await OpenEmptyAsync(
            process, calendar.Open(owner, period, context), null, null, Sensitivity.Normal, new StartStimulus(), context, cancellation);
        return opened.IsSuccess ? Receipt.Of(opened.Value) : opened.Refusal;
    }

    /// <summary>Opens what an event opens that is no case's own: a directive on an item of an area.</summary>
    /// <param name="sensitivity">Of what it is about: what is opened is no looser .</param>
    public Task<Result<IReadOnlyList<Receipt>>> OpenByEventAsync(
        string name, object? payload, Sensitivity sensitivity, CaseContext context, CancellationToken cancellation = default) =>
        OpenByEventAsync(new Origin(null, sensitivity, context), name, payload, cancellation);

    /// <summary>Opens what an event opens, in every process that says so.</summary>
    private async Task<Result<IReadOnlyList<Receipt>>> OpenByEventAsync(
        Origin source, string name, object? payload, CancellationToken cancellation)
    {
        var happened = new CaseEvent(name, source.File, payload, source.Context);
        var receipts = new List<Receipt>();
        foreach (var process in _processes.All)
        {
            foreach (var made in process.Openings.OfType<OpenedByEvent>().Where(o => o.Name == name).SelectMany(o => o.Open(happened)))
            {
                // A process whose end opens itself, alone or in a circle, would never come to rest.
                if (_depth >= MaxDepth)
                {
                    return RuntimeRefusals.TooDeep(process.Key);
                }

                _depth++;
                var opened = await OpenAsync(process, made, source, cancellation);
                _depth--;
                if (!opened.IsSuccess)
                {
                    return opened.Refusal;
                }

                receipts.Add(opened.Value);
            }
        }

        return receipts;
    }

    private async Task<Result<Receipt>> OpenAsync(IProcess process, NewCase made, Origin source, CancellationToken cancellation)
    {
        if (made.First is not null)
        {
            return await OpenAnsweredAsync(process, made, source, null, cancellation);
        }

        var opened = await OpenEmptyAsync(
            process, made, source.File, null, source.Sensitivity, new StartStimulus(), source.Context, cancellation);
        return opened.IsSuccess ? Receipt.Of(opened.Value) : opened.Refusal;
    }

    /// <summary>Opens a case with its first form: the first step is done in the act of opening.</summary>
    /// <param name="mayBegin">Asked of the first step; null where nobody starts the case by hand.</param>
    private async Task<Result<Receipt>> OpenAnsweredAsync(
        IProcess process, NewCase made, Origin source, Func<UserTaskSpec, CaseContext, bool>? mayBegin, CancellationToken cancellation)
    {
        var (submission, context) = (made.First!, source.Context);
        if (await BeginAsync(process, made, source.File, null, source.Sensitivity, context, cancellation) is not { } turn)
        {
            return RuntimeRefusals.NotPublished(process.Key);
        }

        var started = Run(turn, new StartStimulus())!;
        var effects = started.Pending.ToList();
        if (effects.OfType<OpenTask>().FirstOrDefault() is not { } first)
        {
            return RuntimeRefusals.NoFirstStep(process.Key);
        }

        if (first.Spec.Action(submission.Action) is not { IsOptional: false } action)
        {
            return RuntimeRefusals.UnknownAction(submission.Action);
        }

        if (mayBegin?.Invoke(first.Spec, context) == false)
        {
            return Refusal.Forbidden;
        }

        // The first step stands in the history, never in an inbox.
        turn = started with { Pending = [.. effects.Where(e => e != first)] };
        var task = NewTask(turn, first, [context.Actor.PersonId], round: 1);
        turn.File.Tasks.Add(task);
        Add(turn.File);
        _store.Add(task);
        var result = await AnswerAsync(turn, new GivenAnswer(task, first.Spec, action, submission), cancellation);
        if (result.IsSuccess)
        {
            // A case that was started from something has a draft of its own; the general one stays.
            var begunFrom = SourceOf(first.Spec, submission) is { } id ? $":{id:N}" : "";
            _store.RemoveDraft(context.Actor.PersonId, $"start:{process.Key}{begunFrom}");
        }

        return result;
    }

    /// <summary>Opens a case with nothing filled in: its first step goes to whom the definition names.</summary>
    private async Task<Result<CaseFile>> OpenEmptyAsync(
        IProcess process, NewCase made, CaseFile? parent, int? parentWaitId, Sensitivity sensitivity, StartStimulus start,
        CaseContext context, CancellationToken cancellation)
    {
        if (_dispatching.Count > MaxDepth)
        {
            return RuntimeRefusals.TooDeep(process.Key);
        }

        if (await BeginAsync(process, made, parent, parentWaitId, sensitivity, context, cancellation) is not { } turn)
        {
            return RuntimeRefusals.NotPublished(process.Key);
        }

        Add(turn.File);
        if (turn.File.Subject is { } subject)
        {
            _store.Add(subject);
        }

        if (made.Written is { } written)
        {
            KeepWritten(turn.Case, written, context);
        }

        _store.Audit(Entries.Of(context, "Case.Opened", turn.Case.Id, turn.Case.Number));
        var advanced = await AdvanceAsync(turn, start, cancellation);
        return advanced.IsSuccess ? turn.File : advanced.Refusal;
    }

    // It is no looser than the case.
    private void KeepWritten(Case opened, WrittenForm written, CaseContext context)
    {
        _store.Add(new FormSubmission
        {
            CaseId = opened.Id,
            StepId = written.StepId,
            FormKey = written.FormKey,
            Action = "Submit",
            Round = 1,
            Json = written.Form.ToJsonString(FormInput.Json),
            PersonId = written.PersonId,
            At = context.Now,
            Sensitivity = opened.Sensitivity,
        });
        if (opened.Sensitivity != Sensitivity.Normal)
        {
            opened.NoteRestricted(null);
        }
    }

    /// <param name="sensitivity">Of what it comes of .</param>
    /// <returns>Null where no version of the process is in use.</returns>
    private async Task<Turn?> BeginAsync(
        IProcess process, NewCase made, CaseFile? parent, int? parentWaitId, Sensitivity sensitivity, CaseContext context,
        CancellationToken cancellation)
    {
        if (await _store.PublishedAsync(process.Key, cancellation) is not { } versionId)
        {
            return null;
        }

        var definition = await DefinitionOfAsync(versionId, cancellation);
        var prefix = process is OwnProcess ? OwnNumbers.PrefixOf(definition.Definition, _processes) : process.NumberPrefix;
        var number = await _store.NextNumberAsync(prefix, context.Today.Year, cancellation);
        var (group, areas) = (made.Place.GroupId, made.Place.AreaIds);
        var opened = Case.Open(process.Key, number, group, context.Actor.PersonId, areas, context.Now, parent?.Case.Id, made.Occasion);
        opened.Inherit(sensitivity);
        opened.Inherit(process.Sensitivity);
        opened.Describe(made.Title, _store.Words(made.Title), []);
        var file = new CaseFile(opened, WorkflowInstance.Of(opened.Id, versionId, parentWaitId), made.Make?.Invoke(opened.Id), []);
        return new Turn(file, process, definition, context) { IsOneOfMany = made.IsOneOfMany };
    }

    private Guid? SourceOf(UserTaskSpec spec, Submission submission) =>
        _processes.Form(spec.Form)?.Fields.FirstOrDefault(f => f.Kind == FieldKind.Source) is { } field
            && submission.Form[field.Name] is JsonValue v && v.TryGetValue<string>(out var text) && Guid.TryParse(text, out var id)
                ? id
                : null;

    private void Add(CaseFile file)
    {
        _store.Add(file.Case);
        _store.Add(file.Instance);
    }

    /// <summary>What a case comes of, and who acts.</summary>
    /// <param name="File">The case that it comes of; null where it comes of none.</param>
    private sealed record Origin(CaseFile? File, Sensitivity Sensitivity, CaseContext Context)
    {
        public static Origin Of(Turn turn) => new(turn.File, turn.Sensitivity, turn.Context);
    }
}
