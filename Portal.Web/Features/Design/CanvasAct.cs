using Portal.Workflows.Authoring;

namespace Portal.Web.Features.Design;

/// <summary>What was done on the canvas of a definition.</summary>
public abstract record CanvasAct
{
    /// <summary>Steps that are copied at once at the most.</summary>
    public const int Most = 200;

    /// <summary>It concerns nothing.</summary>
    public virtual bool IsEmpty => false;

    /// <summary>Steps were moved by so many points.</summary>
    public sealed record Moved(IReadOnlyList<string> Paths, double X, double Y) : CanvasAct
    {
        public override bool IsEmpty => Paths.Count == 0;
    }

    /// <summary>An outcome of a step was led to another step.</summary>
    public sealed record Connected(string Path, string Port, string To) : CanvasAct;

    /// <summary>Steps and lines were taken away.</summary>
    public sealed record Removed(IReadOnlyList<string> Paths, IReadOnlyList<(string Path, string Port)> Lines) : CanvasAct
    {
        public override bool IsEmpty => Paths.Count + Lines.Count == 0;
    }

    /// <summary>A pattern was put in behind an outcome.</summary>
    public sealed record Inserted(string Path, string Port, Pattern Pattern) : CanvasAct;

    /// <summary>Steps of a version were pasted into a chart.</summary>
    /// <param name="ChartPath">Empty for the process itself.</param>
    public sealed record Pasted(string VersionId, IReadOnlyList<string> Paths, string ChartPath) : CanvasAct;

    /// <summary>The last change was taken back.</summary>
    public sealed record Undone : CanvasAct;

    /// <summary>The change taken back last was done again.</summary>
    public sealed record Redone : CanvasAct;
}
