using Portal.Domain.Forms;
using Portal.Workflows.Authoring;
using Portal.Workflows.Engine;

namespace Portal.Web.Operations.Authoring;

/// <content>The shape of the form, for each type of step.</content>
public static partial class AutomaticForm
{
    private static readonly FormField Title = new("title", FieldKind.Text) { Required = true, MaxLength = 200 };
    private static readonly FormField Label = new("label", FieldKind.Text) { Required = true, MaxLength = 60 };

    /// <param name="processes">Keys of the processes whose cases it may open.</param>
    public static FormSchema Schema(CompiledDefinition definition, OutlineStep step, IEnumerable<string> processes)
    {
        var settings = AutomaticSettings.Of(definition.At(step.Path)!);
        var fields = ConditionField.Of(definition);
        var to = new FormField("to", FieldKind.Pick) { Options = StepForm.Targets(definition, step) };
        var ways = new FormPage("outcomes", null, [.. settings.Branches.Select(b => to with { Name = $"to-{b.Port}" })]);
        return new FormSchema(Key, typeof(object), step.Type switch
        {
            AutomaticSettings.Decision => [new("what", null, [Title, .. ConditionFields(fields)]), ways],
            AutomaticSettings.Switch => SwitchPages(fields, to),
            AutomaticSettings.Fork => [new("what", null, Title), new("outcomes", null, BranchRows([Label, to]))],
            AutomaticSettings.Join =>
            [
                new("what", null, Title, new("join", FieldKind.Choice) { Required = true, Options = ["WaitAll", "WaitAny"] }),
                ways,
            ],
            AutomaticSettings.Delay or AutomaticSettings.StartAt or AutomaticSettings.Schedule => [WaitPage(fields), ways],
            AutomaticSettings.Notify => [NoticePage(definition), ways],
            _ when AutomaticSettings.Dispatching.Contains(step.Type) => [DispatchPage(definition, settings, processes), ways],
            _ => ways.Fields.Length > 0 ? [new("what", null, Title), ways] : [new("what", null, Title)],
        });
    }

    /// <summary>A condition: picked terms, of which all or one must hold, or a script.</summary>
    private static FormField[] ConditionFields(IReadOnlyList<ConditionField> fields) =>
    [
        new("mode", FieldKind.Choice) { Required = true, Options = Modes },
        new("terms", FieldKind.Rows)
        {
            Required = true,
            When = new FieldCondition("mode", All, AnyOf),
            Items =
            [
                new("field", FieldKind.Pick) { Required = true, Options = [.. fields.Select(f => f.Key)] },
                new("comparison", FieldKind.Pick)
                {
                    Required = true,
                    Options = [.. Enum.GetValues<ConditionKind>().SelectMany(Condition.Comparisons).Distinct()],
                },
                new("value", FieldKind.Text) { Required = true, MaxLength = 200 },
            ],
        },
        new("script", FieldKind.LongText) { Required = true, MaxLength = 4000, When = new FieldCondition("mode", Script) },
    ];

    private static FormPage[] SwitchPages(IReadOnlyList<ConditionField> fields, FormField to) =>
    [
        new("what", null, Title, new("everyBranch", FieldKind.YesNo)),
        new("outcomes", null, BranchRows([Label, .. ConditionFields(fields), to]), to with { Name = "to-Default" }),
    ];

    private static FormField BranchRows(FormField[] items) => new("branches", FieldKind.Rows) { Required = true, Items = items };

    private static FormPage WaitPage(IReadOnlyList<ConditionField> fields)
    {
        var days = fields.Where(f => f.Kind == ConditionKind.Day && !f.Key.Contains('.', StringComparison.Ordinal));
        return new FormPage(
            "what",
            null,
            Title,
            new("until", FieldKind.Choice) { Required = true, Options = [.. Enum.GetNames<WaitUntil>()] },
            new("hours", FieldKind.Integer) { Required = true, When = new FieldCondition("until", nameof(WaitUntil.Hours)) },
            new("fact", FieldKind.Pick)
            {
                Required = true,
                Options = [.. days.Select(f => f.Key)],
                When = new FieldCondition("until", nameof(WaitUntil.Fact)),
            },
            new("day", FieldKind.Date) { Required = true, When = new FieldCondition("until", nameof(WaitUntil.Day)) },
            new("cron", FieldKind.Text)
            {
                Required = true,
                MaxLength = 100,
                When = new FieldCondition("until", nameof(WaitUntil.Schedule)),
            },
            new("script", FieldKind.LongText)
            {
                Required = true,
                MaxLength = 4000,
                When = new FieldCondition("until", nameof(WaitUntil.Expression)),
            });
    }

    private static FormPage NoticePage(CompiledDefinition definition) => new(
        "what",
        null,
        Title,
        new("tell", FieldKind.Choices) { Required = true, Options = [.. StepForm.KnownPeople(definition)] },
        new("kind", FieldKind.Choice) { Required = true, Options = NoticeKinds });

    // The process that is dispatched now is offered even where it is not among the others any more.
    private static FormPage DispatchPage(CompiledDefinition definition, AutomaticSettings settings, IEnumerable<string> processes)
    {
        string[] now = settings.Process is { Length: > 0 } process ? [process] : [];
        return new FormPage(
            "what",
            null,
            Title,
            new("process", FieldKind.Pick)
            {
                Required = true,
                Options = [.. processes.Except([definition.Definition.DefinitionId]).Union(now)],
            },
            new("waitsForEnd", FieldKind.YesNo));
    }
}
