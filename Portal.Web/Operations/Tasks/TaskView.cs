using Portal.Workflows.Runtime;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Operations.Tasks;

/// <summary>An open step as one person sees it.</summary>
/// <param name="Actions">What the person may do here now.</param>
public sealed record TaskView(UserTask Task, UserTaskSpec Spec, IReadOnlyList<TaskAction> Actions)
{
    /// <summary>Who could do it, where one does it for all; empty for who is none of them.</summary>
    public IReadOnlyList<string> Sharers { get; init; } = [];

    /// <summary>Whom the person may hand it to; empty for nobody.</summary>
    public IReadOnlyList<string> MayHandTo { get; init; } = [];

    /// <summary>Who has taken it; null: nobody.</summary>
    public string? HolderId { get; init; }

    public bool MayRelease { get; init; }

    /// <summary>It is the person's own: it may be looked at later.</summary>
    public bool MaySetAside { get; init; }

    /// <summary>In whose place the person answers it; null in one's own right.</summary>
    public string? ActsForId { get; init; }

    /// <summary>Day on which the person looks at it again; null: now.</summary>
    public DateOnly? AsideUntil { get; init; }

    public static TaskView Of(UserTask task, UserTaskSpec spec, Turn turn)
    {
        var actor = turn.Context.Actor.PersonId;
        var sharers = CaseRuntime.SharersOf(task, spec, turn);
        var own = task.Assignees.FirstOrDefault(a => a.PersonId == actor && a.IsOpen && !a.IsOptional);
        return new TaskView(task, spec, CaseRuntime.ActionsFor(task, spec, turn))
        {
            Sharers = sharers.Contains(actor) ? sharers : [],
            MayHandTo = CaseRuntime.MayHandTo(task, spec, turn),
            HolderId = CaseRuntime.HolderOf(task, spec, turn),
            MayRelease = CaseRuntime.MayRelease(task, spec, turn),
            MaySetAside = own is not null,
            ActsForId = CaseRuntime.PrincipalOf(task, spec, turn),
            AsideUntil = own?.AsideUntil > turn.Context.Today ? own.AsideUntil : null,
        };
    }
}
