
namespace Portal.Workflows.Authoring;

/// <param name="Field">A <see cref="ConditionField.Key"/>.</param>
/// <param name="Comparison">One of <see cref="Condition.Comparisons"/>.</param>
/// <param name="Value">As it is typed: <c>3</c>, <c>true</c>, <c>2026-12-01</c>, a text.</param>
public sealed record ConditionTerm(string Field, string Comparison, string Value);
