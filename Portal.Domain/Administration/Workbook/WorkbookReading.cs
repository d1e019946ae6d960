using System.Globalization;
using Portal.Domain.Common;

namespace Portal.Domain.Administration.Workbook;

/// <summary>One row of the file, its cells read: values by column, days as <c>yyyy-MM-dd</c>, references as what they name.</summary>
public sealed class WorkbookReading(WorkbookTable table, WorkbookLine line, IReadOnlyDictionary<string, string> values)
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public WorkbookTable Table => table;

    public int Line => line.Number;

    public List<FieldError> Errors { get; } = [];

    public List<FieldError> Notes { get; } = [];

    public IReadOnlyDictionary<string, string> Values => values;

    /// <summary>The value; empty where the cell is, or the column is not there.</summary>
    public string this[string column] => values.GetValueOrDefault(column, "");

    public bool Has(string column) => values.ContainsKey(column);

    /// <summary>The text of a column that is there, also an empty one; else what was.</summary>
    public string Text(string column, string before = "") => values.GetValueOrDefault(column, before);

    /// <summary>The same, null for an empty one.</summary>
    public string? Optional(string column, string? before = null)
    {
        if (!values.TryGetValue(column, out var value))
        {
            return before;
        }

        return value.Length == 0 ? null : value;
    }

    /// <summary>The day; null for an empty cell, what was where the column is not there.</summary>
    public DateOnly? Day(string column, DateOnly? before = null)
    {
        if (!values.TryGetValue(column, out var value))
        {
            return before;
        }

        return value.Length == 0 ? null : DateOnly.ParseExact(value, "yyyy-MM-dd", Invariant);
    }

    /// <summary>An empty cell leaves what was.</summary>
    public bool Flag(string column, bool before) => this[column] is { Length: > 0 } value ? value == "true" : before;

    /// <summary>An empty cell leaves what was.</summary>
    public int Whole(string column, int before) => this[column] is { Length: > 0 } value ? int.Parse(value, Invariant) : before;

    public T Choice<T>(string column)
        where T : struct, Enum => Enum.Parse<T>(this[column]);

    public static string Of(DateOnly? day) => day?.ToString("yyyy-MM-dd", Invariant) ?? "";

    public static string Of(bool flag) => flag ? "true" : "false";

    public static string Of(int number) => number.ToString(Invariant);
}
