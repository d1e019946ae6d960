namespace Portal.Domain.Common;

/// <param name="Path">Field path in camelCase; empty for the form as a whole.</param>
/// <param name="Code">Stable text code.</param>
/// <param name="Clause">Clause that demands it, or null.</param>
/// <param name="Args">Values for the placeholders of the text.</param>
public sealed record FieldError(string Path, string Code, string? Clause = null, params object?[] Args);
