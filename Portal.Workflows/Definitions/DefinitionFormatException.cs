
namespace Portal.Workflows.Definitions;

/// <summary>The document is no workflow definition. <see cref="Path"/> says where.</summary>
public sealed class DefinitionFormatException(string code, string path, string? detail = null, int? line = null)
    : Exception($"{code} at {path}: {detail}")
{
    /// <summary>Stable text code.</summary>
    public string Code { get; } = code;

    public string Path { get; } = path;

    public string? Detail { get; } = detail;

    /// <summary>From 1, where the document cannot even be parsed; else null.</summary>
    public int? Line { get; } = line;
}
