using System.Text.Json.Nodes;
using Portal.Workflows.Engine;
using Portal.Workflows.Expressions;

namespace Portal.Workflows.Activities;

/// <summary>What an activity sees when it runs: its inputs, variables and facts. It cannot touch tokens or stores.</summary>
public interface IActivityContext
{
    CompiledActivity Activity { get; }

    DateTime Now { get; }

    IExpressionScope Scope { get; }

    /// <summary>The evaluated input; null when it is not set.</summary>
    /// <exception cref="ExpressionException">The expression fails.</exception>
    JsonNode? Input(string name);

    string? InputText(string name);

    /// <summary>What an expression says that an input of its own shape holds, as the conditions of a choice do.</summary>
    /// <param name="name">What it is asked for, e.g. <c>condition</c>.</param>
    /// <exception cref="ExpressionException">The expression fails.</exception>
    JsonNode? Evaluate(Definitions.InputValue expression, string name);

    void Add(Effect effect);

    void SetVariable(string id, JsonNode? value);

    void SetOutput(string name, JsonNode? value);

    /// <summary>An output of the workflow itself.</summary>
    void SetWorkflowOutput(string name, JsonNode? value);

    /// <summary>What the case that dispatched this one handed over.</summary>
    JsonObject? WorkflowInput { get; }

    void SetInstanceName(string name);

    void Correlate(string id);
}
