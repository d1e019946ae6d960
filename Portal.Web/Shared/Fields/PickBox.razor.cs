using Microsoft.AspNetCore.Components;
using Portal.Web.Operations.Forms;

namespace Portal.Web.Shared.Fields;

/// <summary>
/// One of many: a person, an area, a unit, a case. Typed without tone marks, by given name, initials or any word of the label; the
/// likeliest first (<see cref="Likely"/>).
/// </summary>
public partial class PickBox
{
    private const int MaxShown = 30;

    private readonly Dictionary<string, object?> _attributes = new() { ["autocomplete"] = "off" };

    /// <summary>Id of the input, for its label.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter]
    public string? Value { get; set; }

    /// <summary>Told with the value; the empty text where nothing is chosen any more.</summary>
    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<Option> Options { get; set; }

    /// <summary>What stands there while nothing is chosen.</summary>
    [Parameter]
    public string? Placeholder { get; set; }

    /// <summary>Ids of hint and error.</summary>
    [Parameter]
    public string? DescribedBy { get; set; }

    /// <summary>Something is always chosen: what is emptied comes back when the field is left.</summary>
    [Parameter]
    public bool IsRequired { get; set; }

    [Parameter]
    public bool IsInvalid { get; set; }

    protected override void OnParametersSet() => _attributes["aria-invalid"] = IsInvalid ? "true" : null;

    private Task PickedAsync(string? value) => ValueChanged.InvokeAsync(value ?? "");

    private string LabelOf(string? value) => Options.FirstOrDefault(o => o.Value == value)?.Label ?? "";

    // What stands there already is no search: all is offered, so that another can be taken.
    private Task<IEnumerable<string>> SearchAsync(string? text, CancellationToken cancellation) => Task.FromResult(
        (text is null || text == LabelOf(Value) ? Options : Likely.Of(Options, text)).Select(o => o.Value));
}
