using System.Text;
using System.Text.RegularExpressions;
using Portal.Domain.Areas;
using Portal.Domain.Common;

namespace Portal.Domain.Administration.Workbook;

/// <summary>One reading of a workbook into a draft of the organisation.</summary>
/// <param name="optionOf">The choice that a word in a cell means; null where it means none.</param>
public sealed partial class WorkbookRun(
    OrganisationDraft draft, WorkbookRows rows, WorkbookNames names, Func<WorkbookColumn, string, string?> optionOf)
{
    private const int LargestWhole = 99;
    private static readonly string[] Yes = ["co", "x", "1", "yes", "true", "dung"];
    private static readonly string[] No = ["khong", "0", "no", "false", "sai", "-"];

    private readonly List<TakenRow> _taken = [];
    private readonly List<Refusal> _refused = [];
    private readonly Dictionary<object, int> _lines = new(ReferenceEqualityComparer.Instance);

    public OrganisationDraft Draft => draft;

    /// <summary>The rows that there were and those that the file brings.</summary>
    public WorkbookRows Rows => rows;

    public WorkbookNames Names => names;

    /// <summary>The same, of one type.</summary>
    public IEnumerable<T> All<T>()
        where T : class => rows.Of<T>();

    /// <summary>What the whole of it would break, said at no row of the file.</summary>
    public void Refuse(Refusal refusal) => _refused.Add(refusal);

    /// <summary>Codes that the file itself gives to new rows, so that no row gets one that stands further below.</summary>
    internal IEnumerable<string> CodesOf(string prefix) => _codes.Where(c => c.StartsWith(prefix, StringComparison.Ordinal));

    private readonly HashSet<string> _codes = [];

    internal void NoteCodes(IEnumerable<WorkbookTable> tables) => _codes.UnionWith(
        tables.SelectMany(t => t.Lines).Select(l => l.Cells.GetValueOrDefault("code")?.Text.Trim().ToUpperInvariant() ?? ""));

    internal IEnumerable<TakenRow> Taken(IWorkbookSheet sheet) => _taken.Where(t => t.Sheet == sheet && t.Row is not null);

    internal void Note(TakenRow row)
    {
        _taken.Add(row);
        if (row.Row is { } taken)
        {
            _lines.TryAdd(taken, row.Reading.Line);
        }
    }

    /// <summary>Line of the file that named a row of the organisation; 0 while none has.</summary>
    internal int LineOf(object row) => _lines.GetValueOrDefault(row);

    /// <summary>A value as it is shown in the report: references by their labels.</summary>
    internal string Shown(WorkbookColumn column, string value) =>
        column.Kind == CellKind.Reference ? names.Label(column.Of, value) : value;

    /// <summary>A value as it stands in a sentence.</summary>
    internal object ToTell(WorkbookColumn column, string value) => column.Kind == CellKind.Day && value.Length > 0
        ? DateOnly.ParseExact(value, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        : Shown(column, value);

    /// <summary>What R-ORG-* says of the whole, each at the row of the file that brought it about.</summary>
    internal void CheckWhole()
    {
        var byRow = _taken.Where(t => t.Row is not null)
            .DistinctBy(t => t.Row, ReferenceEqualityComparer.Instance).ToDictionary(t => t.Row!, ReferenceEqualityComparer.Instance);
        foreach (var (row, refusal) in draft.Unsound(draft.Today, DateOnly.MinValue))
        {
            var at = byRow.GetValueOrDefault(row)
                ?? _taken.Find(t => t.Row is GroupMembership member && row is MonitoringGroup group && member.GroupId == group.Id)
                ?? _taken.Find(t => t.Row is AreaAssignment said && row is AreaAssignment assignment && said.AreaId == assignment.AreaId)
                ?? _taken.Find(t => t.Row is MonitoredArea area && row is AreaAssignment assignment && area.Id == assignment.AreaId);
            if (at is null)
            {
                Refuse(refusal);
            }
            else if (at.Reading.Errors.TrueForAll(e => e.Code != refusal.Code))
            {
                at.Refuse("", refusal);
            }
        }
    }

    internal ImportReport Report() => new(
    [
        .. _taken.OrderBy(t => t.Sheet.Order).ThenBy(t => t.Reading.Line).Select(t => new ImportRow(
            t.Sheet.Key, t.Reading.Table.Name, t.Reading.Line, t.Names.Id, t.Names.Name, OutcomeOf(t), t.Changes,
            [.. t.Reading.Errors.Distinct()], t.Reading.Notes)),
        .. _refused.Select(r => new ImportRow(
            "", "", 0, "", "", ImportOutcome.Wrong, [], [new FieldError("", r.Code, r.Clause, r.Args)], [])),
    ]);

    private static ImportOutcome OutcomeOf(TakenRow row)
    {
        if (row.Reading.Errors.Count > 0)
        {
            return ImportOutcome.Wrong;
        }

        if (row.IsNew)
        {
            return ImportOutcome.New;
        }

        return row.IsChanged ? ImportOutcome.Changed : ImportOutcome.Same;
    }

    /// <summary>Reads the cells of a line; what is wrong with them stands in the answer.</summary>
    internal WorkbookReading Read(IWorkbookSheet sheet, WorkbookTable table, WorkbookLine line)
    {
        var (values, errors) = (new Dictionary<string, string>(), new List<FieldError>());
        foreach (var column in sheet.Columns.Where(c => table.Columns.Contains(c.Key)))
        {
            var (value, error) = line.Cells.GetValueOrDefault(column.Key) is { IsEmpty: false } cell ? Read(column, cell) : ("", null);
            values[column.Key] = value;
            if (error is not null)
            {
                errors.Add(error);
            }
        }

        var reading = new WorkbookReading(table, line, values);
        reading.Errors.AddRange(errors);
        if (line.IsHidden)
        {
            reading.Notes.Add(new FieldError("", "Workbook.Hidden"));
        }

        return reading;
    }

    private (string Value, FieldError? Error) Read(WorkbookColumn column, WorkbookCell cell)
    {
        if (cell.IsError)
        {
            return Wrong(column, "Workbook.FormulaFailed", cell.Text);
        }

        if (column.Kind == CellKind.Day)
        {
            return ReadDay(column, cell);
        }

        if (OldFontText.Find(cell.Text, cell.Font) is { } old)
        {
            return Wrong(column, "Workbook.OldFont", old.Coding, old.Reads);
        }

        var text = Spaces().Replace(PlainText.CleanLine(cell.Text).Normalize(NormalizationForm.FormC), " ").Trim();
        return column.Kind switch
        {
            CellKind.Code => ReadCode(column, text.ToUpperInvariant()),
            CellKind.Year => Year().IsMatch(text) ? (text, null) : Wrong(column, "Workbook.BadYear"),
            CellKind.Whole => int.TryParse(text, out var whole) && whole is >= 0 and <= LargestWhole
                ? (WorkbookReading.Of(whole), null)
                : Wrong(column, "Org.BadOrder"),
            CellKind.YesNo => ReadFlag(column, text),
            CellKind.Choice => optionOf(column, text) is { } option ? (option, null) : NotKnown(column, text),
            CellKind.Choices => ReadChoices(column, PlainText.Clean(cell.Text)),
            CellKind.Reference => names.Find(column, text),
            _ when text.Length > column.MaxLength => Wrong(column, "Common.TooLong", column.MaxLength),
            _ => (text, null),
        };
    }

    private static (string Value, FieldError? Error) ReadDay(WorkbookColumn column, WorkbookCell cell)
    {
        if (cell.IsMonthOnly)
        {
            return Wrong(column, "Workbook.NoDayOfMonth", cell.Text);
        }

        if (cell.Day is { } day)
        {
            return (WorkbookReading.Of(day), null);
        }

        var (written, error) = WrittenDay.Read(cell.Text);
        if (error == "Workbook.BadDay" && cell.IsNumber)
        {
            error = "Workbook.NumberNotDay";
        }

        return error is null ? (WorkbookReading.Of(written), null) : Wrong(column, error, cell.Text.Trim());
    }

    private static (string Value, FieldError? Error) ReadCode(WorkbookColumn column, string text)
    {
        if (text.Length > column.MaxLength)
        {
            return Wrong(column, "Common.TooLong", column.MaxLength);
        }

        return OrganisationForms.IsCode(text) ? (text, null) : Wrong(column, "Org.BadCode");
    }

    private static (string Value, FieldError? Error) ReadFlag(WorkbookColumn column, string text)
    {
        var word = VietnameseText.Fold(text);
        if (Yes.Contains(word))
        {
            return (WorkbookReading.Of(true), null);
        }

        return No.Contains(word) ? (WorkbookReading.Of(false), null) : Wrong(column, "Workbook.NotYesNo", text);
    }

    // The words of one choice may have a comma in them.
    private (string Value, FieldError? Error) ReadChoices(WorkbookColumn column, string text)
    {
        var chosen = new List<string>();
        foreach (var word in text.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (optionOf(column, word) is not { } option)
            {
                return NotKnown(column, word);
            }

            chosen.Add(option);
        }

        return (string.Join(',', column.Options.Where(chosen.Contains)), null);
    }

    private static (string Value, FieldError? Error) NotKnown(WorkbookColumn column, string text) => Wrong(column, "Org.NotKnown", text);

    private static (string Value, FieldError? Error) Wrong(WorkbookColumn column, string code, params object?[] args) =>
        ("", new FieldError(column.Key, code, null, args));

    [GeneratedRegex(@"\s+", RegexOptions.None, 10_000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(19|20)\d\d$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Year();
}
