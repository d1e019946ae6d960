using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Portal.Workflows.UserTasks;

/// <summary>One outcome people may choose at a step.</summary>
public sealed record TaskAction
{
    public required string Key { get; init; }

    public string Label { get; init; } = "";

    /// <summary>X-10: a reason must be given.</summary>
    public bool CommentRequired { get; init; }

    /// <summary>Several steps at once may be left by it, with one comment: nothing else is asked but what the step knows.</summary>
    public bool Bulk { get; init; }

    /// <summary>Form for this outcome, when it differs from the step's.</summary>
    public string? Form { get; init; }

    /// <summary>
    /// Makes it an optional step: something these people may do while the step waits for somebody else. Empty: the
    /// outcome belongs to the step's own people.
    /// </summary>
    public IReadOnlyList<string> Who { get; init; } = [];

    public bool IsOptional => Who.Count > 0;
}

/// <summary>Whether one answer settles the step, or one from each.</summary>
public enum AnswerMode
{
    One,

    /// <summary>Everybody answers; the outcome is the one most people gave, on a tie the one given first.</summary>
    All,

    /// <summary>As <see cref="All"/>, but settled as soon as <see cref="AnswerRule.Count"/> people gave the same outcome.</summary>
    Enough,
}

public sealed record AnswerRule
{
    public AnswerMode Mode { get; init; } = AnswerMode.One;

    public int Count { get; init; } = 1;
}

/// <summary>When a step is due. Numbers may be written as a parameter's key (<c>Trip.ReviewDays</c>).</summary>
public sealed record DueRule
{
    /// <summary>Working days from the opening of the step.</summary>
    public string? WorkingDays { get; init; }

    /// <summary>Working hours from the opening of the step.</summary>
    public string? WorkingHours { get; init; }

    /// <summary>Name of an input or variable that holds the moment (UTC).</summary>
    public string? At { get; init; }

    /// <summary>Never after the moment in this input or variable.</summary>
    public string? NotAfter { get; init; }

    /// <summary>Clause when the deadline is the regulation's own; otherwise it is internal.</summary>
    public string? Clause { get; init; }
}

/// <summary>What happens when time has run out. Never a decision .</summary>
public sealed record TimeoutRule
{
    /// <summary>
    /// <c>stay</c> (mark overdue), <c>escalate</c> (tell further people), <c>widen</c> (one after another, from the due moment on, those of
    /// <see cref="To"/> may act too), <c>leave</c> (through the <c>Timeout</c> outcome).
    /// </summary>
    public string Do { get; init; } = "stay";

    public IReadOnlyList<string> To { get; init; } = [];
}

/// <summary>A field that an administrator added to a step.</summary>
public sealed record ExtraField
{
    public required string Name { get; init; }

    public required string Label { get; init; }

    /// <summary>One of text, longText, number, date, choice, yesNo, person, area, file.</summary>
    public string Kind { get; init; } = "text";

    public bool Required { get; init; }

    public int MaxLength { get; init; } = 2000;

    /// <summary>Least value of a number or a date (<c>yyyy-MM-dd</c>), least length of a text; null for none.</summary>
    public string? Min { get; init; }

    /// <summary>Greatest value of a number or a date, greatest length of a text; null for none but <see cref="MaxLength"/>.</summary>
    public string? Max { get; init; }

    public IReadOnlyList<string> Options { get; init; } = [];
}

/// <summary>
/// A human step, evaluated: the inputs of <c>Portal.UserTask</c>. Names are those of Elsa 3.9's <c>Elsa.UserTask</c> wherever
/// they mean the same (<c>title</c>, <c>instructions</c>, <c>form</c>, <c>actionDefinitions</c>, <c>dueAt</c>, <c>enableTimeoutOutcome</c>).
/// </summary>
public sealed record UserTaskSpec
{
    /// <summary>In <see cref="Excluded"/>: whoever may not decide in their own matter, as the process says.</summary>
    public const string Interested = "interested";

    public string Title { get; init; } = "";

    /// <summary>Markdown.</summary>
    public string Instructions { get; init; } = "";

    public string? Form { get; init; }

    /// <summary>
    /// Who acts: <c>initiator</c>, <c>groupLead</c>, <c>groupMembers</c>, <c>leaderInCharge</c>, <c>standingDeputy</c>, <c>head</c>, a name of the
    /// process's own (<c>tripLeader</c>, <c>participants</c>, <c>attendee</c>), <c>role:X</c>, <c>person:ID</c>, or names an input that holds people's ids (<c>input:X</c>).
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
        ["title", "instructions", "form", "assignment", "excludedUsers", "actionDefinitions", "answers", "due", "dueAt", "reminders", "onTimeout",
         "enableTimeoutOutcome", "optional", "fields", "requiredFields", "hiddenFields", "legalBasis"];

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
        var read = node is null ? null
            : node is JsonValue v && v.TryGetValue<string>(out var text) ? JsonSerializer.Deserialize<T>(text, Options)
            : node.Deserialize<T>(Options);

        // A list may hold null although its type says otherwise.
        return read is System.Collections.IEnumerable list && list.Cast<object?>().Contains(null) ? throw new JsonException("A list holds nothing where something is needed.") : read;
    }
}
