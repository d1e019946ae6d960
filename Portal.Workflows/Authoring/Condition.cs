using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Workflows.Authoring;

/// <summary>
/// A condition of a branch by field, comparison and value. In the definition it is a script, as Elsa has it; a script of
/// another shape is left as it is.
/// </summary>
/// <param name="Any">One of the terms is enough; otherwise all of them must hold.</param>
public sealed partial record Condition(bool Any, IReadOnlyList<ConditionTerm> Terms)
{
    private const string Midnight = "T00:00:00+07:00";

    public static IReadOnlyList<string> Comparisons(ConditionKind kind) => kind switch
    {
        ConditionKind.Number => ["===", "!==", ">", ">=", "<", "<="],
        ConditionKind.YesNo => ["===", "!=="],
        ConditionKind.Day => ["<", ">="],
        _ => ["===", "!==", "includes"],
    };

    /// <exception cref="FormatException">A value does not suit its field.</exception>
    public string Write(IReadOnlyList<ConditionField> fields) =>
        $"return {string.Join(Any ? " || " : " && ", Terms.Select(t => Term(t, fields.First(f => f.Key == t.Field))))};";

    /// <summary>Reads a script of the shape that <see cref="Write"/> gives; null for any other.</summary>
    public static Condition? Read(string script, IReadOnlyList<ConditionField> fields)
    {
        var body = script.Trim();
        if (!body.StartsWith("return ", StringComparison.Ordinal))
        {
            return null;
        }

        var (and, or) = (Split(body[7..].TrimEnd(';', ' '), " && "), Split(body[7..].TrimEnd(';', ' '), " || "));
        if (and.Count > 1 && or.Count > 1)
        {
            return null;
        }

        var terms = (or.Count > 1 ? or : and).ConvertAll(t => Term(t, fields));
        return terms.Exists(t => t is null) ? null : new Condition(or.Count > 1, terms!);
    }

    /// <summary>
    /// Whether no case can make it hold: terms of one field that leave no value, a choice that is not among its options.
    /// </summary>
    public bool CanNeverHold(IReadOnlyList<ConditionField> fields)
    {
        bool IsEmpty(IEnumerable<ConditionTerm> terms, ConditionField field) => !Leaves([.. terms], field);
        return Any
            ? Terms.All(t => IsEmpty([t], fields.First(f => f.Key == t.Field)))
            : Terms.GroupBy(t => t.Field).Any(g => IsEmpty(g, fields.First(f => f.Key == g.Key)));
    }

    private static bool Leaves(List<ConditionTerm> terms, ConditionField field)
    {
        switch (field.Kind)
        {
            case ConditionKind.Number:
                return Leaves(terms, v => double.Parse(v, NumberStyles.Float, CultureInfo.InvariantCulture));
            case ConditionKind.Day:
                return Leaves(terms, v => DateOnly.ParseExact(v, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber);
            case ConditionKind.YesNo:
                return new[] { "true", "false" }.Any(v => terms.TrueForAll(t => t.Value == v == (t.Comparison == "===")));
            default:
                // A text that is none of the others, where it may be any; absent, it is none either.
                var candidates = terms.Select(t => t.Value).Append("\0").ToList();
                return (field.Options.Count > 0 ? field.Options.Append("\0") : candidates)
                    .Any(v => terms.TrueForAll(t => t.Comparison switch
                    {
                        "===" => v == t.Value,
                        "!==" => v != t.Value,
                        _ => field.Options.Count == 0 || v.Contains(t.Value, StringComparison.Ordinal),
                    }));
        }
    }

    // Between two bounds something is left: the bounds themselves, what lies between them and beside them.
    private static bool Leaves(List<ConditionTerm> terms, Func<string, double> read)
    {
        var bounds = terms.Select(t => read(t.Value)).Distinct().Order().ToList();
        var candidates = bounds
            .Concat(bounds.Zip(bounds.Skip(1), (a, b) => (a + b) / 2))
            .Append(bounds[0] - Math.Max(1, Math.Abs(bounds[0])))
            .Append(bounds[^1] + Math.Max(1, Math.Abs(bounds[^1])));
        return candidates.Any(v => terms.TrueForAll(t => t.Comparison switch
        {
            "===" => v == read(t.Value),
            "!==" => v != read(t.Value),
            ">" => v > read(t.Value),
            ">=" => v >= read(t.Value),
            "<" => v < read(t.Value),
            _ => v <= read(t.Value),
        }));
    }

    /// <summary>Whether a value suits its field.</summary>
    public static bool IsValue(ConditionKind kind, string value) => kind switch
    {
        ConditionKind.Number => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && double.IsFinite(n),
        ConditionKind.YesNo => value is "true" or "false",
        ConditionKind.Day => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => value.Length is > 0 and <= 200,
    };

    private static string Term(ConditionTerm term, ConditionField field)
    {
        if (!IsValue(field.Kind, term.Value))
        {
            throw new FormatException($"{term.Value} is no {field.Kind}.");
        }

        var isExtra = field.Key.Contains('.', StringComparison.Ordinal);
        var left = isExtra ? ExtraOf(field.Key) : $"getInput('{field.Key}')";
        return field.Kind switch
        {
            ConditionKind.Number when isExtra => $"Number({left}) {term.Comparison} {Number(term.Value)}",
            ConditionKind.Number => $"{left} {term.Comparison} {Number(term.Value)}",
            ConditionKind.YesNo => $"{left} {term.Comparison} {(isExtra ? Quote(term.Value) : term.Value)}",
            ConditionKind.Day => $"new Date({left}) {term.Comparison} new Date('{term.Value}{Midnight}')",
            _ when term.Comparison == "includes" => $"String({left}).includes({Quote(term.Value)})",
            _ => $"{left} {term.Comparison} {Quote(term.Value)}",
        };
    }

    // An extra field of an earlier step: step.field.
    private static string ExtraOf(string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        return $"getOutputFrom('{key[..dot]}', 'result')?.data?.['{key[(dot + 1)..]}']";
    }

    private static ConditionTerm? Term(string text, IReadOnlyList<ConditionField> fields)
    {
        if (Shape().Match(text.Trim()) is not { Success: true } match)
        {
            return null;
        }

        var key = match.Groups["fact"].Success ? match.Groups["fact"].Value : $"{match.Groups["step"].Value}.{match.Groups["extra"].Value}";
        if (fields.FirstOrDefault(f => f.Key == key) is not { } field)
        {
            return null;
        }

        var comparison = match.Groups["includes"].Success ? "includes" : match.Groups["cmp"].Value;
        var term = new ConditionTerm(key, comparison, ValueOf(match));
        return IsValue(field.Kind, term.Value) && Comparisons(field.Kind).Contains(term.Comparison) && Term(term, field) == text.Trim()
            ? term
            : null;
    }

    private static string ValueOf(Match match)
    {
        if (match.Groups["text"].Success)
        {
            return Unquote(match.Groups["text"].Value);
        }

        return match.Groups["day"].Success ? match.Groups["day"].Value : match.Groups["plain"].Value;
    }

    private static string Number(string value) =>
        double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture);

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("'");
        foreach (var c in text)
        {
            quoted.Append(Escaped(c));
        }

        return quoted.Append('\'').ToString();
    }

    private static string Escaped(char c) => c switch
    {
        '\'' or '\\' => $"\\{c}",
        '\u2028' or '\u2029' => $"\\u{(int)c:x4}",
        _ when char.IsControl(c) => $"\\u{(int)c:x4}",
        _ => c.ToString(),
    };

    private static string Unquote(string text) =>
        Escape().Replace(text,
            m =>
                m.Groups["u"].Success
                    ? ((char)int.Parse(m.Groups["u"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()
                    : m.Groups["c"].Value);

    // Outside of quotes only.
    private static List<string> Split(string text, string separator)
    {
        var (parts, from, quoted) = (new List<string>(), 0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '\'')
            {
                quoted = !quoted;
            }
            else if (!quoted && string.CompareOrdinal(text, i, separator, 0, separator.Length) == 0)
            {
                parts.Add(text[from..i]);
                from = i + separator.Length;
            }
        }

        parts.Add(text[from..]);
        return parts;
    }

    [GeneratedRegex("""
        ^(?:new\ Date\(|Number\(|String\()?
        (?:getInput\('(?<fact>[A-Za-z0-9_]+)'\)
        |getOutputFrom\('(?<step>[A-Za-z0-9_-]+)',\ 'result'\)\?\.data\?\.\['(?<extra>[A-Za-z0-9_-]+)'\])
        \)?
        (?:(?<includes>\.includes\('(?<text>(?:[^'\\]|\\.)*)'\))
        |\ (?<cmp>===|!==|>=|<=|>|<)\ (?:
            new\ Date\('(?<day>\d{4}-\d{2}-\d{2})T00:00:00\+07:00'\)
            |'(?<text>(?:[^'\\]|\\.)*)'
            |(?<plain>true|false|-?[0-9][0-9.E+-]*)))$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline, 10_000)]
    private static partial Regex Shape();

    [GeneratedRegex(@"\\(?:u(?<u>[0-9a-f]{4})|(?<c>.))", RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Escape();
}
