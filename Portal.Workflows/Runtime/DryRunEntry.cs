using Portal.Domain.Cases;

namespace Portal.Workflows.Runtime;

/// <summary>What one act of a dry run did.</summary>
/// <param name="PersonId">Who acted; empty for time passing.</param>
/// <param name="StepTitle">The step that was answered; empty for time passing.</param>
/// <param name="Action">Key of the outcome; empty for time passing.</param>
/// <param name="Opened">Steps that were opened by it.</param>
/// <param name="Told">Who was told what.</param>
/// <param name="Incidents">What went wrong.</param>
public sealed record DryRunEntry(
    DateTime At, string PersonId, string StepId, string StepTitle, string Action, IReadOnlyList<UserTask> Opened,
    IReadOnlyList<Notification> Told, IReadOnlyList<Incident> Incidents);
