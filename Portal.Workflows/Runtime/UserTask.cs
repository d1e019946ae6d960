using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Runtime;

/// <summary>Việc cần làm: a step of a case that waits for people. Carries what the inbox shows, so that it needs no join.</summary>
public sealed class UserTask
{
    private readonly List<UserTaskAssignee> _assignees = [];
    private LocalText _caseTitle;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required int WaitId { get; init; }

    public required string StepId { get; set; }

    public required string Title { get; set; }

    public required string ProcessKey { get; init; }

    public required string CaseNumber { get; init; }

    public required LocalText CaseTitle { get => _caseTitle; init => _caseTitle = value; }

    public required string GroupId { get; init; }

    /// <summary>The item of the loop in which the step runs, e.g. the number of an attendance line; null outside of loops.</summary>
    public string? Item { get; init; }

    public string AreaNames { get; init; } = "";

    public string SearchText { get; set; } = "";

    public Sensitivity Sensitivity { get; init; }

    /// <summary>
    /// Something Restricted lies before it, and somebody whose step it is reads that: what is said here is Restricted, too, and
    /// who may not read it does not stand in.
    /// </summary>
    public bool IsAboutRestricted { get; init; }

    /// <summary>
    /// The head's own, and of nobody else; said anew each day, so that it holds of what an earlier release opened.
    /// </summary>
    public bool IsForHeadAlone { get; set; }

    /// <summary>The step's settings, where they were computed; empty when they stand in the definition.</summary>
    public string SpecJson { get; set; } = "";

    public required DateTime CreatedAt { get; init; }

    /// <summary>UTC; null where the step has no deadline.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>Clause when the deadline is the regulation's; null: "hạn nội bộ".</summary>
    public string? DueClause { get; init; }

    /// <summary>When the portal next looks at it: a reminder, an escalation, the end of its time. Null: never.</summary>
    public DateTime? NextAttentionAt { get; set; }

    public UserTaskState State { get; private set; }

    public string? Outcome { get; private set; }

    public string? CompletedById { get; private set; }

    public string? ActingForId { get; private set; }

    public DateTime? CompletedAt { get; private set; }

    public int Round { get; init; } = 1;

    /// <summary>X-03: the title of its case may have told of what turned out to be a state secret; the number says which it is.</summary>
    public void GoOffSystem()
    {
        _caseTitle = LocalText.Typed(CaseNumber);
        SearchText = VietnameseText.Fold($"{CaseNumber} {Title} {AreaNames}");
    }

    /// <summary>Who has taken it, of several who could do it; null: nobody.</summary>
    public string? HolderId { get; private set; }

    /// <summary>UTC. From then on anybody of them may do it again.</summary>
    public DateTime? HeldUntil { get; private set; }

    public bool IsOptional { get; init; }

    public int Version { get; private set; } = 1;

    public IReadOnlyList<UserTaskAssignee> Assignees => _assignees;

    /// <summary>What a substitute would do here.</summary>
    public Errand Errand => new(ProcessKey, IsAboutRestricted, IsForHeadAlone);

    /// <summary>What a substitute would do here with one of the step's actions.</summary>
    public Errand ErrandOf(TaskAction action) => action.IsOptional ? Errand with { IsForHeadAlone = action.IsForHeadAlone } : Errand;

    public void Assign(string personId, bool optional)
    {
        if (_assignees.Find(a => a.PersonId == personId) is not { } existing)
        {
            _assignees.Add(new UserTaskAssignee { TaskId = Id, PersonId = personId, IsOptional = optional, IsOpen = true, DueAt = DueAt });
        }
        else if (existing.IsOptional && !optional)
        {
            existing.IsOptional = false;
        }
    }

    /// <summary>Time has run out: this person may act too, beside those whose step it is.</summary>
    /// <returns>False when the person could act already.</returns>
    public bool Widen(string personId)
    {
        if (_assignees.Exists(a => a.PersonId == personId && a.IsOpen && !a.IsOptional))
        {
            return false;
        }

        Assign(personId, optional: false);
        _assignees.Find(a => a.PersonId == personId)!.IsWidened = true;
        return true;
    }

    /// <summary>Somebody else acts from now on. Who has answered already stays.</summary>
    public void Unassign(string personId) => _assignees.RemoveAll(a => a.PersonId == personId && a.IsOpen);

    /// <summary>One of several takes it, or is given it; it is with them until then at the latest.</summary>
    public void Hold(string personId, DateTime until) => (HolderId, HeldUntil) = (personId, until);

    /// <summary>It is given back to all whose step it is.</summary>
    public void Release() => (HolderId, HeldUntil) = (null, null);

    /// <summary>The person looks at it again on that day; null: now. Its deadline stays.</summary>
    public void SetAside(string personId, DateOnly? until) =>
        _assignees.Find(a => a.PersonId == personId && a.IsOpen)!.AsideUntil = until;

    /// <summary>The case has moved to another version of its definition: the same work under that version's step.</summary>
    public void Become(string stepId, string title, string searchText)
    {
        (StepId, Title, SearchText, SpecJson) = (stepId, title, searchText, "");
        Version++;
    }

    /// <summary>The deadline is set, or moved by a decision.</summary>
    public void SetDue(DateTime? due)
    {
        DueAt = due;
        _assignees.ForEach(a => a.DueAt = due);
    }

    /// <summary>One of several people answered; the step stays open.</summary>
    public void NoteAnswer(string personId, string outcome)
    {
        foreach (var assignee in _assignees.Where(a => a.PersonId == personId))
        {
            assignee.Answer = outcome;
            assignee.IsOpen = false;
        }

        Version++;
    }

    public void Complete(string outcome, string personId, string? actingForId, DateTime now)
    {
        (State, Outcome, CompletedById, ActingForId, CompletedAt, NextAttentionAt) =
            (UserTaskState.Completed, outcome, personId, actingForId, now, null);
        Close();
    }

    public void Cancel(DateTime now)
    {
        (State, CompletedAt, NextAttentionAt) = (UserTaskState.Cancelled, now, null);
        Close();
    }

    private void Close()
    {
        foreach (var assignee in _assignees)
        {
            assignee.IsOpen = false;
        }

        Version++;
    }
}
