
namespace Portal.Workflows.Expressions;

/// <summary>A script, a variable or a value could not be evaluated. The message names the cause for an administrator.</summary>
public sealed class ExpressionException(string message, Exception? inner = null) : Exception(message, inner);
