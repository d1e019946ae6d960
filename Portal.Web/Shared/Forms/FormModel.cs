using System.Text.Json.Nodes;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Web.Operations.Forms;

namespace Portal.Web.Shared.Forms;

/// <summary>A form while it is filled in: the JSON that will be sent, the errors by field, and what it may pick from.</summary>
public sealed class FormModel(FormSchema schema, JsonObject values, FormChoices choices)
{
    private readonly Dictionary<string, string> _errors = [];
    private readonly Dictionary<string, FieldError> _unreadable = [];

    public FormSchema Schema => schema;

    public JsonObject Values => values;

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

    public IReadOnlyDictionary<string, string> Errors => _errors;

    /// <summary>What was typed and is no date, time or number: no value came of it, and the form does not go on without a word.</summary>
    public IEnumerable<FieldError> Unreadable => _unreadable.Values;

    /// <summary>Raised after each change of a value.</summary>
    public event Action? Changed;

    /// <summary>Raised when a text field is left.</summary>
    public event Action? Left;

    /// <summary>The last change was a letter, and more may come.</summary>
    public bool IsTyping { get; private set; }

    public bool IsGateAnswered => !schema.HasSecrecyGate || Gate is not null;

    /// <summary>The content is a state secret: only a stub is kept .</summary>
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

        Changed?.Invoke();
    }

    /// <summary>The answer to the gate. "Có" takes all content out of the form at once.</summary>
    public void AnswerGate(bool secret)
    {
        var gate = new JsonObject { ["containsStateSecret"] = secret };
        if (secret)
        {
            gate["stub"] = new JsonObject();
            RemoveContent(values, schema.Fields);
        }

        Set(values, "secrecy", gate);
    }

    public bool IsShown(FormField field, JsonObject owner)
    {
        if (field.Kind == FieldKind.Secrecy)
        {
            return true;
        }

        if (!IsGateAnswered || (field.IsContent && IsStub))
        {
            return false;
        }

        return field.When is not { } when || when.Values.Contains(Text(owner, when.Field) ?? "");
    }

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

    /// <summary>Takes over the errors of a refusal; the form as a whole has the path "".</summary>
    public void Show(IEnumerable<FieldError> errors, Texts.Localizer texts)
    {
        _errors.Clear();
        foreach (var error in errors)
        {
            _errors.TryAdd(Place(error.Path), texts.Of(error));
        }
    }

    /// <param name="path">Path of the field.</param>
    /// <param name="code">Why it could not be read; null when it could.</param>
    public void NoteTyped(string path, string? code)
    {
        _unreadable.Remove(path);
        if (code is not null)
        {
            _unreadable[path] = new FieldError(path, code);
        }
    }

    public void ClearErrors() => _errors.Clear();

    public string? Error(string path) => _errors.GetValueOrDefault(path);

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
