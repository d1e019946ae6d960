
namespace Portal.Workflows.Authoring;

/// <summary>One difference between two versions, to be said in words by <c>difference.{Code}</c>.</summary>
/// <param name="Step">Title of the step concerned; empty for the definition as a whole.</param>
/// <param name="Path">Place of the step in the newer version, or in the older one when it is gone.</param>
public sealed record Difference(string Code, string Step, string Path, string Before, string After);
