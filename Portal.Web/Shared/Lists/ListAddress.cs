using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Portal.Domain.Cases;

namespace Portal.Web.Shared.Lists;

/// <summary>
/// What a list shows, as it stands in the address of its page: filters, page, sort, columns. Never what somebody searches for: words of
/// a case have no place in the history of a browser or the log of a proxy.
/// </summary>
public sealed class ListAddress
{
    public const string PageKey = "trang";
    public const string SortKey = "sap";
    public const string ColumnsKey = "cot";

    private const int MostPages = 100_000;

    private readonly string _path;
    private readonly Dictionary<string, string> _values;

    private ListAddress(string path, IEnumerable<KeyValuePair<string, string>> values)
    {
        _path = path;
        _values = values.Where(v => v.Value.Length > 0).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
    }

    /// <summary>From 0.</summary>
    public int Page =>
        int.TryParse(this[PageKey], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 1 and < MostPages
            ? page - 1
            : 0;

    /// <summary>Key of the column that the rows are sorted by; empty for the list's own order.</summary>
    public string SortedBy => this[SortKey].TrimStart('-');

    public bool IsDescending => this[SortKey].StartsWith('-');

    /// <summary>All but the page: what is kept as a view.</summary>
    public string View => new ListAddress("", _values.Where(v => v.Key != PageKey)).ToString().TrimStart('?');

    /// <summary>How many filters narrow the list.</summary>
    public int Narrows => _values.Keys.Count(k => k is not (PageKey or SortKey or ColumnsKey));

    public string this[string key] => _values.GetValueOrDefault(key, "");

    public static ListAddress Of(string address)
    {
        var uri = new Uri(address);
        return new ListAddress(
            uri.AbsolutePath, QueryHelpers.ParseQuery(uri.Query).Select(v => KeyValuePair.Create(v.Key, v.Value[0] ?? "")));
    }

    /// <summary>With another page of the same rows.</summary>
    public ListAddress At(int page) => Set(PageKey, page > 0 ? (page + 1).ToString(CultureInfo.InvariantCulture) : "");

    /// <summary>With other rows, from the first page on.</summary>
    public ListAddress With(string key, string? value) => Set(key, value ?? "").At(0);

    /// <summary>Which of these columns are shown: those that were chosen, or all.</summary>
    public IReadOnlyList<string> Shown(IEnumerable<string> columns)
    {
        var all = columns.ToList();
        var chosen = this[ColumnsKey].Split(',');
        return all.Exists(chosen.Contains) ? all.FindAll(chosen.Contains) : all;
    }

    /// <summary>The same rows with these columns only; none for all.</summary>
    public ListAddress Choosing(IReadOnlyList<string> columns) => Set(ColumnsKey, string.Join(',', columns));

    /// <summary>The same list as it was kept by <see cref="View"/>.</summary>
    public string Of(SavedView view) => $"{_path}?{view.Query}";

    public override string ToString() => QueryHelpers.AddQueryString(_path, _values!);

    private ListAddress Set(string key, string value) =>
        new(_path, _values.Where(v => v.Key != key).Append(KeyValuePair.Create(key, value)));
}
