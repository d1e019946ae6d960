using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Components;
using Portal.Workflows.Engine;

namespace Portal.Web.Shared.Diagrams;

public sealed partial class ChartDrawing
{
    private const int LettersInLine = 22;
    private const double LineHeight = 17;

    private ElementReference _box;
    private ElementReference _svg;

    [Parameter, EditorRequired]
    public required ChartPlan Plan { get; set; }

    [Parameter, EditorRequired]
    public required Func<CompiledActivity, StepLook> Look { get; set; }

    /// <summary>What the drawing shows, for screen readers.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Whether a case has gone this way; null where no case is shown.</summary>
    [Parameter]
    public Func<PlacedLine, bool>? IsGone { get; set; }

    /// <summary>All of it in view, whatever its size.</summary>
    [Parameter]
    public bool Fit { get; set; }

    /// <summary>A canvas that fills its place and is moved and zoomed in the browser.</summary>
    [Parameter]
    public bool IsCanvas { get; set; }

    /// <summary>Lines are taken hold of too.</summary>
    [Parameter]
    public bool MayEdit { get; set; }

    /// <summary>A step's outcomes as the canvas reads them: JSON pairs of port and word.</summary>
    [Parameter]
    public Func<CompiledActivity, string>? Ports { get; set; }

    /// <summary>Place of the step that is picked; where nobody listens, steps are no buttons.</summary>
    [Parameter]
    public EventCallback<string> OnPicked { get; set; }

    /// <summary>The frame that scrolls.</summary>
    public ElementReference Box => _box;

    /// <summary>The drawing itself.</summary>
    public ElementReference Svg => _svg;

    private bool CanPick => OnPicked.HasDelegate;

    private string BoxClass => (IsCanvas, Fit) switch
    {
        (true, _) => "diagram canvas",
        (_, true) => "diagram fit",
        _ => "diagram",
    };

    private string PlaceOf(string id) => Plan.Chart.Path.Length > 0 ? $"{Plan.Chart.Path}/{id}" : id;

    // Inside of the outline, whose corners are cut or round.
    private static double SignAt(StepShape shape) => shape switch
    {
        StepShape.Condition or StepShape.Guard => 24,
        StepShape.Start or StepShape.End or StepShape.Wait => 22,
        _ => 10,
    };

    private static string ClassOf(StepShape shape) => shape == StepShape.Person ? "human" : $"auto {shape.ToString().ToLowerInvariant()}";

    private EventCallback<Microsoft.AspNetCore.Components.Web.MouseEventArgs> Picks(PlacedStep step) => CanPick
        ? EventCallback.Factory.Create<Microsoft.AspNetCore.Components.Web.MouseEventArgs>(
            this, () => OnPicked.InvokeAsync(step.Activity.Path))
        : default;

    private string? Pressed(StepLook look)
    {
        if (!CanPick)
        {
            return null;
        }

        return look.IsChosen ? "true" : "false";
    }

    // Words that stand in the box are not said once more beside it: its name holds what is seen.
    private static bool IsCut(string title) => DiagramLayout.Wrap(title, LettersInLine) is [.., var last] && last.EndsWith('…');

    // As text: inside of an SVG a razor element named "text" is something else.
    private static MarkupString Words(string title)
    {
        var lines = DiagramLayout.Wrap(title, LettersInLine);
        var first = (ChartPlan.StepHeight / 2) + 5 - ((lines.Count - 1) / 2.0 * LineHeight);
        return new MarkupString(string.Concat(lines.Select((line, i) =>
            $"<text x=\"{N(ChartPlan.StepWidth / 2)}\" y=\"{N(first + (i * LineHeight))}\">{WebUtility.HtmlEncode(line)} </text>")));
    }

    private static MarkupString Said(PlacedLine line) => new(line.Words.Length == 0
        ? ""
        : $"<text class=\"line-words\" x=\"{N(line.WordsAt.X)}\" y=\"{N(line.WordsAt.Y + 4)}\">{WebUtility.HtmlEncode(line.Words)}</text>");

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
