using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Web.Operations.Authoring;

/// <summary>A document in hand: a draft, or a version to read.</summary>
/// <param name="Text">The JSON as it is stored.</param>
public sealed record DesignView(
    VersionRow Row, string DefinitionId, CompiledDefinition Compiled, string Text, int Stamp, IReadOnlyList<Problem> Problems, bool MayEdit)
{
    public WorkflowDefinition Definition => Compiled.Definition;

    /// <summary>A change may be taken back.</summary>
    public bool MayUndo { get; init; }

    /// <summary>A change that was taken back may be done again.</summary>
    public bool MayRedo { get; init; }

    /// <summary>Number of states that were gone through, all of them, where what the process demands holds in each; else null.</summary>
    public int? Proved { get; init; }
}
