using System.Text.RegularExpressions;
using Portal.Domain.Common;

namespace Portal.Domain.Administration.Workbook;

/// <summary>The rows that others may name: by code, or by a name that only one of them has; those that the workbook brings too.</summary>
public sealed partial class WorkbookNames
{
    private readonly Dictionary<string, Dictionary<string, (string Code, string Name)>> _rows = [];
    private readonly Dictionary<(string Sheet, string Folded), List<string>> _found = [];
    private readonly HashSet<(string Sheet, string Folded)> _rejected = [];

    /// <param name="id">What is stored of the row where it is named.</param>
    /// <param name="code">What tells it from others of its name.</param>
    public void Put(string sheet, string id, string code, string name)
    {
        if (!_rows.TryGetValue(sheet, out var rows))
        {
            _rows[sheet] = rows = [];
        }

        if (rows.TryAdd(id, (code, name)))
        {
            Note(sheet, code, id);
            Note(sheet, name, id);
            Note(sheet, Full(code, name), id);
        }
    }

    /// <summary>Another name of a row, as it is called for short.</summary>
    public void Also(string sheet, string id, string name) => Note(sheet, name, id);

    /// <summary>A row of the file that has errors of its own: who names it is told that, not that there is none.</summary>
    public void Reject(string sheet, params IEnumerable<string> names) =>
        _rejected.UnionWith(names.Where(n => n.Length > 0).Select(n => (sheet, VietnameseText.Fold(n))));

    /// <summary>The name; with the code where others bear it too.</summary>
    public string Label(string sheet, string id)
    {
        if (id.Length == 0 || !_rows.TryGetValue(sheet, out var rows) || !rows.TryGetValue(id, out var row))
        {
            return id;
        }

        return _found[(sheet, VietnameseText.Fold(row.Name))].Count == 1 ? row.Name : Full(row.Code, row.Name);
    }

    /// <returns>The id, or the code of what is wrong and what is said with it.</returns>
    public (string Id, FieldError? Error) Find(WorkbookColumn column, string text)
    {
        var key = (column.Of, VietnameseText.Fold(text));
        if (!_found.TryGetValue(key, out var ids) && !_found.TryGetValue((column.Of, Address().Replace(key.Item2, "")), out ids))
        {
            return ("", new FieldError(column.Key, _rejected.Contains(key) ? "Workbook.NamesWrongRow" : "Org.NotKnown", null, text));
        }

        // A code is whose it is, also where it is somebody's name.
        if (ids.Count > 1 && ids.Find(i => _rows[column.Of][i].Code.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } exact)
        {
            return (exact, null);
        }

        return ids.Count == 1
            ? (ids[0], null)
            : ("", new FieldError(
                column.Key, "Workbook.Ambiguous", null, text, string.Join(", ", ids.Select(i => _rows[column.Of][i].Code))));
    }

    public bool IsKnown(string sheet, string text) => _found.ContainsKey((sheet, VietnameseText.Fold(text)));

    // People are written with how they are spoken to.
    [GeneratedRegex("^(d/c|d\\.c|dong chi|ong|ba)[.:]? ", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Address();

    private static string Full(string code, string name) => $"{name} ({code})";

    private void Note(string sheet, string name, string id)
    {
        var key = (sheet, VietnameseText.Fold(name));
        if (!_found.TryGetValue(key, out var ids))
        {
            _found[key] = ids = [];
        }

        if (!ids.Contains(id))
        {
            ids.Add(id);
        }
    }
}
