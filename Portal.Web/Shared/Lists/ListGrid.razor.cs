using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Web.Operations.Forms;

namespace Portal.Web.Shared.Lists;

/// <summary>
/// A list with columns. With an address it is one page of many rows, which the server sorts and narrows; without one all rows are in
/// hand. On a phone each row is a card.
/// </summary>
/// <remarks>Not MudDataGrid: each of its cells costs an open page 2 KB, 250 of them more than all the rest.</remarks>
/// <typeparam name="TRow">What a row is about.</typeparam>
public sealed partial class ListGrid<TRow>
{
    private const int Skeletons = 5;

    private readonly List<ListColumn<TRow>> _columns = [];

    /// <summary>What the list is, for screen readers.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>The rows to show; null while they are fetched.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<TRow>? Rows { get; set; }

    /// <summary>Rows on all pages.</summary>
    [Parameter]
    public int Total { get; set; }

    [Parameter]
    public int PageSize { get; set; } = 25;

    /// <summary>The address that the rows follow; null where all are in hand.</summary>
    [Parameter]
    public ListAddress? Address { get; set; }

    /// <summary>Name under which views of this list are kept; null for none.</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <summary>What is said where there are no rows.</summary>
    [Parameter]
    public string? Empty { get; set; }

    /// <summary>What else is done with the whole list: exporting it.</summary>
    [Parameter]
    public RenderFragment? Tools { get; set; }

    [Parameter]
    public string? TestId { get; set; }

    /// <summary>What the rows stand under, in their order; a heading is drawn where it changes. Null for no headings.</summary>
    [Parameter]
    public Func<TRow, string?>? Heading { get; set; }

    /// <summary>The columns (<see cref="ListColumn{TRow}"/>).</summary>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    private int LastPage => Math.Max(0, Total - 1) / PageSize;

    internal void Take(ListColumn<TRow> column) => _columns.Add(column);

    private List<ListColumn<TRow>> Shown() =>
        Address?.Shown(_columns.Select(c => c.Key)) is { } chosen ? _columns.FindAll(c => chosen.Contains(c.Key)) : _columns;

    private bool IsSortedBy(ListColumn<TRow> column) => column.Sorts && Address?.SortedBy == column.Key;

    private string? DirectionOf(ListColumn<TRow> column)
    {
        if (!IsSortedBy(column))
        {
            return null;
        }

        return Address!.IsDescending ? "descending" : "ascending";
    }

    /// <summary>A heading; one that sorts is a link to the sorted rows.</summary>
    private RenderFragment HeadingOf(ListColumn<TRow> column) => builder =>
    {
        if (!column.Sorts || Address is null)
        {
            builder.OpenElement(0, "span");
            builder.AddAttribute(1, "class", column.IsUntitled ? "sr" : null);
            builder.AddContent(2, column.Title);
            builder.CloseElement();
            return;
        }

        var isSorted = IsSortedBy(column);
        builder.OpenElement(3, "a");
        builder.AddAttribute(4, "class", "sort");
        var isTurned = isSorted && !Address.IsDescending;
        builder.AddAttribute(5, "href", Address.With(ListAddress.SortKey, isTurned ? $"-{column.Key}" : column.Key).ToString());
        builder.AddContent(6, column.Title);
        if (isSorted)
        {
            builder.AddContent(7, Icon.Of(Address.IsDescending ? Icons.Material.Filled.ArrowDownward : Icons.Material.Filled.ArrowUpward));
        }

        builder.CloseElement();
    };

    private RenderFragment PageLink(ListAddress address, int page, string text) => builder =>
    {
        var isThere = page >= 0 && page <= LastPage;
        builder.OpenElement(0, "a");
        builder.AddAttribute(1, "class", "small-button");
        builder.AddAttribute(2, "href", isThere ? address.At(page).ToString() : null);
        builder.AddAttribute(3, "aria-disabled", isThere ? null : "true");
        builder.AddContent(4, text);
        builder.CloseElement();
    };

    private IReadOnlyList<Option> Choosable() => [.. _columns.Select(c => new Option(c.Key, c.Title))];
}
