using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Tests.TestKit;
using Portal.Workflows.Engine;
using Portal.Workflows.Engine.Waits;
using Portal.Workflows.Runtime;

namespace Portal.Tests.Scenarios.Edits;

/// <summary>A case of a definition, walked at random with the real runtime and the real aggregate: any open step, any of its people, any
/// outcome, and time that passes.</summary>
/// <param name="own">Ids of the steps that were added.</param>
internal sealed class WalkedDraft(DryRun run, ProcessCatalogue processes, IReadOnlySet<string> own, Random random)
{
    private const int MostActs = 30;

    private readonly List<string> _way = [];

    /// <summary>It came to an end of the case.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>How often somebody answered or time passed.</summary>
    public int Acts => _way.Count;

    /// <summary>What was done, to tell a finding.</summary>
    public string Way => string.Join(" → ", _way);

    /// <returns>What must not have happened; null where nothing of it did.</returns>
    public async Task<string?> WalkAsync(Func<DryRun, Task<Result>> open)
    {
        var opened = await open(run);
        if (!opened.IsSuccess)
        {
            return opened.Refusal.Fields.Count > 0 ? null : $"does not begin: {opened.Refusal.Code}";
        }

        for (var acts = 0; acts < MostActs; acts++)
        {
            var file = run.Cases[0];
            if (file.Instance.Status == InstanceStatus.Finished)
            {
                IsAtEnd = true;
                return (file.Subject is null || IsOpen(file.Subject)) && !_isStopped
                    ? $"ends while the matter is open ({file.Case.Status})" : null;
            }

            if (file.Instance.State.Incidents.Count > 0)
            {
                return $"incident: {file.Instance.State.Incidents[0].Kind} at {file.Instance.State.Incidents[0].Activity}";
            }

            var wrong = await StepAsync(file);
            if (wrong is not null)
            {
                return wrong;
            }
        }

        return null;
    }

    private async Task<string?> StepAsync(CaseFile file)
    {
        var open = run.Open.Where(t => t.CaseId == file.Case.Id).ToList();
        if (random.Next(5) == 0 && await TimePassesAsync(file))
        {
            return _silence;
        }

        var refusals = new List<string>();
        foreach (var (wait, person) in Shuffled([.. open.SelectMany(t =>
            t.Assignees.Where(a => a.IsOpen).Select(a => (t.WaitId, a.PersonId)).Distinct())]))
        {
            var (_, offered) = await run.StepAsync(Open(wait), person);
            foreach (var action in Shuffled([.. offered.Select(a => a.Key)]))
            {
                // What is refused is done again from the beginning: the step is another object then.
                var task = Open(wait);
                var (spec, actions) = await run.StepAsync(task, person);
                var form = SampleForms.Of(
                    processes.Form(actions.First(a => a.Key == action).Form ?? spec.Form), VietnamTime.ToLocal(run.Now));
                var done = await run.AnswerAsync(task, person, new Submission(action, form, null, null, "Lý do cụ thể của việc này"));
                if (done.IsSuccess)
                {
                    _way.Add($"{task.StepId}.{action} ({person})");

                    // A leader whom the administrators ask may end it.
                    _isStopped = own.Contains(task.StepId);
                    return null;
                }

                // Where fields are named another form would be taken: nobody is stuck.
                refusals.Add(done.Refusal.Fields.Count > 0 ? "" : $"{task.StepId}.{action} {person}: {done.Refusal.Code}");
            }
        }

        file = run.Cases[0];
        if (await TimePassesAsync(file))
        {
            return _silence;
        }

        var waits = file.Instance.State.Waiting.Any(w => w is not (TaskWait or TimerWait));
        return refusals.Contains("") || waits ? null : $"stuck at {string.Join("; ", refusals.DefaultIfEmpty("nothing"))}";
    }

    private static bool IsOpen(ICaseSubject subject) =>
        (CaseState)subject.GetType().GetProperty(nameof(CaseState))!.GetValue(subject)! == CaseState.Open;

    private UserTask Open(int wait) => run.Open.First(t => t.WaitId == wait && t.CaseNumber == run.Cases[0].Case.Number);

    private string? _silence;
    private bool _isStopped;

    // To the next moment at which something happens by itself, or to the next morning.
    private async Task<bool> TimePassesAsync(CaseFile file)
    {
        var next = run.NextMoment is { } moment && moment > run.Now ? moment : run.Now.AddHours(18);
        if (next > run.Now.AddDays(120))
        {
            return false;
        }

        var decided = run.DecisionsOf(file.Case.Id).Count;
        var moved = await run.MoveToAsync(next.AddMinutes(1));
        if (!moved.IsSuccess)
        {
            _silence = $"time cannot pass: {moved.Refusal.Code}";
            return true;
        }

        _way.Add($"đến {VietnamTime.ToLocal(run.Now):dd/MM HH:mm}");
        _silence = run.DecisionsOf(file.Case.Id).Count == decided ? null : "decided by silence";
        return true;
    }

    private List<T> Shuffled<T>(List<T> list) => [.. list.OrderBy(_ => random.Next())];
}
