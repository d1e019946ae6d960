namespace Portal.Domain.Administration.Workbook;

/// <summary>
/// One sheet of the workbook of the organisation: its columns, what it shows of the rows there are, what it makes of new ones.
/// </summary>
public interface IWorkbookSheet
{
    /// <summary>Stable key; its name is the text <c>workbook.{Key}</c>.</summary>
    string Key { get; }

    /// <summary>Sheets are read in this order: what a row names comes before it.</summary>
    int Order { get; }

    IReadOnlyList<WorkbookColumn> Columns { get; }

    /// <summary>Whether a row with these columns is the row of the headings.</summary>
    bool IsHeading(IReadOnlySet<string> columns);

    /// <summary>The rows that there are, their references as labels.</summary>
    IEnumerable<IReadOnlyDictionary<string, string>> Export(WorkbookRows rows, WorkbookNames names);

    /// <summary>The rows that there are, as the sheet sees them now: by column, references as ids.</summary>
    IEnumerable<(object Row, IReadOnlyDictionary<string, string> Values)> Values(WorkbookRows rows);

    /// <summary>Lets other sheets name the rows that there are.</summary>
    void Register(WorkbookRows rows, WorkbookNames names);

    /// <summary>Takes the rows of a table into the draft.</summary>
    void Apply(WorkbookRun run, WorkbookTable table);

    /// <summary>What must hold of the rows that were taken in, once all sheets are.</summary>
    void Finish(WorkbookRun run);
}
