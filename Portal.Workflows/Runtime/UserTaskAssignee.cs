
namespace Portal.Workflows.Runtime;

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

    /// <summary>The person does not want it in the inbox before this day (Viet Nam); the deadline stays as it is.</summary>
    public DateOnly? AsideUntil { get; set; }

    public string? Answer { get; set; }
}
