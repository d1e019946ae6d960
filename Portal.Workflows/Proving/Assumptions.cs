using System.Text.Json.Nodes;
using Portal.Workflows.Definitions;
using Portal.Workflows.Expressions;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Proving;

/// <summary>
/// Answers expressions by how the matter stands. A condition that asks for more than that is true in one round and false in another; a list
/// of which nothing is known has one item.
/// </summary>
internal sealed class Assumptions(Conduct conduct) : IExpressions
{
    private const string UnknownItem = "?";

    private readonly Dictionary<(InputValue, object, string?, string), (JsonNode? Value, bool IsKnown)> _known = [];
    private object _standing = conduct.Start;
    private Choices _choices = new();

    public void Assume(object standing, Choices choices) => (_standing, _choices) = (standing, choices);

    public JsonNode? Evaluate(InputValue expression, string name, IExpressionScope scope)
    {
        if (expression.Type is "Literal" or "Object" or "Json")
        {
            return ExpressionEvaluator.Evaluate(expression, scope);
        }

        var item = scope.GetVariable("CurrentValue")?.ToString();
        var variables = string.Join('|', scope.Definition.Definition.Variables.Select(v => scope.GetVariable(v.Id)?.ToJsonString()));
        if (!_known.TryGetValue((expression, _standing, item, variables), out var found))
        {
            var watched = new WatchedScope(scope, conduct, _standing, item);
            found = (Value(expression, watched), !watched.AskedForMore && !AsksForTheTime(expression));
            if (!watched.HasWritten)
            {
                _known[(expression, _standing, item, variables)] = found;
            }
        }

        if (found.IsKnown)
        {
            return found.Value;
        }

        return name switch
        {
            "condition" => JsonValue.Create(_choices.Next(2) == 0),
            "items" => new JsonArray(UnknownItem),

            // Whom a step asks and how it looks makes no difference to the ways.
            _ when UserTaskSpec.InputNames.Contains(name) => null,
            _ => found.Value,
        };
    }

    // The moment of the exploration is none at which a case runs.
    private static bool AsksForTheTime(InputValue expression) =>
        expression.Type == "JavaScript" && ExpressionEvaluator.AsksForTheTime(expression.Source);

    // What fails only because nothing is known of what it asks for fails in no case that is known.
    private static JsonNode? Value(InputValue expression, WatchedScope scope)
    {
        try
        {
            return ExpressionEvaluator.Evaluate(expression, scope);
        }
        catch (ExpressionException) when (scope.AskedForMore)
        {
            return null;
        }
    }
}
