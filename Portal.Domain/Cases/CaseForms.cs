using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

/// <summary>Forms and fields that several processes share: F4, F6, F8b and what Đ5.1 and Đ5.3 ask for.</summary>
public static class CaseForms
{
    /// <summary>Building a validator compiles its rules: it is built once.</summary>
    public static readonly StepNoteValidator StepNoteRules = new();

    public static readonly OwnStartValidator OwnStartRules = new();

    public static FormField Reason(string name = "reason") => new(name, FieldKind.LongText)
    {
        Required = true,
        IsReason = true,
        MaxLength = 2000,
        IsContent = true,
    };

    /// <summary>R-RPT-04 [Q]: each of them makes a matter one of the head's.</summary>
    public static IReadOnlyList<FormField> FlagsForHead { get; } =
    [
        new("democraticCentralism", FieldKind.YesNo) { Clause = "Đ7.A.4" },
        new("leadershipUnity", FieldKind.YesNo) { Clause = "Đ7.A.4" },
        new("personnelOfStandingCommittee", FieldKind.YesNo) { Clause = "Đ7.A.4" },
    ];

    public static FormField Files { get; } = new("files", FieldKind.Files) { IsContent = true };

    public static FormField Directives { get; } = new("directives", FieldKind.Rows)
    {
        Clause = "Đ4.1-2",
        IsContent = true,
        Items =
        [
            new("content", FieldKind.LongText) { Required = true, MaxLength = 2000, RequiredBy = "Đ4.1-2" },
            new("assigneeId", FieldKind.Person) { Required = true, RequiredBy = "Đ4.1-2" },
            new("due", FieldKind.Date),
        ],
    };

    public static FormField Oral(FieldCondition? when = null) => new("oralReport", FieldKind.Section)
    {
        When = when,
        Required = true,
        Items =
        [
            new("toId", FieldKind.Person) { Required = true, RequiredBy = "Đ7.A.5" },
            new("at", FieldKind.DateTime) { Required = true, RequiredBy = "Đ7.A.5" },
            new("channel", FieldKind.Choice) { Required = true, Options = Enum.GetNames<ContactChannel>(), RequiredBy = "Đ7.A.5" },
            new("answer", FieldKind.LongText) { MaxLength = 1000, IsContent = true },
        ],
    };

    public static FormField Speech(string when, bool delivered)
    {
        FormField[] items =
        [
            new("topic", FieldKind.Text) { Required = true, MaxLength = 300, RequiredBy = "Đ7.A.5" },
            new("domain", FieldKind.WorkDomain) { Required = true, RequiredBy = "Đ6.1" },
            new("content", FieldKind.LongText) { Required = !delivered, MaxLength = 8000, RequiredBy = "Đ7.A.5" },
            new("constructive", FieldKind.YesNo) { Required = true, DemandedByRules = true },
            new("delivered", FieldKind.LongText) { Required = delivered, MaxLength = 8000, RequiredBy = "Đ6.1" },
        ];
        return new FormField("speech", FieldKind.Section)
        {
            When = new FieldCondition(when, "true"),
            Required = true,
            RequiredBy = delivered ? "Đ6.1" : "Đ7.A.5",
            Clause = "Đ7.A.5",
            IsContent = true,
            Items = delivered ? items : items[..4],
        };
    }

    public static FormField Items { get; } = new FormField("items", FieldKind.Rows)
    {
        Clause = "Đ5.1",
        IsContent = true,
        Items =
        [
            new("areaId", FieldKind.Area) { Required = true, RequiredBy = "Đ5.1" },
            new("kind", FieldKind.Choice) { Required = true, Options = Enum.GetNames<ReportItemKind>(), RequiredBy = "Đ5.1" },
            new("domain", FieldKind.WorkDomain) { Required = true, RequiredBy = "Đ2.2" },
            new("level", FieldKind.Choice)
            {
                Required = true,
                Options = Enum.GetNames<ReportItemLevel>(),
                Usual = nameof(ReportItemLevel.Normal),
            },
            new("content", FieldKind.LongText) { Required = true, MaxLength = 4000, RequiredBy = "Đ5.1" },
            new("proposedHandling", FieldKind.LongText) { MaxLength = 2000 },
            new("askedOf", FieldKind.Text) { MaxLength = 300 },
            new("concernsPersonnel", FieldKind.YesNo) { Required = true, IsQuestion = true, Clause = "Đ4.1-3" },
            .. FlagsForHead,
        ],
    };

    public static FormField Issues { get; } = new FormField("issues", FieldKind.Rows)
    {
        Clause = "Đ5.3",
        IsContent = true,
        Items =
        [
            new("areaId", FieldKind.Area) { Required = true, RequiredBy = "Đ5.3" },
            new("category", FieldKind.Choice) { Required = true, Options = Enum.GetNames<IssueCategory>(), RequiredBy = "Đ5.3" },
            new("facts", FieldKind.LongText) { Required = true, MaxLength = 4000, RequiredBy = "Đ5.3" },
            new("proposedSolution", FieldKind.LongText) { Required = true, MaxLength = 4000, Clause = "Đ5.3" },
            .. FlagsForHead,
        ],
    };

    public static FormSchema Opinion { get; } = new FormSchema("leader-opinion", typeof(LeaderOpinionInput),
        new FormPage("opinion", "Đ4.1-2",
            SecrecyGate.Field,
            new("opinion", FieldKind.LongText) { MaxLength = 2000, IsContent = true },
            Directives)).CheckedBy(new LeaderOpinionValidator(OpinionDemand.None));

    public static FormSchema OralReport { get; } = new FormSchema("oral-report", typeof(OralReportForm),
        new FormPage("oral", "Đ7.A.5", SecrecyGate.Field, Oral() with { RequiredBy = "Đ7.A.5" })).CheckedBy(new OralReportFormValidator())
            with
    { IsReviewed = true };

    public static FormSchema ReasonOnly { get; } = new FormSchema("reason", typeof(ReasonInput),
        new FormPage("reason", null, SecrecyGate.Field, Reason() with { DemandedByRules = true }))
            .CheckedBy(new ReasonValidator(required: false));

    /// <summary>Of a step that administrators added; every process takes it, none makes more of it than a note on the case.</summary>
    public static FormSchema StepNote { get; } = new FormSchema("step-note", typeof(StepNoteInput),
        new FormPage("opinion", null, SecrecyGate.Field, new("opinion", FieldKind.LongText) { MaxLength = 4000, IsContent = true }))
            .CheckedBy(StepNoteRules);

    /// <summary>Of the first step of a process that administrators made.</summary>
    public static FormSchema OwnStart { get; } = new FormSchema("own-start", typeof(OwnStartInput),
        new FormPage("matter", null,
            SecrecyGate.Field,
            new("title", FieldKind.Text) { Required = true, MaxLength = 200, IsContent = true },
            new("areaIds", FieldKind.Areas),
            new("content", FieldKind.LongText) { MaxLength = 4000, IsContent = true })).CheckedBy(OwnStartRules) with
    { IsReviewed = true };

    /// <summary>Of a step without a form: nothing has to be filled in, and nothing else is taken.</summary>
    public static FormSchema Plain { get; } = new FormSchema("plain-answer", typeof(PlainAnswerInput),
        new FormPage("reason", null, SecrecyGate.Field, Reason() with { Required = false })).CheckedBy(new PlainAnswerValidator());

    /// <summary>Forms of no process in particular.</summary>
    public static IReadOnlyList<FormSchema> General { get; } = [StepNote, OwnStart];

    public static FormSchema Review { get; } = new FormSchema("result-review", typeof(ResultReviewInput),
        new FormPage("opinion", "Đ4.1-2",
            SecrecyGate.Field,
            new("opinion", FieldKind.LongText) { MaxLength = 2000, IsContent = true },
            Directives,
            new FormField("itemDirections", FieldKind.Rows)
            {
                Clause = "Đ5.1",
                IsContent = true,
                Items =
                [
                    new("item", FieldKind.Item) { Required = true },
                    new("direction", FieldKind.LongText) { Required = true, MaxLength = 2000 },
                    new("departmentId", FieldKind.Department),
                ],
            })).CheckedBy(new ResultReviewValidator(OpinionDemand.None));

    public static FormSchema Extension { get; } = new FormSchema("trip-extension", typeof(ExtensionInput),
        new FormPage("extension", null,
            SecrecyGate.Field,
            new("newDue", FieldKind.Date) { Required = true },
            Reason())).CheckedBy(new ExtensionValidator());
}
