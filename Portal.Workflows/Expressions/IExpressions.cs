using System.Text.Json.Nodes;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Expressions;

/// <summary>Says what an expression of a definition amounts to.</summary>
internal interface IExpressions
{
    /// <param name="name">Name of the input that it is written in, e.g. <c>condition</c>.</param>
    /// <exception cref="ExpressionException">The expression fails.</exception>
    JsonNode? Evaluate(InputValue expression, string name, IExpressionScope scope);
}
