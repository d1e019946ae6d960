using Microsoft.AspNetCore.Components;
using Portal.Web.Operations.Forms;

namespace Portal.Web.Shared.Fields;

/// <summary>
/// One of a few options in a list that opens: filters, settings. The first option, with an empty value, may stand for all.
/// </summary>
public sealed partial class SelectBox
{
    private readonly Dictionary<string, object?> _attributes = [];

    /// <summary>Id of the input, for its label.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<Option> Options { get; set; }

    /// <summary>Ids of hint and error.</summary>
    [Parameter]
    public string? DescribedBy { get; set; }

    [Parameter]
    public bool IsInvalid { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    protected override void OnParametersSet() => _attributes["aria-invalid"] = IsInvalid ? "true" : null;

    private Task PickedAsync(string? value) => ValueChanged.InvokeAsync(value ?? "");

    private string LabelOf(string? value) => Options.FirstOrDefault(o => o.Value == (value ?? ""))?.Label ?? "";
}
