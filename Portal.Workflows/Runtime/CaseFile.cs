using Portal.Domain.Cases;

namespace Portal.Workflows.Runtime;

/// <summary>One case with all that acting on it needs.</summary>
/// <param name="Subject">The process's aggregate; null for a process of extra fields only, and before the first step has made it.</param>
/// <param name="Tasks">Open tasks, and the one that was asked for.</param>
public sealed record CaseFile(Case Case, WorkflowInstance Instance, ICaseSubject? Subject, List<UserTask> Tasks)
{
    public ICaseSubject? Subject { get; set; } = Subject;
}
