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
    /// <param name="said">Who decided, and how; not said of a Restricted matter.</param>
    public void Tell(
        Case subject, UserTask? task, NotificationKind kind, IEnumerable<string> people, CaseContext context, LocalText said = default)
    {
        var restricted = subject.Sensitivity != Sensitivity.Normal;
        var step = task is null ? default : ShippedProcesses.TitleOf(subject.ProcessKey, task.StepId, task.Title);
        var text = kind == NotificationKind.ForHead || restricted
            ? LocalText.Typed(subject.Number)
            : LocalText.Join(LocalText.Typed(subject.Number), said, step, subject.Title.WithoutDetail);
        var reached = people.ToHashSet();
        if (task is not null)
        {
            reached.UnionWith(reached
                .SelectMany(p => context.Directory.SubstitutesOf(p, task.Errand, context.Today))
                .ToList());
        }

        if (restricted)
        {
            // Whom a deadline or a rule tells by office may be one who is not to know of it.
            reached.RemoveWhere(p => !CaseAccess.CanReadTitle(AccessScope.Of(p, context.Directory, context.Today), subject));
        }

        foreach (var person in reached.Where(p => p != context.Actor.PersonId))
        {
            Add(subject, task, kind, person, text, context);
        }

        store.Touch(subject.Id, reached);
    }

    /// <summary>
    /// Tells who was given a directive without a date that there is one (Đ4.1-2): in which case and by whom, never what it says. What
    /// the case is called is said to who may know it, and not where the act or the case is Restricted.
    /// </summary>
    public void TellOfDirectives(Turn turn, IEnumerable<DirectiveInput> directives)
    {
        var (subject, context) = (turn.Case, turn.Context);
        var people = directives.Select(d => d.AssigneeId!).Distinct().ToList();
        var source = LocalText.Join(LocalText.Typed(subject.Number), LocalText.Typed(context.Directory.NameOf(context.PrincipalId)));
        foreach (var person in people)
        {
            var isOpen = turn.Sensitivity == Sensitivity.Normal
                && CaseAccess.CanReadTitle(AccessScope.Of(person, context.Directory, context.Today), subject);
            var text = isOpen ? LocalText.Join(source, subject.Title.WithoutDetail) : source;
            Add(subject, null, NotificationKind.Directive, person, text, context);
        }

        store.Touch(subject.Id, people);
    }

    private void Add(Case subject, UserTask? task, NotificationKind kind, string person, LocalText text, CaseContext context) =>
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
