using Portal.Domain.Cases;
using Portal.Domain.Common;

namespace Portal.Workflows.Runtime;

/// <summary>Tells people of a case.</summary>
internal sealed class Notices(IWorkStore store)
{
    /// <summary>
    /// Writes a notice for each of the people but whoever acts. Section 11: it says number, step and area; a Restricted matter shows
    /// neither step nor area.
    /// </summary>
    /// <param name="task">The step that it is about: who stands in for its people is told as well; null where it is about the case.</param>
    public void Tell(Case subject, UserTask? task, NotificationKind kind, IEnumerable<string> people, CaseContext context)
    {
        var restricted = subject.Sensitivity != Sensitivity.Normal;
        var step = task is null ? default : ShippedProcesses.TitleOf(subject.ProcessKey, task.StepId, task.Title);
        var text = kind == NotificationKind.ForHead || restricted
            ? LocalText.Typed(subject.Number)
            : LocalText.Join(LocalText.Typed(subject.Number), step, subject.Title.WithoutDetail);
        var reached = people.ToHashSet();
        if (task is not null)
        {
            reached.UnionWith(reached
                .SelectMany(p => context.Directory.SubstitutesOf(p, task.Errand, context.Today))
                .ToList());
        }

        foreach (var person in reached.Where(p => p != context.Actor.PersonId))
        {
            store.Add(new Notification
            {
                PersonId = person,
                Kind = kind,
                CaseId = subject.Id,
                TaskId = task?.Id,
                Text = text,
                At = context.Now,
            });
        }

        store.Touch(subject.Id, reached);
    }
}
