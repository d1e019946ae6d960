namespace Portal.Domain.Administration.Workbook;

/// <summary>What a cell of a workbook holds, and how it is read.</summary>
public enum CellKind
{
    Code,
    Text,
    Day,
    Year,
    Whole,
    YesNo,
    Choice,

    /// <summary>Several choices, with semicolons or lines between them.</summary>
    Choices,

    /// <summary>A row of another sheet, by its code or its name.</summary>
    Reference,
}
