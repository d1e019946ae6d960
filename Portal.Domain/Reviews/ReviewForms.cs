using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>
/// The forms of P3 (F11 to F19). What names individuals stands in fields of its own, so that it can be kept apart.
/// </summary>
public static class ReviewForms
{
    /// <summary>Fields that are kept apart, wherever a form has them.</summary>
    public static IReadOnlyList<string> ApartFields { get; } =
        ["individuals", "individualMatters", "individualRemedies", "individualFollowed", "individualFiles"];

    // Forms, and words in forms, that may be about individuals too although a part of them is kept apart.
    private static readonly string[] FormsOnAll = ["review-release", "review-remedies"], WordsOnAll = ["opinion", "remark"];

    private static readonly FormField Opinion = new("opinion", FieldKind.LongText) { MaxLength = 2000, IsContent = true };

    private static readonly FormField NumberOf = new("item", FieldKind.Item) { Required = true };

    private static readonly string[] Stances = Enum.GetNames<ConsultationStance>();

    private static readonly string[] Differing = [nameof(ConsultationStance.AgreeWithChange), nameof(ConsultationStance.Disagree)];

    public static FormSchema Cycle { get; } = new FormSchema("review-cycle", typeof(ReviewCycleInput),
        new FormPage("cycle", "Đ5.6",
            SecrecyGate.Field,
            new("year", FieldKind.Integer) { Required = true },
            new("title", FieldKind.Text) { Required = true, MaxLength = 300 },
            new("referenceDate", FieldKind.Date) { Required = true },
            new("legalBases", FieldKind.Rows)
            {
                Required = true,
                RequiredBy = "Đ5.6",
                Items = [new("document", FieldKind.Text) { Required = true, MaxLength = 400 }],
            },
            new("scope", FieldKind.Choice) { Required = true, Options = Enum.GetNames<ReviewScope>() }),
        new FormPage("calendar", "Đ5.6", new FormField("calendar", FieldKind.Section)
        {
            Required = true,
            Items = [.. new ReviewCalendar().Days().Select(d => new FormField(d.Name, FieldKind.Date) { Required = true })],
        }),
        new FormPage("scale", "Đ7.B.4",
            new("usesScore", FieldKind.YesNo) { Required = true },
            new("thresholds", FieldKind.Section)
            {
                Required = true,
                When = new("usesScore", "true"),
                Items =
                [
                    new("excellent", FieldKind.Integer) { Required = true },
                    new("good", FieldKind.Integer) { Required = true },
                    new("completed", FieldKind.Integer) { Required = true },
                ],
            },
            new("conditions", FieldKind.Rows)
            {
                Required = true,
                Items =
                [
                    new("text", FieldKind.Text) { Required = true, MaxLength = 300 },
                    new("mandatory", FieldKind.YesNo) { Required = true },
                ],
            }),
        new FormPage("quota", null,
            new("quota", FieldKind.Section)
            {
                Required = true,
                Items =
                [
                    new("percent", FieldKind.Integer) { Required = true },
                    new("exceptionalPercent", FieldKind.Integer) { Required = true },
                    new("base", FieldKind.Choice) { Required = true, Options = Enum.GetNames<QuotaBase>() },
                    new("rounding", FieldKind.Choice) { Required = true, Options = Enum.GetNames<QuotaRounding>() },
                ],
            },
            new("comparableGroups", FieldKind.Rows)
            {
                Required = true,
                Items =
                [
                    new("name", FieldKind.Text) { Required = true, MaxLength = 200 },
                    new("areaIds", FieldKind.Areas) { Required = true },
                ],
            }),
        new FormPage("consultants", "Đ11",
            new("consultants", FieldKind.Rows)
            {
                Required = true,
                RequiredBy = "Đ11",
                Items =
                [
                    new("domain", FieldKind.WorkDomain) { Required = true },
                    new("departmentId", FieldKind.Department) { Required = true },
                ],
            },
            new("instructions", FieldKind.LongText) { MaxLength = 8000, IsContent = true })).CheckedBy(new ReviewCycleValidator())
                with
    { IsReviewed = true };

    public static FormSchema Dossier { get; } = Page("review-dossier", typeof(DossierInput), "Đ5.6",
        new("gaps", FieldKind.Rows)
        {
            Items =
            [
                new("areaId", FieldKind.Area) { Required = true },
                new("reason", FieldKind.LongText) { Required = true, MaxLength = 1000, IsContent = true, IsReason = true },
            ],
        },
        new("note", FieldKind.LongText) { MaxLength = 4000, IsContent = true }).CheckedBy(new DossierValidator());

    public static FormSchema Again { get; } = Page("review-again", typeof(ReviewAgainInput), "Đ5.6",
        new("areaId", FieldKind.Area) { Required = true }, CaseForms.Reason()).CheckedBy(new ReviewAgainValidator());

    public static FormSchema QuotaOverride { get; } = Page("review-quota-override", typeof(QuotaOverrideInput), null,
        new("group", FieldKind.ComparableGroup) { Required = true, MaxLength = 200 },
        new("kind", FieldKind.Choice) { Required = true, Options = Enum.GetNames<QuotaOverrideKind>() },
        CaseForms.Reason()).CheckedBy(new QuotaOverrideValidator());

    public static FormSchema Reschedule { get; } = Page("review-reschedule", typeof(RescheduleInput), null,
        new("days", FieldKind.Integer) { Required = true }, CaseForms.Reason()).CheckedBy(new RescheduleValidator());

    public static FormSchema Sent { get; } = Page("review-sent", typeof(SubmissionSentInput), "Đ5.6",
        new("documentNumber", FieldKind.Text) { MaxLength = 100 },
        new("sentOn", FieldKind.Date) { Required = true },
        new("note", FieldKind.LongText) { MaxLength = 2000, IsContent = true }).CheckedBy(new SubmissionSentValidator());

    public static FormSchema MemberInput { get; } = Page("review-input", typeof(MemberInput), "Đ5.6",
        Matters("matters"), Matters("individualMatters"),
        new("ratingView", FieldKind.Choice) { Options = Enum.GetNames<QualityRating>() }).CheckedBy(new MemberInputValidator(some: false));

    public static FormSchema Proposal { get; } = new FormSchema("review-proposal", typeof(ReviewProposalInput),
        Content(), Rating(), Conflicts()).CheckedBy(new ReviewProposalValidator<ReviewProposalInput>()) with
    { IsReviewed = true };

    public static FormSchema Final { get; } = new FormSchema("review-final", typeof(ReviewFinalInput),
        Content(), Rating(), Handling(), Conflicts()).CheckedBy(new ReviewFinalValidator()) with
    { IsReviewed = true };

    public static FormSchema AdHocProposal { get; } = new FormSchema("review-proposal-adhoc", typeof(AdHocProposalInput),
        Content(), Conflicts(new FormField("skipConsultReason", FieldKind.LongText) { MaxLength = 1000, IsContent = true }))
            .CheckedBy(new AdHocProposalValidator(skips: false))
            with
    { IsReviewed = true };

    public static FormSchema AdHocFinal { get; } = new FormSchema("review-final-adhoc", typeof(AdHocFinalInput),
        Content(), Handling(), Conflicts()).CheckedBy(new AdHocFinalValidator()) with
    { IsReviewed = true };

    public static FormSchema Consultation { get; } = Page("review-consultation", typeof(ConsultationInput), "Đ11",
        new("items", FieldKind.Rows)
        {
            IsContent = true,
            IsGiven = true,
            ForAll = ("stance", nameof(ConsultationStance.Agree)),
            Items =
            [
                NumberOf, new("stance", FieldKind.Choice) { Required = true, Options = Stances },
                new("comment", FieldKind.LongText) { MaxLength = 2000, RequiredWhen = new("stance", Differing) },
            ],
        },
        new("ratingStance", FieldKind.Choice) { Options = Stances, Clause = "Đ7.B.4" },
        new("ratingComment", FieldKind.LongText)
        {
            MaxLength = 2000,
            IsContent = true,
            RequiredWhen = new("ratingStance", Differing),
        },
        new("comment", FieldKind.LongText) { MaxLength = 4000, IsContent = true },
        new("additionalMatters", FieldKind.LongText) { MaxLength = 4000, IsContent = true })
            .CheckedBy(new ConsultationValidator(null));

    public static FormSchema Assign { get; } = new FormSchema("review-assign", typeof(AssignOpinionInput),
        new FormPage("assign", "Đ11", new FormField("staffId", FieldKind.Person) { Required = true, RequiredBy = "Đ11" }))
            .CheckedBy(new AssignOpinionValidator());

    public static FormSchema Decision { get; } = Page("review-decision", typeof(ReviewDecisionInput), "Đ5.6",
        [.. Items(), .. RatingDecision(), Opinion]).CheckedBy(new ReviewDecisionValidator<ReviewDecisionInput>(agrees: false));

    public static FormSchema AdHocDecision { get; } = Page("review-decision-adhoc", typeof(AdHocDecisionInput), "Đ5.6",
        [.. Items(), Opinion]).CheckedBy(new DecisionValidator<AdHocDecisionInput>(opinionRequired: false));

    public static FormSchema Collective { get; } = Page("review-collective", typeof(CollectiveDecisionInput), "Đ5.6",
        [.. Meeting(full: true), .. Items(), .. RatingDecision(), Opinion])
            .CheckedBy(new ReviewDecisionValidator<CollectiveDecisionInput>(agrees: false));

    public static FormSchema AdHocCollective { get; } = Page("review-collective-adhoc", typeof(AdHocCollectiveInput), "Đ5.6",
        [.. Meeting(full: true), .. Items(), Opinion]).CheckedBy(new DecisionValidator<AdHocCollectiveInput>(opinionRequired: false));

    public static FormSchema Outcome { get; } = Page("review-outcome", typeof(OutcomeInput), "Đ5.6",
        new("documentNumber", FieldKind.Text) { MaxLength = 100 },
        new("documentDate", FieldKind.Date) { Required = true },
        Outcomes("suggestions"), Outcomes("individuals"),
        new("releasedToGroup", FieldKind.YesNo)).CheckedBy(new OutcomeValidator());

    public static FormSchema Release { get; } = Page("review-release", typeof(ReleaseInput), "Đ5.6",
        Releases("suggestions"), Releases("individuals"), Opinion).CheckedBy(new ReleaseValidator());

    public static FormSchema Issue { get; } = Page("review-issue", typeof(IssueInput), "Đ5.6",
        new("documentNumber", FieldKind.Text) { Required = true, MaxLength = 100 },
        new("documentDate", FieldKind.Date) { Required = true },
        new("sentOn", FieldKind.Date) { Required = true },
        new("addressee", FieldKind.Text) { Required = true, MaxLength = 300 }).CheckedBy(new IssueValidator());

    public static FormSchema Conference { get; } = Page("review-conference", typeof(ConferenceInput), "Đ5.6",
        new("heldOn", FieldKind.Date) { Required = true },
        new("attendanceCases", FieldKind.Cases) { Clause = "Đ5.2" },
        new("reportDocument", FieldKind.Text) { MaxLength = 300, IsContent = true }).CheckedBy(new ConferenceValidator());

    public static FormSchema Postponed { get; } = Page("review-postponed", typeof(PostponedInput), "Đ5.6",
        new("newDate", FieldKind.Date) { Required = true }, CaseForms.Reason()).CheckedBy(new PostponedValidator());

    public static FormSchema Advice { get; } = Page("review-advice", typeof(AdviceInput), "Đ5.6",
        [
            .. FollowUps(),
            new("remark", FieldKind.LongText) { Required = true, MaxLength = 8000, IsContent = true, Clause = "Đ7.A.3" },
            new("advisedRating", FieldKind.Choice) { Required = true, Options = Enum.GetNames<QualityRating>(), RequiredBy = "Đ7.B.4" },
            new("changeReason", FieldKind.LongText) { MaxLength = 2000, IsContent = true },
        ]).CheckedBy(new AdviceValidator()) with
    { IsReviewed = true };

    public static FormSchema AdHocAdvice { get; } = Page("review-advice-adhoc", typeof(AdHocAdviceInput), "Đ5.6",
        [.. FollowUps(), new("remark", FieldKind.LongText) { Required = true, MaxLength = 8000, IsContent = true, Clause = "Đ7.A.3" }])
            .CheckedBy(new AdviceContentValidator<AdHocAdviceInput>())
            with
    { IsReviewed = true };

    public static FormSchema Conclusion { get; } = Page("review-conclusion", typeof(ConclusionInput), "Đ5.6",
        [.. Meeting(full: false), Opinion, new("conclusionDocument", FieldKind.Text) { MaxLength = 300, IsContent = true }])
            .CheckedBy(new ConclusionValidator(concludes: false));

    public static FormSchema FinalRating { get; } = Page("review-rating", typeof(FinalRatingInput), "Đ7.B.4",
        new("level", FieldKind.Choice) { Required = true, Options = Enum.GetNames<QualityRating>(), RequiredBy = "Đ7.B.4" },
        new("decidingBody", FieldKind.Text) { Required = true, MaxLength = 300 },
        new("documentNumber", FieldKind.Text) { Required = true, MaxLength = 100 },
        new("documentDate", FieldKind.Date) { Required = true }).CheckedBy(new FinalRatingValidator());

    public static FormSchema Remedies { get; } = Page("review-remedies", typeof(RemediesInput), "Đ5.6",
        Progress("followed"), Progress("individualFollowed"), new("report", FieldKind.LongText) { MaxLength = 8000, IsContent = true })
            .CheckedBy(new RemediesValidator());

    public static FormSchema AdHocStart { get; } = Page("review-adhoc", typeof(AdHocReviewInput), "Đ5.6",
        new("areaId", FieldKind.Area) { Required = true, RequiredBy = "Đ5.6" },
        new("trigger", FieldKind.Choice) { Required = true, Options = Enum.GetNames<AdHocReviewTrigger>(), RequiredBy = "Đ5.6" },
        new("triggerText", FieldKind.LongText) { Required = true, MaxLength = 2000, IsContent = true, RequiredBy = "Đ5.6" })
            .CheckedBy(new AdHocReviewValidator())
            with
    { IsReviewed = true };

    public static IReadOnlyList<FormSchema> OfCycle { get; } = [Cycle, Dossier, Again, QuotaOverride, Reschedule, Sent];

    public static IReadOnlyList<FormSchema> OfArea { get; } = WithApart(
        MemberInput, Proposal, Final, Consultation, Assign, Decision, Collective, Outcome, Release, Issue, Conference, Postponed, Advice,
        Conclusion, FinalRating, Remedies);

    public static IReadOnlyList<FormSchema> OfAdHoc { get; } = WithApart(
        AdHocStart, AdHocProposal, AdHocFinal, AdHocDecision, AdHocCollective, AdHocAdvice);

    /// <summary>The form that fills an input.</summary>
    internal static FormSchema Of<T>() => OfCycle.Concat(OfArea).Concat(OfAdHoc).First(f => f.InputType == typeof(T));

    private static FormSchema Page(string key, Type input, string? clause, params FormField[] fields) =>
        new(key, input, new FormPage(key["review-".Length..], clause, [SecrecyGate.Field, .. fields]));

    // Beside each form that has such fields, one that holds nothing else.
    private static IReadOnlyList<FormSchema> WithApart(params FormSchema[] forms) =>
        [
            .. forms,
            .. forms.Where(f => f.Fields.Any(IsApart))
            .Select(
                f => new FormSchema(
                    f.Key + ApartForms.Ending, typeof(ApartRecord), new FormPage("apart", null, [.. f.Fields.Where(IsApart)]))),
        ];

    /// <summary>It has fields that name individuals, and are kept apart .</summary>
    public static bool HasApart(string? formKey) => OfArea.Concat(OfAdHoc).Any(f => f.Key == formKey && f.Fields.Any(IsApart));

    /// <summary>What it says outside of the part that is kept apart may be about individuals as well .</summary>
    public static bool SpeaksOfAll(string formKey, JsonObject form) =>
        FormsOnAll.Contains(formKey) || WordsOnAll.Any(w => !string.IsNullOrWhiteSpace(form[w]?.ToString()));

    /// <summary>Files of a proposal that speaks of individuals alone are about them, wherever they were given.</summary>
    public static JsonObject WithFilesOfIndividuals(JsonObject form)
    {
        if (form["individuals"] is not JsonArray { Count: > 0 } || form["suggestions"] is JsonArray { Count: > 0 }
            || form["files"] is not JsonArray { Count: > 0 } files)
        {
            return form;
        }

        var moved = (JsonObject)form.DeepClone();
        moved["individualFiles"] = new JsonArray(
            [.. (form["individualFiles"] as JsonArray ?? []).Concat(files).Select(f => f?.DeepClone())]);
        moved.Remove("files");
        return moved;
    }

    private static bool IsApart(FormField field) => ApartFields.Contains(field.Name);

    private static FormField Matters(string name) => new(name, FieldKind.Rows)
    {
        IsContent = true,
        Items =
        [
            new("matter", FieldKind.LongText) { Required = true, MaxLength = 4000, RequiredBy = "Đ5.6" },
            new("evidence", FieldKind.LongText) { MaxLength = 2000 },
            new("suggestedSubject", FieldKind.Text) { MaxLength = 300 },
        ],
    };

    private static FormPage Content() => new(
        "suggestions",
        "Đ5.6",
        SecrecyGate.Field,
        new("noSuggestion", FieldKind.YesNo) { Required = true, RequiredBy = "Đ5.6" },
        new("noSuggestionReason", FieldKind.LongText)
        {
            Required = true,
            IsReason = true,
            MaxLength = 2000,
            When = new("noSuggestion", "true"),
            IsContent = true,
        },
        new("suggestions", FieldKind.Rows)
        {
            When = new("noSuggestion", "false"),
            IsContent = true,
            Clause = "Đ5.6",
            Items = Suggestion(individual: false),
        },
        new("individuals", FieldKind.Rows)
        {
            When = new("noSuggestion", "false"),
            IsContent = true,
            Clause = "Đ4.1-3",
            Items = Suggestion(individual: true),
        });

    private static FormField[] Suggestion(bool individual)
    {
        var when = individual ? new FieldCondition("keptOffSystem", "false") : null;
        FormField[] content =
        [
            new("subjectName", FieldKind.Text) { Required = true, MaxLength = 300, When = when, RequiredBy = "Đ5.6" },
            new("domain", FieldKind.WorkDomain) { Required = true, When = when, RequiredBy = "Đ2.2" },
            new("matter", FieldKind.LongText) { Required = true, MaxLength = 4000, When = when, RequiredBy = "Đ5.6" },
            new("evidence", FieldKind.LongText) { MaxLength = 2000, When = when },
            new("evidenceCases", FieldKind.Cases) { When = when },
            new("noEvidenceReason", FieldKind.LongText)
            {
                Required = true,
                DemandedByRules = true,
                MaxLength = 1000,
                When = when,
                InsteadOf = ["evidence", "evidenceCases"],
            },
            new("suggestedText", FieldKind.LongText) { Required = true, MaxLength = 2000, When = when, RequiredBy = "Đ5.6" },
            new("clarifyCause", FieldKind.YesNo) { When = when, IsOneOf = true },
            new("clarifyCollective", FieldKind.YesNo) { When = when, IsOneOf = true },
            new("clarifyIndividuals", FieldKind.YesNo) { When = when, IsOneOf = true },
            new("clarifyRemedy", FieldKind.YesNo) { When = when, IsOneOf = true },
            new("basisDocument", FieldKind.Text) { MaxLength = 500, When = when },
            new("earlier", FieldKind.Text) { MaxLength = 300, When = when },
            new("democraticCentralism", FieldKind.YesNo) { Clause = "Đ7.A.4", When = when },
            new("leadershipUnity", FieldKind.YesNo) { Clause = "Đ7.A.4", When = when },
            new("personnelOfStandingCommittee", FieldKind.YesNo) { Clause = "Đ7.A.4", When = when },
        ];
        return !individual ? content :
        [
            new("keptOffSystem", FieldKind.YesNo) { Required = true, IsQuestion = true, Clause = "Đ7.A.6" },
            new("stub", FieldKind.Section)
            {
                When = new("keptOffSystem", "true"),
                Required = true,
                DemandedByRules = true,
                Items =
                [
                    new("documentNumber", FieldKind.Text) { MaxLength = 100 },
                    new("documentDate", FieldKind.Date),
                    new("level", FieldKind.Choice) { Options = Enum.GetNames<SecrecyLevel>() },
                    new("keeper", FieldKind.Text) { Required = true, MaxLength = 200 },
                    new("storagePlace", FieldKind.Text) { Required = true, MaxLength = 200 },
                    new("toldTo", FieldKind.Text) { MaxLength = 300 },
                ],
            },
            .. content,
        ];
    }

    private static FormPage Rating()
    {
        return new FormPage("rating", "Đ7.B.4", new FormField("rating", FieldKind.Section)
        {
            Required = true,
            Clause = "Đ7.B.4",
            Items =
            [
                new("level", FieldKind.Choice) { Required = true, Options = Enum.GetNames<QualityRating>(), RequiredBy = "Đ7.B.4" },
                new("score", FieldKind.Integer),
                new("justification", FieldKind.LongText) { Required = true, MaxLength = 3000, IsContent = true, RequiredBy = "Đ7.B.4" },
                new("conditions", FieldKind.Rows)
                {
                    When = new("level", nameof(QualityRating.Excellent)),
                    Required = true,
                    IsGiven = true,
                    ForAll = ("state", nameof(ConditionState.Met)),
                    Items =
                    [
                        NumberOf,
                        new("condition", FieldKind.Text) { Required = true, MaxLength = 300, IsTold = true },
                        new("state", FieldKind.Choice) { Required = true, Options = Enum.GetNames<ConditionState>() },
                    ],
                },
                new("conditionReason", FieldKind.LongText)
                {
                    MaxLength = 1000,
                    When = new("level", nameof(QualityRating.Excellent)),
                    IsContent = true,
                },
            ],
        });
    }

    private static FormPage Handling() => new("handling", "Đ11", new FormField("handling", FieldKind.Rows)
    {
        Items =
        [
            new("departmentId", FieldKind.Department) { Required = true },
            new("handling", FieldKind.Choice) { Required = true, Options = Enum.GetNames<OpinionHandling>() },
            new("reason", FieldKind.LongText)
            {
                MaxLength = 1000,
                IsContent = true,
                RequiredWhen = new("handling", nameof(OpinionHandling.NotAccepted), nameof(OpinionHandling.PartlyAccepted)),
            },
        ],
    });

    private static FormPage Conflicts(params FormField[] more) =>
        new("conflicts", "Đ4.1-5", [new("conflictedIds", FieldKind.People), CaseForms.Files,
            new("individualFiles", FieldKind.Files), .. more]);

    private static FormField[] Items()
    {
        FormField Rows(string name) => new(name, FieldKind.Rows)
        {
            IsContent = true,
            IsGiven = true,
            ForAll = ("decision", nameof(LeaderDecisionKind.Keep)),
            ForOne = ("decision", nameof(LeaderDecisionKind.Amend)),
            Items =
            [
                NumberOf,
                new("decision", FieldKind.Choice) { Required = true, Options = Enum.GetNames<LeaderDecisionKind>() },
                new("text", FieldKind.LongText)
                {
                    Required = true,
                    MaxLength = 2000,
                    When = new("decision", nameof(LeaderDecisionKind.Amend)),
                },
                new("reason", FieldKind.LongText)
                {
                    Required = true,
                    IsReason = true,
                    MaxLength = 1000,
                    When = new("decision", nameof(LeaderDecisionKind.Drop)),
                },
            ],
        };
        return [Rows("suggestions"), Rows("individuals")];
    }

    private static FormField[] RatingDecision() =>
    [
        new("ratingDecision", FieldKind.Choice)
        {
            Required = true,
            Options = Enum.GetNames<RatingDecisionKind>(),
            Clause = "Đ7.B.4",
            DemandedByRules = true,
        },
        new("ratingLevel", FieldKind.Choice)
        {
            Required = true,
            Options = Enum.GetNames<QualityRating>(),
            When = new("ratingDecision", nameof(RatingDecisionKind.Change)),
        },
        new("ratingReason", FieldKind.LongText)
        {
            Required = true,
            IsReason = true,
            MaxLength = 1000,
            When = new("ratingDecision", nameof(RatingDecisionKind.Change)),
            IsContent = true,
        },
    ];

    private static FormField[] Meeting(bool full)
    {
        FormField[] basic =
        [
            new("meetingDate", FieldKind.Date) { Required = true, DemandedByRules = true },
            new("form", FieldKind.Choice) { Required = true, Options = Enum.GetNames<CollectiveForm>(), DemandedByRules = true },
        ];
        return !full ? basic :
        [
            .. basic,
            new("present", FieldKind.Text) { MaxLength = 500 },
            new("votesFor", FieldKind.Integer),
            new("votesAgainst", FieldKind.Integer),
            new("conclusionDocument", FieldKind.Text) { MaxLength = 300, IsContent = true },
        ];
    }

    private static FormField Outcomes(string name) => new(name, FieldKind.Rows)
    {
        IsContent = true,
        IsGiven = true,
        ForAll = ("outcome", nameof(StandingCommitteeOutcome.Approved)),
        Items =
        [
            NumberOf,
            new("outcome", FieldKind.Choice) { Required = true, Options = Enum.GetNames<StandingCommitteeOutcome>() },
            new("finalText", FieldKind.LongText)
            {
                Required = true,
                MaxLength = 2000,
                When = new("outcome", nameof(StandingCommitteeOutcome.ApprovedWithChange)),
            },
        ],
    };

    private static FormField Progress(string name) => new(name, FieldKind.Rows)
    {
        IsContent = true,
        IsGiven = true,
        ForAll = ("state", nameof(RemedyState.Done)),
        Items =
        [
            NumberOf, new("state", FieldKind.Choice) { Required = true, Options = Enum.GetNames<RemedyState>() },
            new("doneOn", FieldKind.Date) { When = new("state", nameof(RemedyState.Done)) },
            new("note", FieldKind.LongText) { MaxLength = 2000 },
        ],
    };

    private static FormField Releases(string name) => new(name, FieldKind.Rows)
    {
        IsContent = true,
        IsGiven = true,
        ForAll = ("released", "true"),
        Items = [NumberOf, new("released", FieldKind.YesNo) { Required = true, IsQuestion = true }],
    };

    private static FormField[] FollowUps()
    {
        FormField Rows(string name) => new(name, FieldKind.Rows)
        {
            IsContent = true,
            IsGiven = true,
            Items =
            [
                NumberOf,
                new("explanation", FieldKind.LongText) { Required = true, MaxLength = 4000 },
                new("cause", FieldKind.LongText) { MaxLength = 2000 },
                new("responsibility", FieldKind.LongText) { MaxLength = 2000 },
                new("assessment", FieldKind.Choice) { Required = true, Options = Enum.GetNames<FollowUpAssessment>() },
                new("reason", FieldKind.LongText) { Required = true, MaxLength = 1000, IsReason = true },
            ],
        };
        FormField Remedies(string name) => new(name, FieldKind.Rows)
        {
            IsContent = true,
            Items =
            [
                NumberOf, new("what", FieldKind.LongText) { Required = true, MaxLength = 2000 },
                new("who", FieldKind.Text) { Required = true, MaxLength = 300 }, new("by", FieldKind.Date) { Required = true },
            ],
        };
        return [Rows("suggestions"), Rows("individuals"), Remedies("remedies"), Remedies("individualRemedies")];
    }
}
