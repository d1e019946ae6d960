using System.Text.Json.Nodes;
using Portal.Domain.Administration;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Workflows;

namespace Portal.Tests.Domain;

/// <summary>What a form's schema says of a field is what its validator holds people to: that it is required, and how long it may
/// be.</summary>
public class FormRulesTests
{
    private static readonly Dictionary<string, FormSchema> Schemas =
        ShippedProcesses.All.SelectMany(p => p.Forms)
            .Concat(CaseForms.General)
            .Concat(OrganisationAct.All.Select(a => a.Form))
            .Append(ReservedOpinionInput.Schema)
            .Where(f => !IsNeverFilledIn(f))
            .DistinctBy(f => f.Key).ToDictionary(f => f.Key);

    /// <summary>Marked as required in a form of several answers, of which only some demand it.</summary>
    private static readonly string[] DemandedBySomeAnswers =
    [
        "reason/reason", "review-decision/ratingDecision", "review-collective/ratingDecision",
        "review-collective/meetingDate", "review-collective/form", "review-conclusion/meetingDate", "review-conclusion/form",
    ];

    public static TheoryData<string> Forms => [.. Schemas.Keys];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_field_that_the_form_requires_is_refused_when_it_is_missing(string form)
    {
        var accepted = new List<string>();
        foreach (var place in PlacesOf(Schemas[form]).Where(p => p.Field.Required && !DemandedBySomeAnswers.Contains($"{form}/{p.Path}")))
        {
            foreach (var nothing in NothingIn(place.Field))
            {
                place.Level[place.Field.Name] = nothing;
                if (ErrorsAt(place).Count == 0)
                {
                    accepted.Add($"{place.Path} = {nothing?.ToJsonString() ?? "null"}");
                }
            }
        }

        Assert.Empty(accepted);
    }

    /// <summary>An answer chosen anywhere in a form may make its rules ask for a field: it is in sight then, and called required.</summary>
    [Theory]
    [MemberData(nameof(Forms))]
    public void What_the_rules_ask_for_after_an_answer_is_shown_and_called_required(string form)
    {
        var hidden = new List<string>();
        foreach (var place in PlacesOf(Schemas[form]).Where(p => p.Field.Options.Count > 0 || p.Field.Kind == FieldKind.YesNo))
        {
            foreach (var answer in place.Field.Options.Select(o => (JsonNode)o).DefaultIfEmpty(true).ToList())
            {
                // Nothing but the answer, and what it hangs on itself.
                foreach (var name in place.Level.Select(f => f.Key).Where(n => n != place.Field.When?.Field).ToList())
                {
                    place.Level.Remove(name);
                }

                place.Level[place.Field.Name] = answer.DeepClone();
                var siblings = SiblingsOf(place);
                hidden.AddRange(from error in place.Schema.Check((JsonObject)place.Form.DeepClone())?.Fields ?? []
                                from field in siblings
                                where error.Path == place.Path[..^place.Field.Name.Length] + field.Name && field.IsEmptyIn(place.Level)
                                    && !(field.IsShownIn(place.Level) && field.IsDemandedIn(place.Level))
                                select $"{error.Path} after {place.Field.Name} = {answer}");
            }
        }

        Assert.Empty(hidden.Distinct());
    }

    private static IEnumerable<FormField> SiblingsOf(Place place)
    {
        IEnumerable<FormField> fields = place.Schema.Fields;
        foreach (var name in place.Path.Split('.')[..^1])
        {
            fields = fields.First(f => f.Name == name.Split('[')[0]).Items;
        }

        return fields;
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_text_is_taken_up_to_its_length_and_no_further(string form)
    {
        var wrong = new List<string>();
        foreach (var place in PlacesOf(Schemas[form]).Where(p => p.Field.MaxLength > 0))
        {
            var max = place.Field.MaxLength;
            place.Level[place.Field.Name] = new string('A', max);
            if (ErrorsAt(place).Any(IsTooLong))
            {
                wrong.Add($"{place.Path} of {max}");
            }

            place.Level[place.Field.Name] = new string('A', max + 1);
            if (!ErrorsAt(place).Any(IsTooLong))
            {
                wrong.Add($"{place.Path} of {max + 1}");
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_text_and_every_list_has_an_end(string form)
    {
        var endless = new List<string>();
        foreach (var place in PlacesOf(Schemas[form]))
        {
            if (place.Level[place.Field.Name] is JsonArray { Count: > 0 } list)
            {
                var one = list[0]!;
                place.Level[place.Field.Name] = new JsonArray([.. Enumerable.Range(0, place.Field.Most + 1).Select(_ => one.DeepClone())]);
            }
            else if (place.Level[place.Field.Name] is JsonValue value && value.TryGetValue<string>(out _))
            {
                place.Level[place.Field.Name] = new string('A', place.Field.Longest + 1);
            }
            else
            {
                continue;
            }

            if (ErrorsAt(place).Count == 0)
            {
                endless.Add(place.Path);
            }
        }

        Assert.Empty(endless);
    }

    /// <summary>What may come instead of a value.</summary>
    private static readonly string[] Instead =
    [
        "null", "true", "0", "-1", "2147483647", "-2147483648", "1e400", "1.5", "\"\"", "\"x\"", "\"true\"", "[]", "{}", "[null]", "[[]]",
        "[{}]",
        "{\"secrecy\":\"x\"}", "[1,\"a\",null,{}]", "\"0001-01-01T00:00:00\"", "\"9999-12-31T23:59:59\"", "\"0001-01-01\"",
        "\"9999-12-31\"",
        "\"9999-12-31T23:59:59-14:00\"", "\"0001-01-01T00:00:00Z\"", "\"\\ud800\"", "\"\\u0000\"", "{\"a\":1,\"A\":2}",
        "{\"containsStateSecret\":\"false\"}", "{\"containsStateSecret\":false,\"stub\":[]}",
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Whatever_stands_in_a_field_is_taken_or_refused_and_breaks_nothing(string form)
    {
        var schema = Schemas[form];
        foreach (var place in PlacesOf(schema))
        {
            foreach (var value in Instead)
            {
                place.Level[place.Field.Name] = JsonNode.Parse(value);
                Assert.Null(Record.Exception(() => schema.Check(Copy(place.Form))));
            }
        }

        foreach (var value in Instead)
        {
            var whole = Filled([.. schema.Fields], schema.InputType, null);
            whole["secrecy"] = JsonNode.Parse(value);
            Assert.Null(Record.Exception(() => schema.Check(Copy(whole))));
        }
    }

    // As it comes from outside: parsed, and not yet looked into.
    private static JsonObject Copy(JsonObject form)
    {
        try
        {
            return (JsonObject)JsonNode.Parse(form.ToJsonString())!;
        }
        catch (InvalidOperationException)
        {
            return form;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_field_that_is_filled_in_is_not_called_missing(string form) =>
        Assert.Empty(PlacesOf(Schemas[form])
            .Where(p => ErrorsAt(p).Any(e => e.Code is "Common.Required" or "Common.ReasonRequired")).Select(p => p.Path));

    [Theory]
    [MemberData(nameof(Forms))]
    public void X_03_Words_are_asked_about_in_whatever_field_they_stand(string form)
    {
        var schema = Schemas[form];
        if (schema.HasSecrecyGate)
        {
            Assert.All(WithWordsIn([.. schema.Fields]), filled => Assert.True(schema.IsInWords(filled), filled.ToJsonString()));
        }

        // What is chosen, a day, a number is none.
        Assert.False(schema.IsInWords(new JsonObject(schema.Fields.Where(f => !f.IsWords && f.Items.Count == 0)
            .Select(f => KeyValuePair.Create(f.Name, (JsonNode?)(f.IsList ? new JsonArray("A017") : "2026-10-08T07:30:00"))))));
    }

    // One field filled with words at a time, on every level.
    private static IEnumerable<JsonObject> WithWordsIn(IReadOnlyList<FormField> fields) => fields
        .Where(f => f.Kind is not (FieldKind.Secrecy or FieldKind.YesNo or FieldKind.Integer))
        .SelectMany(f => (f.Kind switch
        {
            FieldKind.Section => WithWordsIn(f.Items),
            FieldKind.Rows => WithWordsIn(f.Items).Select(row => (JsonNode)new JsonArray(row)),
            _ when f.IsList => [new JsonArray("hai chữ")],
            _ => [JsonValue.Create("hai chữ")],
        }).Select(value => new JsonObject { [f.Name] = value }));

    // A code of the organisation is too long as it is misspelt: by its pattern.
    private static bool IsTooLong(FieldError error) => error.Code is "Common.TooLong" or "Org.BadCode";

    // Parts that are kept beside a form hold what the form has checked.
    private static bool IsNeverFilledIn(FormSchema form) =>
        form.Key.EndsWith(ApartForms.Ending, StringComparison.Ordinal) || form.Key == Portal.Domain.Meetings.MeetingForms.Remarks.Key;

    private static List<FieldError> ErrorsAt(Place place) =>
        [.. (place.Schema.Check((JsonObject)place.Form.DeepClone())?.Fields ?? []).Where(e => IsAt(e.Path, place.Path))];

    private static bool IsAt(string path, string place) =>
        path == place || path.StartsWith($"{place}.", StringComparison.Ordinal) || path.StartsWith($"{place}[", StringComparison.Ordinal);

    private static IEnumerable<JsonNode?> NothingIn(FormField field) => field.Kind switch
    {
        FieldKind.Text or FieldKind.LongText => [null, JsonValue.Create(""), JsonValue.Create("  ")],
        FieldKind.Rows or FieldKind.People or FieldKind.Areas or FieldKind.WorkDomains => [null, new JsonArray()],
        _ => [null],
    };

    // Every field of every level, in a form that is filled in and shows it.
    private static IEnumerable<Place> PlacesOf(FormSchema schema)
    {
        var path = new List<FormField>();
        return PlacesIn([.. schema.Fields]);

        IEnumerable<Place> PlacesIn(IReadOnlyList<FormField> fields)
        {
            foreach (var field in fields.Where(f => f.Kind != FieldKind.Secrecy))
            {
                path.Add(field);
                yield return At(schema, path);
                foreach (var inner in PlacesIn(field.Items))
                {
                    yield return inner;
                }

                path.RemoveAt(path.Count - 1);
            }
        }
    }

    private static Place At(FormSchema schema, IReadOnlyList<FormField> path)
    {
        var (fields, type, name) = ((IReadOnlyList<FormField>)[.. schema.Fields], schema.InputType, "");
        var form = Filled(fields, type, path[0]);
        var level = form;
        for (var i = 0; i < path.Count - 1; i++)
        {
            (fields, type) = (path[i].Items, TypeOf(type, path[i].Name));
            type = type.IsArray ? type.GetElementType()! : type;
            var inner = Filled(fields, type, path[i + 1]);
            level[path[i].Name] = path[i].Kind == FieldKind.Rows ? new JsonArray(inner) : inner;
            name += path[i].Kind == FieldKind.Rows ? $"{path[i].Name}[0]." : $"{path[i].Name}.";
            level = inner;
        }

        return new Place(schema, form, level, path[^1], name + path[^1].Name);
    }

    // One level with what it asks for, as it is when the given field is shown.
    private static JsonObject Filled(IReadOnlyList<FormField> fields, Type type, FormField? shown)
    {
        var chosen = new Dictionary<string, string>();
        for (var at = shown; at?.When is { } when; at = fields.FirstOrDefault(f => f.Name == when.Field))
        {
            chosen[when.Field] = when.Values[0];
        }

        var level = new JsonObject();
        foreach (var field in fields)
        {
            level[field.Name] = chosen.TryGetValue(field.Name, out var value)
                ? Chosen(field, value)
                : Sample(field, TypeOf(type, field.Name));
        }

        foreach (var other in shown?.InsteadOf ?? [])
        {
            level.Remove(other);
        }

        foreach (var field in fields.Where(f => f.When is { } when && !when.Values.Contains(level[when.Field]?.ToString() ?? "")).ToList())
        {
            level.Remove(field.Name);
        }

        return level;
    }

    private static JsonNode? Chosen(FormField field, string value)
    {
        if (field.Kind == FieldKind.YesNo)
        {
            return value == "true";
        }

        return value.Length == 0 ? null : value;
    }

    private static JsonNode? Sample(FormField field, Type type)
    {
        if (field.Kind == FieldKind.Secrecy)
        {
            return new JsonObject { ["containsStateSecret"] = false };
        }

        if (type.IsArray)
        {
            return new JsonArray(Sample(field, type.GetElementType()!));
        }

        if (field.Items.Count > 0)
        {
            return Filled(field.Items, type, null);
        }

        return field.Kind switch
        {
            FieldKind.Text or FieldKind.LongText => "Nội dung điền mẫu",
            FieldKind.WorkDomain or FieldKind.WorkDomains => WorkDomains.All[0],
            _ when field.Options.Count > 0 => field.Options[0],
            _ when type == typeof(DateOnly) => "2026-12-01",
            _ when type == typeof(DateTime) => "2026-12-01T08:00:00",
            _ when type == typeof(TimeOnly) => "08:00:00",
            _ when type == typeof(bool) => true,
            _ when type == typeof(int) => 1,
            _ when type == typeof(Guid) => Guid.Empty.ToString(),
            _ => "S01",
        };
    }

    private static Type TypeOf(Type record, string field)
    {
        var type = record.GetProperty(char.ToUpperInvariant(field[0]) + field[1..])!.PropertyType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    private sealed record Place(FormSchema Schema, JsonObject Form, JsonObject Level, FormField Field, string Path);
}
