using System.Text.Json.Nodes;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Web.Operations.Forms;

namespace Portal.Web.Shared.Forms;

/// <summary>A form while it is filled in: the JSON that will be sent, the errors by field, and what it may pick from.</summary>
public sealed class FormModel(FormSchema schema, JsonObject values, FormChoices choices)
{
    private readonly Dictionary<string, string> _errors = [];
    private readonly HashSet<string> _refused = [];
    private IReadOnlyList<FieldError>? _asked;
    private readonly bool _isAllInWords = schema.DemandsWords(values);
    private bool _isGateOpened;
    private readonly Dictionary<(JsonObject Owner, string Name), TypedWrong> _typed = [];

    public FormSchema Schema => schema;

    public JsonObject Values { get; } = WithTicks(values, schema.Fields);

    public FormChoices Choices => choices;

    /// <summary>Names of the files that are given, by id.</summary>
    public Dictionary<string, string> FileNames { get; } = [];

    /// <summary>A mark of a classified document in what is filled in or in the name of a file that is given; null without one.</summary>
    public string? Mark => ClassificationMarks.FindIn(values)
        ?? FileNames.Where(f => values.ToJsonString().Contains(f.Key, StringComparison.Ordinal))
            .Select(f => ClassificationMarks.FindInName(f.Value))
            .FirstOrDefault(m => m is not null);

    /// <summary>The draft that files are given for; empty for a form without one.</summary>
    public string DraftSubject { get; init; } = "";

    /// <summary>Whose draft it is; null for one's own.</summary>
    public string? DraftAuthorId { get; init; }

    /// <summary>By path. Of a field that is not shown any more nothing is said: nobody could mend it.</summary>
    public IReadOnlyDictionary<string, string> Errors => _errors.Where(e => !IsHidden(e.Key)).ToDictionary();

    /// <summary>What was typed and is no date, time or number: no value came of it, and the form does not go on without a word.</summary>
    public IEnumerable<FieldError> Unreadable => _typed.Count == 0 ? [] : Unread(values, schema.Fields, "");

    /// <summary>Raised after each change of a value.</summary>
    public event Action? Changed;

    /// <summary>Raised when somebody wants to mend a field, by its path: what holds it opens.</summary>
    public event Action<string>? BroughtUp;

    /// <summary>Raised when a text field is left.</summary>
    public event Action? Left;

    /// <summary>The last change was a letter, and more may come.</summary>
    public bool IsTyping { get; private set; }

    public bool IsGateAnswered => !schema.HasSecrecyGate || Gate is not null;

    /// <summary>
    /// The state-secret question stands there: words are demanded, were asked for, or are there. Otherwise a button opens it.
    /// </summary>
    public bool IsGateOpen => IsGateAnswered || _isGateOpened || schema.DemandsWords(values)
        || schema.Fields.Any(f => f is { SometimesRequired: true, IsContent: true } && IsAskedFor(f));

    /// <summary>Nothing stands in it that the state-secret question has to come before (X-03).</summary>
    public bool MayBeKept => IsGateAnswered || !schema.IsInWords(values);

    /// <summary>The content is a state secret: only a stub is kept (X-03).</summary>
    public bool IsStub => Gate == true;

    private bool? Gate =>
        values["secrecy"] is JsonObject gate && gate["containsStateSecret"] is JsonValue v && v.TryGetValue<bool>(out var secret)
            ? secret
            : null;

    /// <summary>A text while it is being typed.</summary>
    public void Type(JsonObject owner, string name, string text)
    {
        IsTyping = true;
        Put(owner, name, JsonValue.Create(text));
    }

    /// <summary>A text whose field is left.</summary>
    public void Leave(JsonObject owner, string name, string text)
    {
        Set(owner, name, JsonValue.Create(text));
        Left?.Invoke();
    }

    public void Set(JsonObject owner, string name, JsonNode? value)
    {
        IsTyping = false;
        Put(owner, name, value);
    }

    private void Put(JsonObject owner, string name, JsonNode? value)
    {
        // Leaving a field unchanged does not count as a change.
        if (value is JsonValue && JsonNode.DeepEquals(owner[name], value))
        {
            return;
        }

        if (value is null or JsonValue { } and not null && value is JsonValue text && text.TryGetValue<string>(out var s) && s.Length == 0)
        {
            owner.Remove(name);
        }
        else
        {
            owner[name] = value;
        }

        _asked = null;
        Changed?.Invoke();
    }

    /// <summary>Files were given for it.</summary>
    public bool HoldsFiles => HasFiles(values, schema.Fields);

    private static bool HasFiles(JsonObject level, IEnumerable<FormField> fields) => fields.Any(f =>
        (f.Kind == FieldKind.Files && level[f.Name] is JsonArray { Count: > 0 })
        || (level[f.Name] is JsonObject section && HasFiles(section, f.Items))
        || (level[f.Name] is JsonArray rows && rows.OfType<JsonObject>().Any(r => HasFiles(r, f.Items))));

    public void BringUp(string path) => BroughtUp?.Invoke(path);

    /// <summary>Somebody wants to write something: the question comes first.</summary>
    public void OpenGate() => _isGateOpened = true;

    /// <summary>The answer to the gate. "Có" takes all content out of the form at once.</summary>
    public void AnswerGate(bool secret)
    {
        Forgive("secrecy");
        var gate = new JsonObject { ["containsStateSecret"] = secret };
        if (secret)
        {
            gate["stub"] = new JsonObject();
            RemoveContent(values, schema.Fields);
        }

        Set(values, "secrecy", gate);
    }

    /// <summary>Takes over what another window changed; what was changed here since stays.</summary>
    /// <param name="sent">The values as they were when they were sent to be kept.</param>
    /// <param name="kept">As they were kept.</param>
    public void TakeOver(JsonObject sent, JsonObject kept)
    {
        foreach (var name in sent.Select(s => s.Key).Union(kept.Select(k => k.Key)).ToList())
        {
            if (JsonNode.DeepEquals(values[name], sent[name]) && !JsonNode.DeepEquals(kept[name], sent[name]))
            {
                Replace(name, kept[name]?.DeepClone());
            }
        }
    }

    /// <summary>Fills in what a box that nobody has ticked says, on every level that is there.</summary>
    public static JsonObject WithTicks(JsonObject level, IEnumerable<FormField> fields)
    {
        foreach (var field in fields)
        {
            if (field.IsTick)
            {
                level[field.Name] ??= false;
            }
            else if (field.Items.Count > 0 && level[field.Name] is JsonObject section)
            {
                WithTicks(section, field.Items);
            }
            else if (field.Items.Count > 0 && level[field.Name] is JsonArray rows)
            {
                rows.OfType<JsonObject>().ToList().ForEach(row => WithTicks(row, field.Items));
            }
        }

        return level;
    }

    private void Replace(string name, JsonNode? value)
    {
        _asked = null;
        if (value is null)
        {
            values.Remove(name);
        }
        else
        {
            values[name] = value;
        }
    }

    public bool IsShown(FormField field, JsonObject owner)
    {
        if (field.Kind == FieldKind.Secrecy)
        {
            return true;
        }

        if ((!IsGateAnswered && (field.IsWords || IsBehindGate(field))) || (field.IsContent && IsStub))
        {
            return false;
        }

        return field.IsShownIn(owner) && (!field.SometimesRequired || IsAskedFor(field));
    }

    // By its process as the form stands; what was refused once stays there to be answered.
    private bool IsAskedFor(FormField field) => _refused.Contains(field.Name) || Asked.Any(e => e.Path == field.Name);

    private IReadOnlyList<FieldError> Asked => _asked ??= [.. choices.Demands(values)];

    /// <summary>What the process asks for as the form stands, of what is required only sometimes, and nobody has filled in.</summary>
    public IEnumerable<FieldError> Missing => Asked.Where(e => schema.Fields.FirstOrDefault(f => f.Name == e.Path) is { } asked
        && !(asked.IsContent && IsStub) && IsLeftOut(asked));

    private bool IsLeftOut(FormField asked) => values[asked.Name] switch
    {
        JsonObject section => section.All(f => f.Value is null),
        _ => asked.IsTick ? Flag(values, asked.Name) != true : asked.IsEmptyIn(values),
    };

    public static string? Text(JsonObject owner, string name) => owner[name] switch
    {
        null => null,
        JsonValue v when v.TryGetValue<string>(out var s) => s,
        JsonValue v when v.TryGetValue<bool>(out var b) => b ? "true" : "false",
        { } other => other.ToJsonString(),
    };

    public static IReadOnlyList<string> Texts(JsonObject owner, string name) =>
        owner[name] is JsonArray array ? [.. array.Select(i => i?.ToString() ?? "")] : [];

    public static bool? Flag(JsonObject owner, string name) => owner[name] is JsonValue v && v.TryGetValue<bool>(out var b) ? b : null;

    /// <summary>How often errors were shown: what was mended since is known by it.</summary>
    public int TimesShown { get; private set; }

    /// <summary>Takes over the errors of a refusal; the form as a whole has the path "".</summary>
    public void Show(IEnumerable<FieldError> errors, Texts.Localizer texts)
    {
        _errors.Clear();
        TimesShown++;
        foreach (var error in errors)
        {
            var path = Place(error.Path);
            _refused.Add(path.Split('.')[0]);
            if (!IsGateAnswered && (path == "secrecy" || IsHidden(path)))
            {
                // What is asked for behind the question brings the question up.
                _isGateOpened = true;
                _errors.TryAdd("secrecy", _isAllInWords && path != "secrecy"
                    ? texts["Secrecy.Unanswered"]
                    : $"{texts.Of(error)} {(path == "secrecy" ? "" : texts["Secrecy.AnswerFirst"])}".TrimEnd());
            }

            _errors.TryAdd(path, texts.Of(error));
        }
    }

    /// <summary>Keeps what was typed into a field and could not be read; it goes with the row that holds the field.</summary>
    /// <param name="owner">The JSON object that holds the field.</param>
    /// <param name="name">Name of the field.</param>
    /// <param name="wrong">Null when what was typed could be read.</param>
    public void NoteTyped(JsonObject owner, string name, TypedWrong? wrong)
    {
        _typed.Remove((owner, name));
        if (wrong is not null)
        {
            _typed[(owner, name)] = wrong;
        }
    }

    /// <summary>What was typed into a field and could not be read; null where all could.</summary>
    public TypedWrong? FindTyped(JsonObject owner, string name) => _typed.GetValueOrDefault((owner, name));

    public void ClearErrors() => _errors.Clear();

    /// <summary>Something else stands in a field now: what was said of it, and of what is in it, no longer holds.</summary>
    public void Forgive(string path)
    {
        foreach (var at in _errors.Keys.Where(k => k == path
            || k.StartsWith(path + '.', StringComparison.Ordinal) || k.StartsWith(path + '[', StringComparison.Ordinal)).ToList())
        {
            _errors.Remove(at);
        }
    }

    /// <summary>Takes a row away, and what was said of it; what was said of those behind it goes with them.</summary>
    /// <param name="owner">The JSON object that holds the rows.</param>
    /// <param name="name">Name of the field.</param>
    /// <param name="path">Path of the field.</param>
    /// <param name="index">From 0.</param>
    public void RemoveRow(JsonObject owner, string name, string path, int index)
    {
        if (owner[name] is not JsonArray rows || index >= rows.Count)
        {
            return;
        }

        rows.RemoveAt(index);
        Renumber(path, row => row == index ? null : row - (row > index ? 1 : 0));
        Set(owner, name, rows);
    }

    /// <summary>Puts a row in before the one at this place; what is said of those behind it goes along.</summary>
    public void InsertRow(JsonObject owner, string name, string path, int index, JsonObject row)
    {
        if (owner[name] is not JsonArray rows)
        {
            rows = [];
            owner[name] = rows;
        }

        rows.Insert(Math.Min(index, rows.Count), row);
        Renumber(path, at => at + (at >= index ? 1 : 0));
        Set(owner, name, rows);
    }

    /// <summary>Puts a row before the one above it.</summary>
    /// <param name="index">From 1.</param>
    public void RaiseRow(JsonObject owner, string name, string path, int index)
    {
        if (owner[name] is not JsonArray rows || index < 1 || index >= rows.Count)
        {
            return;
        }

        var row = rows[index];
        rows.RemoveAt(index);
        rows.Insert(index - 1, row);
        Renumber(path, at => at == index ? index - 1 : at + (at == index - 1 ? 1 : 0));
        Set(owner, name, rows);
    }

    // Errors stand at the number of their row.
    private void Renumber(string path, Func<int, int?> to)
    {
        var said = _errors.Where(e => e.Key.StartsWith(path + '[', StringComparison.Ordinal)).ToList();
        said.ForEach(e => _errors.Remove(e.Key));
        foreach (var (at, text) in said)
        {
            var (row, within) = RowOf(at, path);
            if (to(row) is { } place)
            {
                _errors[$"{path}[{place}]{within}"] = text;
            }
        }
    }

    private static (int Row, string Within) RowOf(string at, string path)
    {
        var end = at.IndexOf(']', path.Length);
        return (int.Parse(at[(path.Length + 1)..end], System.Globalization.CultureInfo.InvariantCulture), at[(end + 1)..]);
    }

    private IEnumerable<FieldError> Unread(JsonObject owner, IEnumerable<FormField> fields, string before)
    {
        foreach (var field in fields.Where(f => IsShown(f, owner)))
        {
            var path = before + field.Name;
            if (_typed.TryGetValue((owner, field.Name), out var wrong))
            {
                yield return new FieldError(path, wrong.Code);
            }

            var below = owner[field.Name] switch
            {
                JsonObject section => Unread(section, field.Items, path + '.'),
                JsonArray rows => rows.OfType<JsonObject>().SelectMany((row, i) => Unread(row, field.Items, $"{path}[{i}].")),
                _ => [],
            };
            foreach (var error in below)
            {
                yield return error;
            }
        }
    }

    // Of a form that asks for words anyway nothing is shown before the question; otherwise what is no word at all is.
    private bool IsBehindGate(FormField field) =>
        _isAllInWords || field.IsContent || field.Items.Any(i => i is { IsWords: true, Required: true, When: null });

    // A path that no field of the form has is of the form as a whole.
    private bool IsHidden(string path)
    {
        var (owner, fields) = ((JsonObject?)values, (IEnumerable<FormField>)schema.Fields);
        foreach (var part in path.Split('.'))
        {
            var (name, index) = part.EndsWith(']') && part.IndexOf('[') is > 0 and var open
                ? (part[..open], int.Parse(part[(open + 1)..^1], System.Globalization.CultureInfo.InvariantCulture))
                : (part, -1);
            if (owner is null || fields.FirstOrDefault(f => f.Name == name) is not { } field)
            {
                return false;
            }

            if (!IsShown(field, owner))
            {
                return true;
            }

            fields = field.Items;
            owner = owner[name] switch
            {
                JsonObject section => section,
                JsonArray rows when index >= 0 => rows.ElementAtOrDefault(index) as JsonObject,
                _ => null,
            };
        }

        return false;
    }

    public string? Error(string path) => _errors.GetValueOrDefault(path);

    /// <summary>The fields beside one, itself among them; none for what the form does not know.</summary>
    public IReadOnlyList<FormField> Siblings(string path)
    {
        IReadOnlyList<FormField> fields = [.. schema.Fields];
        foreach (var part in path.Split('.')[..^1])
        {
            fields = fields.FirstOrDefault(f => f.Name == part.Split('[')[0])?.Items ?? [];
        }

        return fields;
    }

    /// <summary>The page on which a field stands, the last for the extra ones of a step; the first for what stands nowhere.</summary>
    public int PageOf(string path)
    {
        var name = path.Split('.', '[')[0];
        if (name == "extra")
        {
            return schema.Pages.Length - 1;
        }

        var page = Array.FindIndex(schema.Pages, p => p.Fields.Any(f => f.Name == name));
        return Math.Max(0, page);
    }

    /// <summary>What is sent: hidden fields are left out, so that an answer changed later leaves nothing behind.</summary>
    public JsonObject ToSend() => Shown(values, schema.Fields);

    // areaIds[0] is shown at areaIds, items[2].areaIds[0] at items[2].areaIds: such a field is one group of boxes.
    private string Place(string path)
    {
        var open = path.EndsWith(']') ? path.LastIndexOf('[') : -1;
        return open < 0 || schema.Fields.FirstOrDefault(f => f.Name == path[..open])?.Kind == FieldKind.Rows ? path : path[..open];
    }

    private JsonObject Shown(JsonObject owner, IEnumerable<FormField> fields)
    {
        var sent = new JsonObject();
        foreach (var field in fields)
        {
            if (owner[field.Name] is not { } value || !IsShown(field, owner))
            {
                continue;
            }

            sent[field.Name] = value switch
            {
                JsonObject section when field.Items.Count > 0 => Shown(section, field.Items),
                JsonArray rows when field.Items.Count > 0 =>
                    new JsonArray([.. rows.OfType<JsonObject>().Select(r => (JsonNode)Shown(r, field.Items))]),
                _ => value.DeepClone(),
            };
        }

        return sent;
    }

    private static void RemoveContent(JsonObject owner, IEnumerable<FormField> fields)
    {
        foreach (var field in fields)
        {
            if (field.IsContent)
            {
                owner.Remove(field.Name);
            }
            else if (owner[field.Name] is JsonArray rows)
            {
                foreach (var row in rows.OfType<JsonObject>())
                {
                    RemoveContent(row, field.Items);
                }
            }
            else if (owner[field.Name] is JsonObject section && field.Items.Count > 0)
            {
                RemoveContent(section, field.Items);
            }
        }
    }
}
