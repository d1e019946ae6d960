namespace Portal.Domain.LeaderTasks;

/// <summary>A form that gives a task to exactly one: a person, or a group.</summary>
public interface IGivenToOne
{
    string? AssigneeId { get; }

    string? GroupId { get; }
}
