using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Domain.Administration.Workbook;

/// <summary>
/// A sheet whose rows are told apart by its identity columns together. Reading the same file twice changes nothing; a row that the file
/// does not name is left as it is, and so is a column that it does not have.
/// </summary>
/// <typeparam name="T">A row of the organisation.</typeparam>
public abstract class WorkbookSheet<T> : IWorkbookSheet
    where T : class
{
    private const char Between = '\u001f';

    public abstract string Key { get; }

    public abstract int Order { get; }

    public abstract IReadOnlyList<WorkbookColumn> Columns { get; }

    public virtual bool IsHeading(IReadOnlySet<string> columns) => Columns.All(c => !c.IsRequired || columns.Contains(c.Key));

    public IEnumerable<IReadOnlyDictionary<string, string>> Export(WorkbookRows rows, WorkbookNames names) =>
        Held(rows).Select(r => Labelled(Of(r), names)).ToList();

    public IEnumerable<(object Row, IReadOnlyDictionary<string, string> Values)> Values(WorkbookRows rows) =>
        Held(rows).Select(r => ((object)r, Of(r)));

    public void Register(WorkbookRows rows, WorkbookNames names)
    {
        foreach (var row in Held(rows))
        {
            Register(row, names);
        }
    }

    public void Apply(WorkbookRun run, WorkbookTable table)
    {
        var index = new RowIndex<T>();
        foreach (var row in Held(run.Rows))
        {
            index.Add(row, KeyOf(Of(row)), NameOf(row));
        }

        var namesItself = Columns.Where(c => c.Of == Key).ToList();
        for (var pending = table.Lines; pending.Count > 0;)
        {
            // A row may name another of its own sheet that stands below it.
            bool IsReady(WorkbookLine line) => namesItself.TrueForAll(
                c => !line.Cells.TryGetValue(c.Key, out var cell) || cell.IsEmpty || run.Names.IsKnown(Key, cell.Text.Trim()));
            var ready = pending.Where(IsReady).ToList();
            foreach (var line in ready.Count > 0 ? ready : pending)
            {
                Take(run, index, run.Read(this, table, line), table.Lines);
            }

            pending = ready.Count > 0 ? [.. pending.Except(ready)] : [];
        }
    }

    public virtual void Finish(WorkbookRun run)
    {
        var taken = run.Taken(this).Where(t => t.IsNew || t.IsChanged).ToList();
        if (taken.Count == 0)
        {
            return;
        }

        var periods = run.All<T>().Where(r => PeriodOf(r) is not null).ToLookup(r => PeriodOf(r)!);
        foreach (var one in taken)
        {
            var row = (T)one.Row!;
            if (row is IEffectiveDated { ValidTo: { } last } ended && last < ended.ValidFrom)
            {
                one.Refuse("to", WorkbookRefusals.EndsBeforeStart(ended.ValidFrom));
            }
            else if (row is IEffectiveDated period && PeriodOf(row) is { } key
                && periods[key].OfType<IEffectiveDated>().FirstOrDefault(o => !ReferenceEquals(o, row) && o.Overlaps(period)) is { } other)
            {
                one.Refuse("from", WorkbookRefusals.Overlaps(other.ValidFrom, other.ValidTo));
            }

            foreach (var (column, refusal) in WhyNot(run, row, one.IsNew))
            {
                one.Refuse(column, refusal);
            }
        }
    }

    /// <summary>The rows that the sheet shows, in its order.</summary>
    protected virtual IEnumerable<T> Held(WorkbookRows rows) => rows.Of<T>();

    /// <summary>A row by column, references as ids.</summary>
    protected abstract IReadOnlyDictionary<string, string> Of(T row);

    /// <summary>A new row with what never changes of it.</summary>
    protected abstract T Make(WorkbookRun run, WorkbookReading reading);

    /// <summary>Gives a row, a new one too, what the file has of what may change.</summary>
    protected virtual void Change(WorkbookRun run, T row, WorkbookReading reading)
    {
    }

    /// <summary>What holds only once at a time; rows of the same must not overlap. Null where several may.</summary>
    protected virtual string? PeriodOf(T row) => null;

    /// <summary>What must hold of a row that is new or changed, once all sheets are taken in; with the column that it is said at.</summary>
    protected virtual IEnumerable<(string Column, Refusal Refusal)> WhyNot(WorkbookRun run, T row, bool isNew) => [];

    /// <summary>Name of a row where others may name it; empty where none do.</summary>
    protected virtual string NameOf(T row) => "";

    private protected virtual void Register(T row, WorkbookNames names)
    {
    }

    private protected virtual T? Find(WorkbookRun run, RowIndex<T> index, WorkbookReading reading, IReadOnlyList<WorkbookLine> lines) =>
        index.ByKey(KeyOf(reading.Values));

    private protected virtual string KeyOf(IReadOnlyDictionary<string, string> values) => string.Join(
        Between,
        Columns.Where(c => c.IsIdentity).Select(c => values.GetValueOrDefault(c.Key, ""))
            .Select(VietnameseText.Fold));

    private protected virtual (string Id, string Name) ShownAs(WorkbookRun run, IReadOnlyDictionary<string, string> values) =>
        ("", string.Join(", ", Columns.Where(c => c.IsIdentity && (c.Kind is CellKind.Reference or CellKind.Text or CellKind.Year))
            .Select(c => run.Shown(c, values.GetValueOrDefault(c.Key, ""))).Where(v => v.Length > 0)));

    private void Take(WorkbookRun run, RowIndex<T> index, WorkbookReading reading, IReadOnlyList<WorkbookLine> lines)
    {
        var known = reading.Errors.Count == 0 ? Find(run, index, reading, lines) : null;
        if (reading.Errors.Count == 0 && known is null)
        {
            reading.Errors.AddRange(Columns.Where(c => c.IsRequired && reading[c.Key].Length == 0)
                .Select(c => new FieldError(c.Key, "Common.Required")));
        }

        if (reading.Errors.Count == 0 && known is not null)
        {
            WhyNotChanged(run, known, reading);
        }

        if (reading.Errors.Count > 0)
        {
            run.Names.Reject(Key, reading["code"], reading["name"], reading["fullName"], reading["number"]);
            run.Note(new TakenRow(reading, this, null, reading.Values, ShownAs(run, reading.Values)));
            return;
        }

        var before = known is null ? new Dictionary<string, string>() : Of(known);
        var row = known ?? Make(run, reading);
        Change(run, row, reading);
        if (known is null)
        {
            run.Draft.Add(row);
            index.Add(row, KeyOf(Of(row)), NameOf(row));
            Register(row, run.Names);
        }

        Note(run, reading, row, before);
    }

    private void Note(WorkbookRun run, WorkbookReading reading, T row, IReadOnlyDictionary<string, string> before)
    {
        var after = Of(row);
        var changes = Columns.Where(c => before.GetValueOrDefault(c.Key, "") != after[c.Key])
            .Select(c => new ImportChange(c, run.Shown(c, before.GetValueOrDefault(c.Key, "")), run.Shown(c, after[c.Key]))).ToList();
        if (before.Count > 0 && changes.Count > 0)
        {
            run.Draft.NoteChanged(row);
        }

        run.Note(new TakenRow(reading, this, row, before, ShownAs(run, after)) { IsChanged = changes.Count > 0, Changes = changes });
    }

    private void WhyNotChanged(WorkbookRun run, T known, WorkbookReading reading)
    {
        if (run.LineOf(known) is > 0 and var line)
        {
            reading.Errors.Add(new FieldError("", "Workbook.RowTwice", null, line));
            return;
        }

        var before = Of(known);
        foreach (var column in Columns.Where(c => reading.Has(c.Key) && !c.IsIdentity))
        {
            var (was, now) = (before[column.Key], reading[column.Key]);
            if (column.FixedBy is { } code && now.Length > 0 && now != was)
            {
                reading.Errors.Add(new FieldError(column.Key, code, null, run.ToTell(column, was)));
            }
            else if (column.IsRequired && column.FixedBy is null && now.Length == 0)
            {
                reading.Errors.Add(new FieldError(column.Key, "Common.Required"));
            }
        }
    }

    private Dictionary<string, string> Labelled(IReadOnlyDictionary<string, string> row, WorkbookNames names) =>
        Columns.ToDictionary(c => c.Key, c => c.Kind == CellKind.Reference ? names.Label(c.Of, row[c.Key]) : row[c.Key]);
}
