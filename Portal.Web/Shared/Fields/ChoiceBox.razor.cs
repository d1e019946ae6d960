using Microsoft.AspNetCore.Components;
using Portal.Web.Operations.Forms;

namespace Portal.Web.Shared.Fields;

/// <summary>One of a few options that are all in sight: a choice, yes or no. What is chosen is taken at once.</summary>
public sealed partial class ChoiceBox
{
    private readonly Dictionary<string, object?> _attributes = [];

    /// <summary>Name of the group in the page.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<Option> Options { get; set; }

    /// <summary>Beside each other: yes and no.</summary>
    [Parameter]
    public bool IsInline { get; set; }

    /// <summary>Where no legend names the group.</summary>
    [Parameter]
    public string? AriaLabel { get; set; }

    protected override void OnParametersSet() => _attributes["aria-label"] = AriaLabel;

    private Task PickedAsync(string? value) => value is null ? Task.CompletedTask : ValueChanged.InvokeAsync(value);
}
