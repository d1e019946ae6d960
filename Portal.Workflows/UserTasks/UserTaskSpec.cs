using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Portal.Workflows.UserTasks;

/// <summary>
/// A human step, evaluated: the inputs of <c>Portal.UserTask</c>. Names are those of Elsa 3.9's <c>Elsa.UserTask</c> wherever
/// they mean the same (<c>title</c>, <c>instructions</c>, <c>form</c>, <c>actionDefinitions</c>, <c>dueAt</c>,
/// <c>enableTimeoutOutcome</c>).
/// </summary>
public sealed record UserTaskSpec
{
    /// <summary>In <see cref="Excluded"/>: whoever may not decide in their own matter, as the process says.</summary>
    public const string Interested = "interested";

    /// <summary>In <see cref="Who"/>: the head of the committee.</summary>
    public const string Head = "head";

    public string Title { get; init; } = "";

    /// <summary>Markdown.</summary>
    public string Instructions { get; init; } = "";

    public string? Form { get; init; }

    /// <summary>
    /// Who acts: <c>initiator</c>, <c>groupLead</c>, <c>groupMembers</c>, <c>leaderInCharge</c>, <c>standingDeputy</c>, <c>head</c>, a name
    /// of the
    /// process's own (<c>tripLeader</c>, <c>participants</c>, <c>attendee</c>), <c>role:X</c>, <c>person:ID</c>, or names an input that
    /// holds people's ids (<c>input:X</c>).
    /// </summary>
    public IReadOnlyList<string> Who { get; init; } = [];

    /// <summary>People who may never act here although they would be found .</summary>
    public IReadOnlyList<string> Excluded { get; init; } = [];

    public IReadOnlyList<TaskAction> Actions { get; init; } = [];

    public AnswerRule Answers { get; init; } = new();

    public DueRule? Due { get; init; }

    /// <summary>Moments of attention around the due time; null for the parameter's.</summary>
    public IReadOnlyList<Reminder>? Reminders { get; init; }

    public TimeoutRule OnTimeout { get; init; } = new();

    public bool EnableTimeoutOutcome { get; init; }

    /// <summary>Nobody has to do it; it is not counted as what the case waits for.</summary>
    public bool IsOptional { get; init; }

    public IReadOnlyList<ExtraField> Fields { get; init; } = [];

    /// <summary>Fields of the form, optional by themselves, that this step demands.</summary>
    public IReadOnlyList<string> RequiredFields { get; init; } = [];

    /// <summary>Optional fields of the form that this step does not ask for.</summary>
    public IReadOnlyList<string> HiddenFields { get; init; } = [];

    /// <summary>Clause codes.</summary>
    public IReadOnlyList<string> LegalBasis { get; init; } = [];

    public TaskAction? Action(string key) => Actions.FirstOrDefault(a => a.Key == key);

    /// <summary>Outcomes the step can leave by.</summary>
    public IEnumerable<string> Outcomes => Actions.Select(a => a.Key).Concat(EnableTimeoutOutcome ? ["Timeout"] : []);

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        RespectNullableAnnotations = true,
    };

    /// <summary>Input names, as they stand in a definition.</summary>
    public static IReadOnlyList<string> InputNames { get; } =
        [
            "title", "instructions", "form", "assignment", "excludedUsers", "actionDefinitions", "answers", "due", "dueAt", "reminders",
            "onTimeout", "enableTimeoutOutcome", "optional", "fields", "requiredFields", "hiddenFields", "legalBasis",
        ];

    /// <param name="input">Evaluates an input by name.</param>
    /// <exception cref="JsonException">An input has the wrong shape.</exception>
    public static UserTaskSpec From(Func<string, JsonNode?> input)
    {
        var actions = Read<List<TaskAction>>(input("actionDefinitions")) ?? [];
        var dueAt = input("dueAt") is JsonValue v && v.TryGetValue<string>(out var at) ? at : null;
        return new UserTaskSpec
        {
            Title = Text(input("title")),
            Instructions = Text(input("instructions")),
            Form = FormKey(input("form")),
            Who = Read<List<string>>(input("assignment")) ?? [],
            Excluded = Read<List<string>>(input("excludedUsers")) ?? [],
            Actions = actions.Count > 0 ? actions : [new TaskAction { Key = "Complete", Label = "Hoàn thành" }],
            Answers = Read<AnswerRule>(input("answers")) ?? new AnswerRule(),
            Due = Read<DueRule>(input("due")) ?? (dueAt is null ? null : new DueRule { At = "=" + dueAt }),
            Reminders = Read<List<JsonElement>>(input("reminders"))?.ConvertAll(r => Reminder.Parse(r.ToString())),
            OnTimeout = Read<TimeoutRule>(input("onTimeout")) ?? new TimeoutRule(),
            EnableTimeoutOutcome = input("enableTimeoutOutcome") is JsonValue flag && flag.TryGetValue<bool>(out var on) && on,
            IsOptional = input("optional") is JsonValue optional && optional.TryGetValue<bool>(out var yes) && yes,
            Fields = Read<List<ExtraField>>(input("fields")) ?? [],
            RequiredFields = Read<List<string>>(input("requiredFields")) ?? [],
            HiddenFields = Read<List<string>>(input("hiddenFields")) ?? [],
            LegalBasis = Read<List<string>>(input("legalBasis")) ?? [],
        };
    }

    private static string Text(JsonNode? node) => node switch
    {
        null => "",
        JsonValue v when v.TryGetValue<string>(out var s) => s,
        _ => node.ToJsonString(),
    };

    // Elsa names a form as {providerName, key, binding, version}; a plain key is read too.
    private static string? FormKey(JsonNode? node) => node switch
    {
        JsonObject o => o["key"] is JsonValue v && v.TryGetValue<string>(out var key) ? key : null,
        JsonValue v when v.TryGetValue<string>(out var s) && s.Length > 0 => s,
        _ => null,
    };

    private static T? Read<T>(JsonNode? node)
        where T : class
    {
        var read = node switch
        {
            null => null,
            JsonValue v when v.TryGetValue<string>(out var text) => JsonSerializer.Deserialize<T>(text, Options),
            _ => node.Deserialize<T>(Options),
        };

        // A list may hold null although its type says otherwise.
        return read is System.Collections.IEnumerable list && list.Cast<object?>().Contains(null)
            ? throw new JsonException("A list holds nothing where something is needed.")
            : read;
    }
}
