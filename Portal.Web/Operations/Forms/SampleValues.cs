using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Operations.Forms;

/// <summary>What a sample form says in a field of each kind: the same for the same person, day and turn.</summary>
/// <param name="words">What a field of text says, by its path or, for an extra field, its label.</param>
public sealed class SampleValues(FormChoices choices, CaseContext context, Func<string, string> words)
{
    /// <summary>So many values of a field are tried, one after the other.</summary>
    public const int Turns = 8;

    private const string DayFormat = "yyyy-MM-dd";
    private const int FirstHour = 8;

    /// <summary>The value of a field that is no section and no table; null where there is nothing to pick from.</summary>
    /// <param name="level">The form, or the row or section of it that holds the field: later times of it come after those before.</param>
    /// <param name="turn">From 0; another value at each.</param>
    public JsonNode? Of(FormField field, string path, JsonObject level, int turn) => field.Kind switch
    {
        FieldKind.Text or FieldKind.LongText => Cut(words(path), field.Longest),
        FieldKind.Integer => Whole(turn),
        FieldKind.Date => Day(turn).ToString(DayFormat, CultureInfo.InvariantCulture),
        FieldKind.DateTime => Moment(turn, HourIn(level)).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        FieldKind.Time => new TimeOnly(HourIn(level) + turn, 0).ToString("HH:mm", CultureInfo.InvariantCulture),
        FieldKind.YesNo => turn % 2 == 1,
        FieldKind.Choice or FieldKind.Pick => Pick(field.Options, turn),
        FieldKind.Choices => List(field.Options, turn, 1),
        FieldKind.WorkDomain => Pick(WorkDomains.All, turn),
        FieldKind.WorkDomains => List(WorkDomains.All, turn, 1),
        FieldKind.Person => Pick(People, turn),
        FieldKind.People => List(People, turn, 2),
        FieldKind.Areas or FieldKind.Groups or FieldKind.Departments or FieldKind.Cases => List(Offered(field.Kind), turn, 1),
        FieldKind.Item => Pick(Items(path), turn) is { } number ? int.Parse((string)number!, CultureInfo.InvariantCulture) : null,
        FieldKind.Area or FieldKind.Department or FieldKind.MeetingType or FieldKind.AreaKind or FieldKind.Group
            or FieldKind.ComparableGroup or FieldKind.Clause => Pick(Offered(field.Kind), turn),
        _ => null,
    };

    /// <summary>The value of a field that an administrator added; null for a file, which a dry run cannot hold.</summary>
    public JsonNode? Of(ExtraField field) => field.Kind switch
    {
        "number" => field.Min ?? field.Max ?? "1",
        "date" => DayWithin(field).ToString(DayFormat, CultureInfo.InvariantCulture),
        "yesNo" => "true",
        "choice" => Pick(field.Options, 0),
        "person" => Pick(People, 0),
        "area" => Pick(Offered(FieldKind.Area), 0),
        "file" => null,
        _ => TextOf(field),
    };

    private IReadOnlyList<string> People => [.. choices.Group.Concat(choices.Everybody).Select(o => o.Value).Distinct()];

    private IReadOnlyList<string> Offered(FieldKind kind) => [.. choices.Find(kind).Select(o => o.Value)];

    private IReadOnlyList<string> Items(string path) =>
        [.. choices.Items.GetValueOrDefault(path.Split('[')[0], []).Select(i => i.Number.ToString(CultureInfo.InvariantCulture))];

    private static JsonNode? Pick(IReadOnlyList<string> from, int turn) => from.Count == 0 ? null : from[turn % from.Count];

    private static JsonArray? List(IReadOnlyList<string> from, int turn, int count) => from.Count == 0
        ? null
        : new JsonArray([.. Enumerable.Range(turn, count).Select(i => from[i % from.Count]).Distinct().Select(v => JsonValue.Create(v))]);

    private int Whole(int turn) => turn switch
    {
        0 => 1,
        1 => context.Today.Year,
        2 => 10,
        3 => 50,
        4 => 100,
        _ => turn,
    };

    // Ahead on a working day; what has to have been or to come otherwise is found by turns.
    private DateOnly Day(int turn) => turn switch
    {
        0 => context.Calendar.AddWorkingDays(context.Today, 3),
        1 => context.Today,
        2 => context.Calendar.OnOrBefore(context.Today.AddDays(-1)),
        3 => context.Calendar.AddWorkingDays(context.Today, 1),
        4 => context.Calendar.AddWorkingDays(context.Today, 10),
        5 => context.Calendar.OnOrAfter(context.Today.AddDays(1 - context.Today.Day).AddMonths(1)),
        6 => context.Calendar.AddWorkingDays(context.Today, 40),
        _ => context.Calendar.OnOrBefore(context.Today.AddDays(-20)),
    };

    private DateTime Moment(int turn, int hour)
    {
        var now = VietnamTime.ToLocal(context.Now);
        return turn switch
        {
            1 => now,
            2 => now.AddMinutes(-30),
            _ => Day(turn).ToDateTime(new TimeOnly(hour, 0)),
        };
    }

    // Begins in the morning and ends some hours later.
    private static int HourIn(JsonObject level) => Math.Min(
        FirstHour + (3 * level.Count(v => v.Value is JsonValue value && value.TryGetValue<string>(out var text) && IsClock(text))), 14);

    private static bool IsClock(string text) =>
        text.Length >= 5 && (TimeOnly.TryParseExact(text[..5], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            || (text.Length > DayFormat.Length && text[DayFormat.Length] == 'T'));

    private DateOnly DayWithin(ExtraField field)
    {
        DateOnly? Bound(string? text) =>
            DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        var (day, least, most) = (Day(0), Bound(field.Min), Bound(field.Max));
        day = least > day ? least.Value : day;
        return most < day ? most.Value : day;
    }

    private string TextOf(ExtraField field)
    {
        var text = field is { Kind: "text", Format: { } format } ? Formatted(format) : words(field.Label);
        var least = int.TryParse(field.Min, NumberStyles.None, CultureInfo.InvariantCulture, out var min) ? min : 0;
        var most = int.TryParse(field.Max, NumberStyles.None, CultureInfo.InvariantCulture, out var max) ? max : field.MaxLength;
        return Cut(Longer(text, least), Math.Min(most, field.MaxLength));
    }

    // Digits stay digits, an address goes on before what it ends with.
    private static string Longer(string text, int least) => text.Length >= least ? text : new string(text[0], least - text.Length) + text;

    private string Formatted(string format) => format switch
    {
        "email" => "mau@example.vn",
        "phone" => "0912345678",
        "digits" => "123456",
        _ => $"12-CV/TU.{context.Today.Year}",
    };

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest].Trim();
}
