using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Domain.Administration.Workbook;

/// <summary>
/// A sheet whose rows have a code and a name. A row with a code that is known is that row; without a code it is the one of its name, so
/// that no list comes in twice; else it is new, and gets the next free code where it brings none.
/// </summary>
public abstract class CodedSheet<T> : WorkbookSheet<T>
    where T : class
{
    private const int FewestHeadings = 2;

    protected static WorkbookColumn Code { get; } = new("code", CellKind.Code) { MaxLength = 20 };

    public override bool IsHeading(IReadOnlySet<string> columns) =>
        columns.Count >= FewestHeadings && (columns.Contains("code") || columns.Contains(NameColumn));

    /// <summary>Column of the name.</summary>
    protected virtual string NameColumn => "name";

    /// <summary>Whether two rows of one name may be two things, as people are; they are pointed out.</summary>
    protected virtual bool SharesNames => false;

    protected abstract string IdOf(T row);

    /// <summary>Whether a row of the same name can be what the file means.</summary>
    protected virtual bool CanBe(T row, WorkbookReading reading) => true;

    /// <summary>The code of the file, or the next free one: A122 after A121.</summary>
    protected static string CodeOf(WorkbookRun run, WorkbookReading reading, string prefix, int digits, IEnumerable<string> taken) =>
        OrganisationForms.CodeOrNextFree(reading["code"], prefix, digits, taken.Concat(run.CodesOf(prefix)));

    /// <summary>Whether the time that the file gives and the row's have a day in common.</summary>
    protected static bool Meets(IEffectiveDated row, WorkbookReading reading) =>
        row.ValidFrom <= (reading.Day("to") ?? DateOnly.MaxValue)
        && (reading.Day("from") ?? DateOnly.MinValue) <= (row.ValidTo ?? DateOnly.MaxValue);

    private protected override void Register(T row, WorkbookNames names) => names.Put(Key, IdOf(row), IdOf(row), NameOf(row));

    private protected override string KeyOf(IReadOnlyDictionary<string, string> values) => values.GetValueOrDefault("code", "");

    private protected override (string Id, string Name) ShownAs(WorkbookRun run, IReadOnlyDictionary<string, string> values) =>
        (values.GetValueOrDefault("code", ""), values.GetValueOrDefault(NameColumn, ""));

    private protected override T? Find(WorkbookRun run, RowIndex<T> index, WorkbookReading reading, IReadOnlyList<WorkbookLine> lines)
    {
        if (reading["code"].Length > 0 && index.ByKey(reading["code"]) is { } known)
        {
            return known;
        }

        var same = index.ByName(reading[NameColumn]).Where(r => CanBe(r, reading)).ToList();
        if (reading["code"].Length > 0)
        {
            NoteSame(run, reading, same);
            return null;
        }

        var free = same.Where(r => run.LineOf(r) == 0).ToList();
        if (free.Count == 1 || (free.Count > 1 && SharesNames && free.Count <= Times(lines, reading)))
        {
            return free[0];
        }

        if (free.Count > 1)
        {
            reading.Errors.Add(new FieldError(
                NameColumn, "Workbook.Ambiguous", null, reading[NameColumn], string.Join(", ", free.Select(IdOf))));
        }
        else if (same.Count > 0)
        {
            NoteSame(run, reading, same);
        }

        return null;
    }

    // The same area, department or group under another code is an error; a person of the same name may be somebody else.
    private void NoteSame(WorkbookRun run, WorkbookReading reading, List<T> same)
    {
        if (same.Count == 0)
        {
            return;
        }

        var line = run.LineOf(same[0]);
        var said = line > 0 && reading["code"].Length == 0
            ? new FieldError(NameColumn, "Workbook.SameNameAtLine", null, reading[NameColumn], line)
            : new FieldError(NameColumn, "Workbook.SameName", null, reading[NameColumn], string.Join(", ", same.Select(IdOf)));
        (SharesNames ? reading.Notes : reading.Errors).Add(said);
    }

    // How often the file has this name without a code.
    private int Times(IReadOnlyList<WorkbookLine> lines, WorkbookReading reading)
    {
        var name = VietnameseText.Fold(reading[NameColumn]);
        return lines.Count(l => l.Cells.TryGetValue(NameColumn, out var cell) && VietnameseText.Fold(cell.Text) == name
            && (!l.Cells.TryGetValue("code", out var code) || code.IsEmpty));
    }
}
