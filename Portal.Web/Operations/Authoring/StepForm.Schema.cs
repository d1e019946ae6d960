using System.Text.Json.Nodes;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Workflows.Authoring;
using Portal.Workflows.Engine;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Operations.Authoring;

/// <content>The shape of the form, and what its fields offer to choose from.</content>
public static partial class StepForm
{
    private static readonly string[] Known =
    [
        "initiator",
        "groupLead",
        "groupMembers",
        "leaderInCharge",
        "head",
        "standingDeputy",
        .. Enum.GetValues<Role>().Except([Role.HeadOfCommittee, Role.DeputyHead]).Select(r => $"role:{r}"),
    ];

    /// <param name="forms">Keys of the forms that the process knows.</param>
    /// <param name="definition">What it may refer to: other steps of the chart, its own words for people, its moments.</param>
    public static FormSchema Schema(
        CompiledDefinition definition, OutlineStep step, IEnumerable<string> clauses, IEnumerable<string> forms, FormSchema? form)
    {
        var who = KnownPeople(definition);
        return new FormSchema(
            Key,
            typeof(object),
            WhatPage(clauses),
            new FormPage(
                "who",
                null,
                new FormField("who", FieldKind.Choices) { Required = true, Options = who },
                new FormField("people", FieldKind.People)),
            OutcomesPage(Targets(definition, step)),
            TimePage(Moments(definition), who, Targets(definition, step)),
            FieldsPage(forms, form));
    }

    private static FormPage WhatPage(IEnumerable<string> clauses) => new(
        "what",
        null,
        new FormField("title", FieldKind.Text) { Required = true, MaxLength = 200 },
        new FormField("instructions", FieldKind.LongText) { MaxLength = 3000 },
        new FormField("legalBasis", FieldKind.Choices) { Options = [.. clauses] });

    private static FormPage OutcomesPage(string[] targets) => new(
        "outcomes",
        null,
        new FormField("outcomes", FieldKind.Rows)
        {
            Required = true,
            Items =
            [
                new("label", FieldKind.Text) { Required = true, MaxLength = 100 },
                new("to", FieldKind.Pick) { Options = targets },
                new("commentRequired", FieldKind.YesNo),
                new("key", FieldKind.Text) { MaxLength = 50 },
            ],
        });

    private static FormPage TimePage(string[] moments, string[] who, string[] targets) => new(
        "time",
        null,
        new FormField("dueKind", FieldKind.Choice)
        {
            Required = true,
            Options = moments.Length > 0 ? [None, WorkingDays, WorkingHours, At] : [None, WorkingDays, WorkingHours],
        },
        new FormField("dueNumber", FieldKind.Text)
        {
            Required = true,
            MaxLength = 50,
            When = new FieldCondition("dueKind", WorkingDays, WorkingHours),
        },
        new FormField("dueAt", FieldKind.Pick) { Required = true, Options = moments, When = new FieldCondition("dueKind", At) },
        new FormField("reminders", FieldKind.Text) { MaxLength = 200 },
        new FormField("onTimeout", FieldKind.Choice) { Required = true, Options = ["stay", "escalate", "widen", TimeoutRule.Leave] },
        new FormField("timeoutTo", FieldKind.Choices)
        {
            Options = who,
            When = new FieldCondition("onTimeout", "escalate", "widen"),
        },
        new FormField("timeoutTarget", FieldKind.Pick)
        {
            Required = true,
            Options = targets,
            When = new FieldCondition("onTimeout", TimeoutRule.Leave),
        });

    private static FormPage FieldsPage(IEnumerable<string> forms, FormSchema? form)
    {
        var bounded = new FieldCondition("kind", "text", "longText", "number", "date");
        string[] optional = [.. OptionalFields(form).Select(f => FieldMark + f)];
        string[] pages = [.. (form?.Pages ?? []).Select(p => PageMark + p.Key)];
        return new FormPage(
            "fields",
            null,
            new FormField("form", FieldKind.Pick) { Options = [.. forms] },
            new FormField("requiredFields", FieldKind.Choices) { Options = optional },
            new FormField("hiddenFields", FieldKind.Choices) { Options = optional },
            new FormField("fields", FieldKind.Rows)
            {
                Items =
                [
                    new("label", FieldKind.Text) { Required = true, MaxLength = 200 },
                    new("kind", FieldKind.Pick) { Required = true, Options = FieldKinds },
                    new("required", FieldKind.YesNo),
                    new("options", FieldKind.LongText) { MaxLength = 2000, When = new FieldCondition("kind", "choice") },
                    new("hint", FieldKind.Text) { MaxLength = 300 },
                    new("default", FieldKind.Text)
                    {
                        MaxLength = 500,
                        When = new FieldCondition("kind", "text", "longText", "number", "date", "choice", "yesNo"),
                    },
                    new("format", FieldKind.Pick) { Options = ExtraFields.Formats, When = new FieldCondition("kind", "text") },
                    new("min", FieldKind.Text) { MaxLength = 20, When = bounded },
                    new("max", FieldKind.Text) { MaxLength = 20, When = bounded },
                    .. pages.Length > 1 ? [new FormField("page", FieldKind.Pick) { Options = pages }] : Array.Empty<FormField>(),
                    new("name", FieldKind.Text) { MaxLength = 50 },
                ],
            });
    }

    private static string[] Moments(CompiledDefinition definition) =>
        [.. (definition.Definition.Json["inputs"] as JsonArray ?? []).OfType<JsonObject>()
            .Where(i => (string?)i["type"] == "DateTime")
            .Select(i => (string?)i["name"])
            .OfType<string>()];

    /// <summary>Fields of a form that a step may demand or leave out.</summary>
    public static IEnumerable<string> OptionalFields(FormSchema? form) =>
        (form?.Fields ?? []).Where(f => !f.Required && f.Kind is not (FieldKind.Secrecy or FieldKind.Source)).Select(f => f.Name);

    /// <summary>Steps of the same chart, which a way may lead to.</summary>
    internal static string[] Targets(CompiledDefinition definition, OutlineStep step) =>
        [.. Outline.Of(definition).Where(s => ChartOf(s.Path) == ChartOf(step.Path) && s.Type != "Elsa.Start").Select(s => s.Id)];

    /// <summary>What may stand for people: the organisation's own words and those of the definition.</summary>
    internal static string[] KnownPeople(CompiledDefinition definition) =>
        [.. Known.Union(definition.All.SelectMany(PeopleOf).Where(w => !w.StartsWith("person:", StringComparison.Ordinal)))];

    private static IEnumerable<string> PeopleOf(CompiledActivity activity)
    {
        if (activity.FixedSpec is { } spec)
        {
            return spec.Who.Concat(spec.OnTimeout.To);
        }

        return activity.Node.Type == AutomaticSettings.Notify ? activity.FixedList("to") : [];
    }

    private static string ChartOf(string path) => path.LastIndexOf('/') is > 0 and var at ? path[..at] : "";
}
