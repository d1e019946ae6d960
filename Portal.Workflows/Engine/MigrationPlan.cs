
namespace Portal.Workflows.Engine;

/// <param name="State">The state on the other version; null where a problem stands against it.</param>
public sealed record MigrationPlan(IReadOnlyList<MovedStep> Steps, IReadOnlyList<MigrationProblem> Problems, InstanceState? State);
