using Portal.Domain.Cases;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Runtime;

/// <summary>One version of a process definition. A published version is never edited.</summary>
public sealed class DefinitionVersion
{
    public required string Id { get; init; }

    public required string DefinitionId { get; init; }

    public required int Version { get; init; }

    public required string Name { get; set; }

    public required string Json { get; set; }

    public bool IsLatest { get; set; }

    public bool IsPublished { get; set; }

    /// <summary>Hash of the shipped document it came from; empty when an administrator made it.</summary>
    public string ShippedHash { get; init; } = "";

    public required DateTime CreatedAt { get; init; }

    public string CreatedById { get; init; } = "";

    public string Note { get; set; } = "";

    /// <summary>Last change of a draft, and by whom; of a published version, who published it is <see cref="PublishedById"/>.</summary>
    public DateTime ChangedAt { get; set; }

    public string ChangedById { get; set; } = "";

    /// <summary>Counts the changes of a draft: who saves says on which one the change was made.</summary>
    public int Stamp { get; set; }

    /// <summary>Who asked that it be published, where a second person has to do it; empty while nobody did.</summary>
    public string RequestedById { get; set; } = "";

    public DateTime? PublishedAt { get; set; }

    public string PublishedById { get; set; } = "";

    public bool IsDraft => PublishedAt is null && !IsPublished;
}

/// <summary>The runner's state of a case. Pinned to the definition version it began with .</summary>
public sealed class WorkflowInstance
{
    private InstanceState? _state;

    private WorkflowInstance()
    {
    }

    public Guid CaseId { get; private init; }

    public string DefinitionVersionId { get; private set; } = "";

    /// <summary>The wait of the parent case's instance that is told when this one ends; null when none is.</summary>
    public int? ParentWaitId { get; private init; }

    public InstanceStatus Status { get; private set; }

    public string StateJson { get; private set; } = "";

    public bool HasIncident { get; private set; }

    public int Version { get; private set; }

    /// <summary>Never change it in place: give the new one to <see cref="Take"/>.</summary>
    public InstanceState State => _state ??= StateJson.Length == 0 ? new InstanceState() : InstanceState.Read(StateJson);

    public static WorkflowInstance Of(Guid caseId, string definitionVersionId, int? parentWaitId = null) =>
        new() { CaseId = caseId, DefinitionVersionId = definitionVersionId, ParentWaitId = parentWaitId };

    /// <summary>Runs on another version from now on, with the state it has there.</summary>
    public void MoveTo(string definitionVersionId, InstanceState state)
    {
        DefinitionVersionId = definitionVersionId;
        Take(state);
    }

    public void Take(InstanceState state)
    {
        (_state, StateJson, Status, HasIncident) = (state, state.Write(), state.Status, state.Incidents.Count > 0);
        Version++;
    }
}

public enum UserTaskState
{
    Open,
    Completed,

    /// <summary>Not needed any more: a race, a jump, or the end of the case. Stays in the history.</summary>
    Cancelled,
}

/// <summary>Việc cần làm: a step of a case that waits for people. Carries what the inbox shows, so that it needs no join.</summary>
public sealed class UserTask
{
    private readonly List<UserTaskAssignee> _assignees = [];

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required int WaitId { get; init; }

    public required string StepId { get; set; }

    public required string Title { get; set; }

    public required string ProcessKey { get; init; }

    public required string CaseNumber { get; init; }

    public required string CaseTitle { get; init; }

    public required string GroupId { get; init; }

    /// <summary>The item of the loop in which the step runs, e.g. the number of an attendance line; null outside of loops.</summary>
    public string? Item { get; init; }

    public string AreaNames { get; init; } = "";

    public string SearchText { get; set; } = "";

    public Sensitivity Sensitivity { get; init; }

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

    public bool IsOptional { get; init; }

    public int Version { get; private set; } = 1;

    public IReadOnlyList<UserTaskAssignee> Assignees => _assignees;

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
        (State, Outcome, CompletedById, ActingForId, CompletedAt, NextAttentionAt) = (UserTaskState.Completed, outcome, personId, actingForId, now, null);
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

/// <summary>A person who may act on a task. One row a person, so that an inbox is one index range.</summary>
public sealed class UserTaskAssignee
{
    public required Guid TaskId { get; init; }

    public required string PersonId { get; init; }

    /// <summary>May do something here, but the step does not wait for this person.</summary>
    public bool IsOptional { get; set; }

    public bool IsOpen { get; set; }

    /// <summary>Came in because time had run out; stays whoever the organisation names.</summary>
    public bool IsWidened { get; set; }

    /// <summary>The task's due time again, for the index.</summary>
    public DateTime? DueAt { get; set; }

    public string? Answer { get; set; }
}

/// <summary>A timer of the definition itself (<c>Elsa.Delay</c>, <c>Elsa.StartAt</c> …). Survives restarts.</summary>
public sealed class WorkflowTimer
{
    public required Guid CaseId { get; init; }

    public required int WaitId { get; init; }

    public required DateTime At { get; set; }
}

/// <summary>What a case can wait for in vain; faults of the runner have kinds of its own.</summary>
public static class IncidentKinds
{
    /// <summary>A step that nobody is found for.</summary>
    public const string NoAssignee = "NoAssignee";

    /// <summary>The case of another process that a step waits for could not be opened: that process is not in use.</summary>
    public const string NotDispatched = "NotDispatched";

    /// <summary>A rule refused what a timer or the end of a step's time would have brought.</summary>
    public const string TimeRefused = "TimeRefused";
}

/// <summary>A fault of one branch, as administrators see it: number and step, no content.</summary>
public sealed class Incident
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required string CaseNumber { get; init; }

    /// <summary>The runner's number of it; below zero that of a step or timer that waits in vain.</summary>
    public required int Number { get; init; }

    public required string StepId { get; init; }

    public required string Kind { get; init; }

    public required string Message { get; init; }

    public required DateTime At { get; init; }

    public DateTime? ResolvedAt { get; private set; }

    public string? ResolvedById { get; private set; }

    public string Resolution { get; private set; } = "";

    public void Resolve(string personId, string how, DateTime now) => (ResolvedAt, ResolvedById, Resolution) = (now, personId, how);
}
