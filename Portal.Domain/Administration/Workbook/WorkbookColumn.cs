namespace Portal.Domain.Administration.Workbook;

/// <summary>One column of a sheet, as data: its heading, its drop-down and its reading come of it.</summary>
/// <param name="Key">Stable key; its heading is the text <c>sheet.{Key}</c>.</param>
public sealed record WorkbookColumn(string Key, CellKind Kind)
{
    /// <summary>A new row needs it, and no row that is there may lose it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>One of those by which a row is told from every other.</summary>
    public bool IsIdentity { get; init; }

    /// <summary>Code of what is said where the value of a row that is there would be another; null where it may be changed.</summary>
    public string? FixedBy { get; init; }

    /// <summary>Characters at most.</summary>
    public int MaxLength { get; init; } = 200;

    /// <summary>Stable names of the choices, whose words are <see cref="OptionWords"/> and the name.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>What the keys of the words begin with, e.g. <c>option.roles.</c>.</summary>
    public string OptionWords { get; init; } = "";

    /// <summary>Sheet whose rows a reference names.</summary>
    public string Of { get; init; } = "";
}
