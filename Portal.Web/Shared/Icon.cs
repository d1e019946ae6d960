using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;

namespace Portal.Web.Shared;

/// <summary>
/// An icon of MudBlazor's set as plain markup, for what is repeated on a page or stands on every page: a component of its own costs
/// each open page about 4 KB, this only a reference.
/// </summary>
public static class Icon
{
    private static readonly ConcurrentDictionary<string, MarkupString> Made = new();

    public static MarkupString Of(string icon) =>
        Made.GetOrAdd(
            icon,
            paths => new MarkupString($"""<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{paths}</svg>"""));
}
