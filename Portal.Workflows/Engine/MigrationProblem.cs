
namespace Portal.Workflows.Engine;

/// <summary>Why an instance cannot be moved.</summary>
/// <param name="Code">Text is looked up as <c>migration.{Code}</c>.</param>
/// <param name="Step">Path of the step concerned, or empty.</param>
public sealed record MigrationProblem(string Code, string Step);
