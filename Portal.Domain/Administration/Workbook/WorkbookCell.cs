namespace Portal.Domain.Administration.Workbook;

/// <summary>One cell as the file has it.</summary>
/// <param name="Text">What a reader of the sheet sees of it, not yet cleaned.</param>
public sealed record WorkbookCell(string Text)
{
    /// <summary>The day where the cell is a date.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>A date of which the sheet shows month and year alone: nobody wrote the day.</summary>
    public bool IsMonthOnly { get; init; }

    /// <summary>A plain number.</summary>
    public bool IsNumber { get; init; }

    /// <summary>The result of a formula that failed.</summary>
    public bool IsError { get; init; }

    /// <summary>Font of the text; old fonts tell how their letters are to be read.</summary>
    public string Font { get; init; } = "";

    public bool IsEmpty => Day is null && string.IsNullOrWhiteSpace(Text);
}
