namespace Portal.Domain.Administration.Workbook;

/// <summary>
/// What an act changes, row by row, in the words of the workbook: made before the act is tried on the draft, asked afterwards.
/// </summary>
public sealed class OrganisationComparison
{
    private readonly OrganisationDraft _draft;
    private readonly WorkbookRows _rows;
    private readonly Dictionary<string, Dictionary<object, IReadOnlyDictionary<string, string>>> _before;

    public OrganisationComparison(OrganisationDraft draft)
    {
        (_draft, _rows) = (draft, new WorkbookRows(draft.Directory.Data, [], []));
        _before = OrganisationWorkbook.Sheets.ToDictionary(s => s.Key, s => ValuesOf(s, _rows));
    }

    /// <returns>The rows that are no longer as they were, in the order of the workbook.</returns>
    public IReadOnlyList<ChangedRow> Changes()
    {
        var rows = new WorkbookRows(_draft.Directory.Data, [], []);
        var names = OrganisationWorkbook.NamesOf(OrganisationWorkbook.Sheets, rows);

        // What was removed is still called by its name.
        foreach (var sheet in OrganisationWorkbook.Sheets)
        {
            sheet.Register(_rows, names);
        }

        return [.. OrganisationWorkbook.Sheets.OrderBy(s => s.Order).SelectMany(s => Changes(s, rows, names))];
    }

    private IEnumerable<ChangedRow> Changes(IWorkbookSheet sheet, WorkbookRows rows, WorkbookNames names)
    {
        var (before, after) = (_before[sheet.Key], ValuesOf(sheet, rows));
        foreach (var (row, now) in after)
        {
            if (!before.TryGetValue(row, out var was))
            {
                yield return Row(sheet, RowChange.Added, now, names, c => new ChangedValue(c.Key, "", Label(c, now[c.Key], names)));
            }
            else if (sheet.Columns.Any(c => was[c.Key] != now[c.Key]))
            {
                yield return Row(sheet, RowChange.Changed, now, names, c => was[c.Key] == now[c.Key]
                    ? null
                    : new ChangedValue(c.Key, Label(c, was[c.Key], names), Label(c, now[c.Key], names)));
            }
        }

        foreach (var (_, was) in before.Where(b => !after.ContainsKey(b.Key)))
        {
            yield return Row(sheet, RowChange.Removed, was, names, c => new ChangedValue(c.Key, Label(c, was[c.Key], names), ""));
        }
    }

    private static ChangedRow Row(
        IWorkbookSheet sheet, RowChange change, IReadOnlyDictionary<string, string> values, WorkbookNames names,
        Func<WorkbookColumn, ChangedValue?> changeOf) => new(
            sheet.Key,
            NameOf(sheet, values, names),
            change,
            [.. sheet.Columns.Select(changeOf).OfType<ChangedValue>().Where(v => v.Before.Length > 0 || v.After.Length > 0)]);

    private static string NameOf(IWorkbookSheet sheet, IReadOnlyDictionary<string, string> values, WorkbookNames names)
    {
        var name = values.GetValueOrDefault("name") ?? values.GetValueOrDefault("fullName");
        return name is not null
            ? $"{name} ({values.GetValueOrDefault("code")})"
            : string.Join(", ", sheet.Columns.Where(c => c.IsIdentity && c.Kind is CellKind.Reference or CellKind.Text)
                .Select(c => Label(c, values[c.Key], names)).Where(v => v.Length > 0));
    }

    private static string Label(WorkbookColumn column, string value, WorkbookNames names) =>
        column.Kind == CellKind.Reference ? names.Label(column.Of, value) : value;

    private static Dictionary<object, IReadOnlyDictionary<string, string>> ValuesOf(IWorkbookSheet sheet, WorkbookRows rows) =>
        sheet.Values(rows).ToDictionary(v => v.Row, v => v.Values, (IEqualityComparer<object>)ReferenceEqualityComparer.Instance);
}
