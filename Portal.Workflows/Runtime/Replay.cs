using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Common;
using Portal.Workflows.Engine;
using Portal.Workflows.Engine.Waits;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Runtime;

/// <summary>
/// Does again, in a dry run, what people did in a finished case: the same answers at the same moments. Steps that the history does not
/// know are answered by their first person with their first outcome, fields that it does not know with what fits them. What the case heard
/// of from another comes when the next answer waits for it.
/// </summary>
/// <param name="own">The version the case ran on.</param>
/// <param name="ended">How it stood in the end.</param>
public sealed class Replay(DryRun run, string processKey, CompiledDefinition own, InstanceState ended)
{
    private readonly HashSet<string> _knownSteps = [.. own.Definition.AllActivities.Select(a => a.Id)];

    private const int MaxDetours = 20;

    private readonly List<(string Step, string Field)> _asked = [];

    /// <param name="open">Opens a case that nobody starts; null where the first answer did.</param>
    public async Task<Replayed> GoAsync(IReadOnlyList<PastAnswer> past, Func<Task<Result>>? open, CancellationToken cancellation = default)
    {
        var answers = new Queue<PastAnswer>(past);
        (string, Refusal)? stopped = null;
        if (open is not null)
        {
            stopped = await open() is { IsSuccess: false, Refusal: { } unopened } ? ("", unopened) : null;
        }
        else if (answers.TryDequeue(out var first))
        {
            var done = await FilledAsync(first, s => run.StartAsync(processKey, first.PersonId, s, cancellation));
            stopped = done.IsSuccess ? null : (first.StepId, done.Refusal!);
        }

        while (stopped is null && answers.TryDequeue(out var answer))
        {
            if (answer.At > run.Now)
            {
                await run.MoveToAsync(answer.At, cancellation);
            }

            if (await FindAsync(answer, cancellation) is not { } task)
            {
                var others = run.Open.Where(t => !t.IsOptional).Select(t => t.Title).Distinct();
                stopped = (answer.StepId, RuntimeRefusals.NotOpen(string.Join(", ", others)));
                break;
            }

            var done = await FilledAsync(answer, s => run.AnswerAsync(task, answer.PersonId, s, cancellation));
            stopped = done.IsSuccess ? null : (answer.StepId, done.Refusal!);
        }

        for (var i = 0; stopped is null && i < MaxDetours && Unheard() is [var last, ..]; i++)
        {
            await run.SignalAsync(last, cancellation);
        }

        if (run.Cases is not [var file, ..])
        {
            return new Replayed([], "", stopped, _asked);
        }

        return new Replayed([.. run.TasksOf(file.Case.Id)
            .Where(t => !t.IsOptional && t.State != UserTaskState.Cancelled)
            .Select(t => new ReplayedStep(t.StepId, t.Title, t.Item, t.Outcome ?? "", t.DueAt))], file.Case.Status, stopped, _asked);
    }

    // What is only in this version stands in the way until somebody has answered it, and so does what came from another case.
    private async Task<UserTask?> FindAsync(PastAnswer answer, CancellationToken cancellation)
    {
        for (var i = 0; i < MaxDetours; i++)
        {
            if (Asked() is { } found)
            {
                return found;
            }

            if (Unheard() is { Count: > 0 } unheard)
            {
                await HearAsync(unheard);
                continue;
            }

            if (run.Open.FirstOrDefault(t => !_knownSteps.Contains(t.StepId)) is not { } added
                || added.Assignees.FirstOrDefault(a => a.IsOpen && !a.IsOptional)?.PersonId is not { } person)
            {
                return null;
            }

            var (spec, actions) = await run.StepAsync(added, person, cancellation);
            if (actions.Count == 0
                || !(await run.AnswerAsync(
                    added, person, new Submission(actions[0].Key, Gate(), Sample(spec.Fields, null, person)), cancellation)).IsSuccess)
            {
                return null;
            }
        }

        return null;

        UserTask? Asked() => run.Open.FirstOrDefault(t => t.StepId == answer.StepId && t.Item == answer.Item);

        // Of several events the one that leads to the answer; where none does alone, one after the other.
        async Task HearAsync(IReadOnlyList<string> events)
        {
            foreach (var name in events)
            {
                if (!(await run.SignalAsync(name, cancellation)).IsSuccess)
                {
                    continue;
                }

                if (Asked() is not null)
                {
                    return;
                }

                await run.UndoAsync(cancellation);
            }

            await run.SignalAsync(events[0], cancellation);
        }
    }

    /// <summary>Events the run waits for that the case had heard more often by its end.</summary>
    private List<string> Unheard() => run.Cases is [var file, ..]
        ? [.. file.Instance.State.Waiting.OfType<EventWait>()
            .Select(w => w.Name)
            .Distinct()
            .Where(name => Heard(own, ended, name) > Heard(run.Tried, file.Instance.State, name))] : [];

    private static int Heard(CompiledDefinition definition, InstanceState state, string name) =>
        definition.All
            .Where(a => a.Node.Type == "Elsa.Event" && a.Input("eventName")?.Source == name)
            .Sum(a => state.Completed.GetValueOrDefault(a.Path));

    private async Task<Result> FilledAsync(PastAnswer answer, Func<Submission, Task<Result>> act)
    {
        // What was taken when it was sent is not asked about again (section 9.4).
        if (answer.Form["secrecy"] is JsonObject gate)
        {
            gate["marksConfirmed"] = true;
        }

        var done = await act(new Submission(answer.Action, answer.Form, answer.Extra));
        if (done.IsSuccess || done.Refusal.Fields.Count == 0
            || !done.Refusal.Fields.All(f => f.Path.StartsWith("extra.", StringComparison.Ordinal)))
        {
            return done;
        }

        var fields = run.FieldsOf(answer.StepId);
        _asked.AddRange(done.Refusal.Fields
            .Where(f => f.Code == "Common.Required")
            .Select(f => (answer.StepId, fields.FirstOrDefault(x => $"extra.{x.Name}" == f.Path)?.Label ?? f.Path)));
        return await act(new Submission(answer.Action, answer.Form, Sample(fields, answer.Extra, answer.PersonId)));
    }

    private static JsonObject Gate() => new() { ["secrecy"] = new JsonObject { ["containsStateSecret"] = false } };

    // Only what the version asks for, so that fields it no longer has do not stand in the way.
    private static JsonObject Sample(IReadOnlyList<ExtraField> fields, JsonObject? known, string person) =>
        new(fields.Select(f => new KeyValuePair<string, JsonNode?>(f.Name, known?[f.Name]?.DeepClone() ?? Fitting(f, person))));

    private static JsonNode Fitting(ExtraField field, string person) => field.Kind switch
    {
        "number" => JsonValue.Create(field.Min ?? field.Max ?? "1"),
        "date" => JsonValue.Create(field.Min ?? field.Max ?? "2026-01-01"),
        "yesNo" => JsonValue.Create("true"),
        "choice" => JsonValue.Create(field.Options.Count > 0 ? field.Options[0] : ""),
        "person" => JsonValue.Create(person),
        "file" => new JsonArray(Guid.Empty.ToString()),
        _ => JsonValue.Create(new string('…', LeastLength(field))),
    };

    private static int LeastLength(ExtraField field) =>
        int.TryParse(field.Min, CultureInfo.InvariantCulture, out var least) ? Math.Clamp(least, 1, field.MaxLength) : 1;
}
