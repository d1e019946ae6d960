using Microsoft.AspNetCore.Components;

namespace Portal.Web.Shared.Fields;

/// <summary>A box to tick, with its words beside it.</summary>
public sealed partial class CheckBox
{
    [Parameter]
    public bool Value { get; set; }

    [Parameter]
    public EventCallback<bool> ValueChanged { get; set; }

    [Parameter]
    public string? Label { get; set; }

    /// <summary>
    /// Where the words stand elsewhere: in a row of a list. It is a plain box then, of which there may be fifty on a page.
    /// </summary>
    [Parameter]
    public string? AriaLabel { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>Other attributes of the input: a name, an id for tests.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public Dictionary<string, object?> Attributes { get; set; } = [];
}
