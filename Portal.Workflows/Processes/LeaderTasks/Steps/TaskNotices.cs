using Portal.Domain.Cases;
using Portal.Domain.LeaderTasks;

namespace Portal.Workflows.Processes.LeaderTasks.Steps;

/// <summary>Whom a step tells of what becomes of a task, beside those whose step it is next.</summary>
internal static class TaskNotices
{
    /// <summary>Of a group the members: its lead has the step, and hears of that.</summary>
    public static IReadOnlyList<(NotificationKind Kind, IReadOnlyList<string> Who)> BesideWhoAnswers(StepContext<LeaderTask> at)
    {
        var answers = at.Subject.Answerable(at.Context);
        return Of(NotificationKind.Directive, at.Subject.GivenTo(at.Context).Where(p => p != answers));
    }

    /// <summary>Everybody whom it was given to before this act.</summary>
    public static IReadOnlyList<(NotificationKind Kind, IReadOnlyList<string> Who)> Before(StepContext<LeaderTask> at)
    {
        string?[] givers = [at.Subject.LeaderOf(at.Context), at.Subject.LeaderId, at.File.Case.InitiatorId];
        return Of(
            NotificationKind.Changed,
            at.File.Case.People.Where(p => p.Kind == CasePersonKind.Named).Select(p => p.PersonId).Except(givers.OfType<string>()));
    }

    // Names that nobody is found for fall to the leaders: nobody is told where there is nobody to tell.
    private static IReadOnlyList<(NotificationKind Kind, IReadOnlyList<string> Who)> Of(NotificationKind kind, IEnumerable<string> people)
    {
        List<string> who = [.. people.Select(p => $"person:{p}")];
        return who.Count > 0 ? [(kind, who)] : [];
    }
}
