using System.Text.RegularExpressions;
using Portal.Domain.Areas;
using Portal.Web.Texts;

namespace Portal.Web.Shared;

/// <summary>
/// What an act changed in the organisation, as the trail keeps it, in words: records and fields by their labels, people, groups and areas
/// by their names. What it does not know stays as it was written.
/// </summary>
public static partial class ChangeWords
{
    private const string Nothing = "∅";

    /// <param name="changes">One change after another, each of one row: <c>+ Name: A=1, B=2; Name key: A 1 → 2</c>.</param>
    public static string Of(Localizer texts, string changes, OrganisationDirectory directory) =>
        string.Join("; ", BetweenRows().Split(changes).Select(row => Row(texts, row, directory)));

    private static string Row(Localizer texts, string row, OrganisationDirectory directory)
    {
        if (RowPattern().Match(row) is not { Success: true } match
            || texts.Find($"record.{match.Groups["record"].Value}") is not { } record)
        {
            return row;
        }

        var sign = match.Groups["sign"].Value;
        var key = string.Join(", ", match.Groups["key"].Value.Split('/').Where(k => k.Length > 0).Select(k => Name(k, directory) ?? k));
        var fields = BetweenFields().Split(match.Groups["fields"].Value)
            .Select(f => Field(texts, f, directory))
            .Where(f => f.Length > 0);
        var head = sign switch
        {
            "+" => texts["Change.Added", record],
            "−" => texts["Change.Removed", record],
            _ => key.Length > 0 ? $"{record} ({key})" : record,
        };
        return $"{head}: {string.Join(", ", fields)}";
    }

    private static string Field(Localizer texts, string field, OrganisationDirectory directory)
    {
        if (FieldPattern().Match(field) is not { Success: true } match
            || texts.Find($"record-field.{match.Groups["name"].Value}") is not { } label)
        {
            return field;
        }

        var name = match.Groups["name"].Value;
        string Value(string group) => Worded(texts, name, match.Groups[group].Value, directory);
        if (match.Groups["is"].Success)
        {
            return Value("is") is { Length: > 0 } value ? $"{label} {value}" : "";
        }

        return $"{label} {Value("was")} → {Value("now")}";
    }

    private static string Worded(Localizer texts, string name, string value, OrganisationDirectory directory) => value switch
    {
        Nothing => texts["Design.Nothing"],
        "True" => texts["Common.Yes"],
        "False" => texts["Common.No"],
        _ when Guid.TryParse(value, out var id) => directory.Data.Decisions.FirstOrDefault(d => d.Id == id)?.Number ?? "",
        _ when name.EndsWith("Id", StringComparison.Ordinal) => Name(value, directory) ?? value,
        _ when name is "Specialities" or "Domains" => string.Join(", ", value.Split(',').Select(d => texts.First(d, $"domain.{d}"))),
        _ => texts.First(value, $"option.roles.{value}", $"option.position.{value}", $"option.kind.{value}"),
    };

    /// <summary>Of whom or what there is an id; null for none.</summary>
    public static string? Name(string id, OrganisationDirectory directory) =>
        directory.Person(id)?.FullName
            ?? directory.Area(id)?.Name
            ?? directory.Data.Groups.FirstOrDefault(g => g.Id == id)?.Name
            ?? directory.Data.Departments.FirstOrDefault(d => d.Id == id)?.Name
            ?? directory.Data.Kinds.FirstOrDefault(k => k.Id == id)?.Name;

    [GeneratedRegex(@"; (?=[+−] [A-Z]|[A-Z][A-Za-z]+ )", RegexOptions.None, 10_000)]
    private static partial Regex BetweenRows();

    [GeneratedRegex(@", (?=[A-Z][A-Za-z]+(=| \S.* → ))", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex BetweenFields();

    [GeneratedRegex(@"^((?<sign>[+−]) )?(?<record>[A-Z][A-Za-z]+)( (?<key>\S*))?: (?<fields>.*)$",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline, 10_000)]
    private static partial Regex RowPattern();

    [GeneratedRegex(@"^(?<name>[A-Z][A-Za-z]+)(=(?<is>.*)| (?<was>.*) → (?<now>.*))$",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline, 10_000)]
    private static partial Regex FieldPattern();
}
