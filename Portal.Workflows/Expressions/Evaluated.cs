using System.Text.Json.Nodes;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Expressions;

/// <summary>What an expression says, by <see cref="ExpressionEvaluator"/>.</summary>
internal sealed class Evaluated : IExpressions
{
    public static Evaluated Instance { get; } = new();

    public JsonNode? Evaluate(InputValue expression, string name, IExpressionScope scope) =>
        ExpressionEvaluator.Evaluate(expression, scope);
}
