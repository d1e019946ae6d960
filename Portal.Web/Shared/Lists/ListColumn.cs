using Microsoft.AspNetCore.Components;

namespace Portal.Web.Shared.Lists;

/// <summary>A column of a list: its heading, which may sort, and what stands in it. The list draws it.</summary>
/// <typeparam name="TRow">What a row is about.</typeparam>
public sealed class ListColumn<TRow> : ComponentBase
{
    /// <summary>Name in the address, for sorting and choosing.</summary>
    [Parameter]
    public string Key { get; set; } = "";

    [Parameter]
    public string Title { get; set; } = "";

    /// <summary>The rows can be sorted by it, on the server.</summary>
    [Parameter]
    public bool Sorts { get; set; }

    /// <summary>On a phone its heading stands before it.</summary>
    [Parameter]
    public bool IsNamed { get; set; }

    /// <summary>Its heading is for screen readers only: buttons of the row.</summary>
    [Parameter]
    public bool IsUntitled { get; set; }

    /// <summary>It is one line, however narrow the window.</summary>
    [Parameter]
    public bool IsOneLine { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment<TRow> ChildContent { get; set; }

    [CascadingParameter]
    public required ListGrid<TRow> List { get; set; }

    internal string Class => $"{(IsNamed ? "named " : "")}{(IsOneLine ? "nowrap" : "")}";

    protected override void OnParametersSet() => List.Take(this);
}
