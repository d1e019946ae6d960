using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Operations.Forms;

/// <summary>
/// A form of a dry run filled in, so that only the answer is left to press: first what its schema demands, then, field by field, what is
/// refused. What stands in it already stays, as long as it is not refused.
/// </summary>
public sealed class SampleForm(FormSchema schema, SampleValues values)
{
    private const int MostTries = 60;

    private readonly Dictionary<string, int> _turns = [];

    /// <param name="given">What it opens with.</param>
    /// <param name="whyNots">Ask for each answer whether it would be taken, the usual one first; the others are filled in for as far as
    /// that leaves the first possible.</param>
    public async Task<JsonObject> FillAsync(JsonObject given, params IReadOnlyList<Func<JsonObject, Task<Refusal?>>> whyNots)
    {
        var form = Copy(given);
        if (schema.HasSecrecyGate && form["secrecy"] is null)
        {
            form["secrecy"] = FormInput.ToJson(SecrecyGate.No);
        }

        Fill(form, schema.Fields, "", demandedAlone: true);
        var usual = whyNots.Count > 0 ? whyNots[0] : _ => Task.FromResult<Refusal?>(null);
        await MendAsync(form, usual);
        foreach (var other in whyNots.Skip(1))
        {
            var more = Copy(form);
            await MendAsync(more, other);
            form = await WhyNotAsync(more, usual) is null ? more : form;
        }

        return Shown(form);
    }

    /// <summary>What is demanded of the fields that were added to a step.</summary>
    public static JsonObject Extra(IReadOnlyList<ExtraField> fields, JsonObject given, SampleValues values)
    {
        var extra = Copy(given);
        foreach (var field in fields.Where(f => f.Required && extra[f.Name] is null))
        {
            if (values.Of(field) is { } value)
            {
                extra[field.Name] = value;
            }
        }

        return extra;
    }

    private async Task MendAsync(JsonObject form, Func<JsonObject, Task<Refusal?>> whyNot)
    {
        for (var i = 0; i < MostTries; i++)
        {
            var refusal = await WhyNotAsync(form, whyNot);
            var wrong = (refusal?.Fields ?? []).Where(f => !f.Path.StartsWith("extra.", StringComparison.Ordinal));
            if (!wrong.Aggregate(false, (mended, error) => Mend(form, error.Path) || mended))
            {
                return;
            }

            Fill(form, schema.Fields, "", demandedAlone: true);
        }
    }

    // Both write into what they are given.
    private async Task<Refusal?> WhyNotAsync(JsonObject form, Func<JsonObject, Task<Refusal?>> whyNot) =>
        schema.Check(Shown(form)) ?? await whyNot(Shown(form));

    private JsonObject Shown(JsonObject form)
    {
        var copy = Copy(form);
        Prune(copy, [.. schema.Fields]);
        return copy;
    }

    // What another answer has hidden, or the form does not ask, is not sent.
    private static void Prune(JsonObject level, IReadOnlyList<FormField> fields)
    {
        foreach (var name in level.Where(v => v.Value is null || fields.All(f => f.Name != v.Key)).Select(v => v.Key).ToList())
        {
            level.Remove(name);
        }

        foreach (var field in fields)
        {
            if (!field.IsShownIn(level))
            {
                level.Remove(field.Name);
            }

            foreach (var inner in field.Items.Count == 0 ? [] : LevelsOf(level[field.Name]))
            {
                Prune(inner, field.Items);
            }
        }
    }

    private bool Fill(JsonObject level, IEnumerable<FormField> fields, string prefix, bool demandedAlone)
    {
        var isFilled = false;
        foreach (var field in fields.Where(f => f.IsShownIn(level)))
        {
            var path = prefix + field.Name;
            if (field.IsEmptyIn(level) && (field.Required || !demandedAlone) && Value(field, path, level) is { } value)
            {
                level[field.Name] = value;
                isFilled = true;
            }

            foreach (var (inner, i) in LevelsOf(level[field.Name]).Select((l, i) => (l, i)))
            {
                var within = level[field.Name] is JsonArray ? $"{path}[{i}]." : $"{path}.";
                isFilled |= Fill(inner, field.Items, within, demandedAlone: true);
            }
        }

        return isFilled;
    }

    private JsonNode? Value(FormField field, string path, JsonObject level)
    {
        if (field.Kind is not (FieldKind.Section or FieldKind.Rows))
        {
            return values.Of(field, path, level, _turns.GetValueOrDefault(path));
        }

        if (field.IsGiven)
        {
            return null;
        }

        var inner = new JsonObject();
        Fill(inner, field.Items, field.Kind == FieldKind.Rows ? $"{path}[0]." : $"{path}.", demandedAlone: true);
        return field.Kind == FieldKind.Rows ? new JsonArray(inner) : inner;
    }

    /// <returns>Whether anything is other than before.</returns>
    private bool Mend(JsonObject form, string path)
    {
        var (level, fields, prefix) = (form, (IReadOnlyList<FormField>)[.. schema.Fields], "");
        foreach (var part in path.Split('.'))
        {
            var (name, index) = PartOf(part);
            if (fields.FirstOrDefault(f => f.Name == name) is not { } field)
            {
                // Something of the level as a whole is missing.
                return Fill(level, fields, prefix, demandedAlone: false);
            }

            var at = prefix + part;
            if (at == path || field.Items.Count == 0)
            {
                return index >= 0 && RowOf(level, name, index) is { } row
                    ? Fill(row, field.Items, $"{at}.", demandedAlone: false)
                    : MendField(level, fields, field, prefix);
            }

            if (index < 0 && level[name] is null)
            {
                level[name] = new JsonObject();
            }

            if ((index < 0 ? level[name] as JsonObject : RowOf(level, name, index)) is not { } inner)
            {
                return false;
            }

            (level, fields, prefix) = (inner, field.Items, $"{at}.");
        }

        return false;
    }

    private bool MendField(JsonObject level, IReadOnlyList<FormField> fields, FormField field, string prefix)
    {
        var path = prefix + field.Name;
        if (field.IsEmptyIn(level))
        {
            if (Value(field, path, level) is { } value)
            {
                level[field.Name] = value;
                return true;
            }

            // It cannot be filled in: another answer may not ask for it.
            return fields.FirstOrDefault(f => f.Name == field.When?.Field) is { } asking && MendField(level, fields, asking, prefix);
        }

        switch (level[field.Name])
        {
            case JsonObject section:
                return Fill(section, field.Items, $"{path}.", demandedAlone: false);
            case JsonArray rows when field.Kind == FieldKind.Rows:
                return !field.IsGiven && AddRow(rows, field, path);
        }

        var turn = _turns[path] = _turns.GetValueOrDefault(path) + 1;
        level.Remove(field.Name);
        if (turn < SampleValues.Turns && values.Of(field, path, level, turn) is { } next)
        {
            level[field.Name] = next;
            return true;
        }

        // None suits: an end may have no place behind its beginning.
        _turns.Remove(path);
        return fields.TakeWhile(f => f != field).LastOrDefault(f => f.Kind == field.Kind && !f.IsEmptyIn(level)) is not { } before
            || field.Kind is not (FieldKind.Date or FieldKind.DateTime or FieldKind.Time)
            || MendField(level, fields, before, prefix);
    }

    private bool AddRow(JsonArray rows, FormField field, string path)
    {
        if (rows.Count >= Math.Min(field.Most, SampleValues.Turns))
        {
            return false;
        }

        var row = new JsonObject();
        Fill(row, field.Items, $"{path}[{rows.Count}].", demandedAlone: true);
        rows.Add(row);
        return true;
    }

    private static (string Name, int Index) PartOf(string part) => part.EndsWith(']') && part.IndexOf('[') is > 0 and var open
        ? (part[..open], int.Parse(part[(open + 1)..^1], CultureInfo.InvariantCulture))
        : (part, -1);

    private static JsonObject? RowOf(JsonObject level, string name, int index) =>
        (level[name] as JsonArray)?.ElementAtOrDefault(index) as JsonObject;

    private static IEnumerable<JsonObject> LevelsOf(JsonNode? value) => value switch
    {
        JsonObject section => [section],
        JsonArray rows => rows.OfType<JsonObject>(),
        _ => [],
    };

    private static JsonObject Copy(JsonObject form) => (JsonObject)form.DeepClone();
}
