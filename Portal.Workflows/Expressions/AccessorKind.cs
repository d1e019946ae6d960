namespace Portal.Workflows.Expressions;

/// <summary>What a function that a definition gives to its scripts does.</summary>
internal enum AccessorKind
{
    Variable,
    Assignment,
    Input,
    Output,
}
