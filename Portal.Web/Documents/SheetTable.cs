namespace Portal.Web.Documents;

/// <summary>One sheet of a workbook. It has its headings also where it has no row.</summary>
/// <param name="Name">At most 31 characters.</param>
/// <param name="Totalled">Columns whose numbers are added up, from 0.</param>
internal sealed record SheetTable(
    string Name, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<object?>> Rows, IReadOnlyList<int> Totalled)
{
    public static SheetTable Of<T>(string name, IEnumerable<T> rows, params IReadOnlyList<SheetColumn<T>> columns) => new(
        name,
        [.. columns.Select(c => c.Heading)],
        [.. rows.Select(r => columns.Select(c => c.Value(r)).ToList())],
        [.. Enumerable.Range(0, columns.Count).Where(i => columns[i].IsTotalled)]);
}
