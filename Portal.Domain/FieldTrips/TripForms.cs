using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

/// <summary>The forms of P1, F2 to F6, page by page.</summary>
public static class TripForms
{
    private static readonly FieldCondition NotPlanned = new("planItemId", "");

    // Static fields are made in the order in which they stand.
    private static readonly FormField Programme = new("programme", FieldKind.Rows)
    {
        IsContent = true,
        Items =
        [
            new("date", FieldKind.Date) { Required = true, RequiredBy = "Đ8.1", IsColumn = true },
            new("from", FieldKind.Time) { Required = true, RequiredBy = "Đ8.1", IsColumn = true },
            new("to", FieldKind.Time),
            new("place", FieldKind.Text) { Required = true, MaxLength = 300, RequiredBy = "Đ8.1", IsColumn = true },
            new("with", FieldKind.Text) { MaxLength = 300 },
            new("content", FieldKind.LongText) { Required = true, MaxLength = 2000, RequiredBy = "Đ8.1", IsColumn = true },
        ],
    };

    private static readonly FormField Met = new("met", FieldKind.Rows)
    {
        Required = true,
        RequiredBy = "Đ8.1",
        IsContent = true,
        Items =
        [
            new("areaId", FieldKind.Area) { Required = true },
            new("place", FieldKind.Text) { Required = true, MaxLength = 300 },
            new("person", FieldKind.Text) { Required = true, MaxLength = 300 },
            new("content", FieldKind.LongText) { Required = true, MaxLength = 3000 },
        ],
    };

    private static readonly FormField Situation = new("situation", FieldKind.Rows)
    {
        Required = true,
        RequiredBy = "Đ5.1",
        IsContent = true,
        Items =
        [
            new("areaId", FieldKind.Area) { Required = true },
            new("domain", FieldKind.WorkDomain) { Required = true, RequiredBy = "Đ2.2" },
            new("text", FieldKind.LongText) { Required = true, MaxLength = 6000, RequiredBy = "Đ5.1" },
        ],
    };

    /// <summary>F2. A usual trip needs its first page alone.</summary>
    public static FormSchema Notice { get; } = new FormSchema("trip-notice", typeof(TripNoticeInput),
        new FormPage("trip", "Đ8.1",
            SecrecyGate.Field,
            new("planItemId", FieldKind.Source),
            new("areaIds", FieldKind.Areas) { Required = true, RequiredBy = "Đ8.1" },
            new("departsAt", FieldKind.DateTime) { Required = true, RequiredBy = "Đ8.1" },
            new("returnsAt", FieldKind.DateTime) { Required = true, RequiredBy = "Đ8.1" },
            new("lateReason", FieldKind.LongText) { MaxLength = 1000, IsContent = true, SometimesRequired = true },
            new("place", FieldKind.Text) { Required = true, MaxLength = 300, Clause = "Đ8.1" },
            new("adHocReason", FieldKind.Choice)
            {
                Required = true,
                Options = Enum.GetNames<AdHocReason>(),
                When = NotPlanned,
                RequiredBy = "Đ8.1",
            },
            new("adHocText", FieldKind.LongText) { Required = true, MaxLength = 1000, IsContent = true, When = NotPlanned },
            new("purpose", FieldKind.LongText) { Required = true, MaxLength = 3000, Clause = "Đ8.1", IsContent = true },
            new("domains", FieldKind.WorkDomains) { Required = true, Clause = "Đ2.2" },
            new("participantIds", FieldKind.People) { Required = true },
            new("tripLeaderId", FieldKind.Person) { Required = true },
            Programme),
        new FormPage("more", "Đ7.A.5",
            new("expectsToSpeak", FieldKind.YesNo) { Required = true, Clause = "Đ7.A.5" },
            CaseForms.Speech("expectsToSpeak", delivered: false),
            new("reportedOrally", FieldKind.YesNo) { SometimesRequired = true },
            CaseForms.Oral(new FieldCondition("reportedOrally", "true")),
            new("meetingIds", FieldKind.Cases),
            new("subUnits", FieldKind.Text) { MaxLength = 500, Clause = "Đ9.4" },
            new("transport", FieldKind.Text) { MaxLength = 300 },
            new("documents", FieldKind.LongText) { MaxLength = 1000, IsContent = true },
            CaseForms.Files)).CheckedBy(new TripNoticeValidator()) with
    { IsReviewed = true, IsWrittenTogether = true };

    public static FormSchema PriorContact { get; } = new FormSchema("prior-contact", typeof(PriorContactInput),
        new FormPage("contacts", "Đ9.2",
            SecrecyGate.Field,
            new FormField("contacts", FieldKind.Rows)
            {
                Required = true,
                Clause = "Đ9.2",
                Items =
                [
                    new("areaId", FieldKind.Area) { Required = true, RequiredBy = "Đ9.2" },
                    new("exception", FieldKind.YesNo) { Required = true, DemandedByRules = true },
                    new("exceptionReason", FieldKind.Choice)
                    {
                        Required = true,
                        DemandedByRules = true,
                        Options = Enum.GetNames<ContactException>(),
                        When = new("exception", "true"),
                    },
                    new("exceptionText", FieldKind.LongText)
                    {
                        Required = true,
                        IsReason = true,
                        MaxLength = 1000,
                        When = new("exception", "true"),
                        IsContent = true,
                    },
                    new("contactPerson", FieldKind.Text)
                    {
                        Required = true,
                        MaxLength = 200,
                        When = new("exception", "false"),
                        DemandedByRules = true,
                    },
                    new("position", FieldKind.Text)
                    {
                        Required = true,
                        MaxLength = 200,
                        When = new("exception", "false"),
                        DemandedByRules = true,
                    },
                    new("at", FieldKind.DateTime) { Required = true, When = new("exception", "false"), DemandedByRules = true },
                    new("channel", FieldKind.Choice)
                    {
                        Required = true,
                        DemandedByRules = true,
                        Options = Enum.GetNames<ContactChannel>(),
                        When = new("exception", "false"),
                    },
                    new("withAreaLeaders", FieldKind.YesNo) { Required = true, When = new("exception", "false"), DemandedByRules = true },
                    new("areaLeaderName", FieldKind.Text)
                    {
                        Required = true,
                        MaxLength = 200,
                        When = new("withAreaLeaders", "true"),
                        DemandedByRules = true,
                    },
                    new("areaLeaderContent", FieldKind.LongText)
                    {
                        Required = true,
                        MaxLength = 1000,
                        When = new("withAreaLeaders", "true"),
                        IsContent = true,
                    },
                    new("agreed", FieldKind.LongText) { MaxLength = 1000, When = new("exception", "false"), IsContent = true },
                    new("programmeChanges", FieldKind.LongText) { MaxLength = 1000, When = new("exception", "false"), IsContent = true },
                ],
            })).CheckedBy(new PriorContactValidator());

    public static FormSchema Cancel { get; } = new FormSchema("trip-cancel", typeof(TripCancelInput),
        new FormPage("cancel", null,
            SecrecyGate.Field,
            new("by", FieldKind.Choice) { Required = true, Options = Enum.GetNames<CancelledBy>() },
            CaseForms.Reason(),
            new("areaInformed", FieldKind.YesNo) { Required = true, IsQuestion = true },
            new("informedPerson", FieldKind.Text) { MaxLength = 200, When = new("areaInformed", "true") },
            new("informedChannel", FieldKind.Choice)
            {
                Options = Enum.GetNames<ContactChannel>(),
                When = new("areaInformed", "true"),
            })).CheckedBy(new TripCancelValidator());

    public static FormSchema Change { get; } = new FormSchema("trip-change", typeof(TripChangeInput),
        new FormPage("change", "Đ8.1",
            SecrecyGate.Field,
            new("departsAt", FieldKind.DateTime),
            new("returnsAt", FieldKind.DateTime),
            new("place", FieldKind.Text) { MaxLength = 300 },
            new("purpose", FieldKind.LongText) { MaxLength = 3000, IsContent = true },
            new("participantIds", FieldKind.People),
            Programme,
            CaseForms.Reason())).CheckedBy(new TripChangeValidator()) with
    { IsReviewed = true };

    public static FormSchema Departure { get; } = new FormSchema("trip-departure", typeof(DepartureInput),
        new FormPage("departure", "Đ7.A.5",
            SecrecyGate.Field,
            new("departedAt", FieldKind.DateTime) { Required = true, RequiredBy = "Đ7.A.5" },
            new FormField("participants", FieldKind.Rows)
            {
                Required = true,
                Items =
                [
                    new("personId", FieldKind.Person) { Required = true },
                    new("went", FieldKind.YesNo) { Required = true },
                    new("reason", FieldKind.Text)
                    {
                        Required = true,
                        DemandedByRules = true,
                        MaxLength = 500,
                        When = new("went", "false"),
                        IsContent = true,
                    },
                ],
            })).CheckedBy(new DepartureValidator());

    public static FormSchema Notes { get; } = new FormSchema("trip-notes", typeof(TripNotesInput),
        new FormPage("notes", "Đ7.A.5",
            SecrecyGate.Field,
            new("returnedAt", FieldKind.DateTime) { Required = true },
            new("notes", FieldKind.LongText) { MaxLength = 20000, IsContent = true },
            new("deviations", FieldKind.LongText) { MaxLength = 3000, IsContent = true },
            CaseForms.Files)).CheckedBy(new TripNotesValidator());

    /// <summary>Step 8: what one of those on the way writes down.</summary>
    public static FormSchema Note { get; } = new FormSchema("trip-note", typeof(TripNoteInput),
        new FormPage("note", "Đ7.A.5",
            SecrecyGate.Field,
            new("note", FieldKind.LongText) { Required = true, MaxLength = 20000, IsContent = true },
            CaseForms.Files)).CheckedBy(new TripNoteValidator());

    /// <summary>Step 9: what a participant adds to the report.</summary>
    public static FormSchema ResultPart { get; } = new FormSchema("trip-result-part", typeof(TripResultPartInput),
        new FormPage("part", "Đ7.A.5",
            SecrecyGate.Field,
            Met with { Required = false },
            Situation with { Required = false },
            new("guidance", FieldKind.LongText) { MaxLength = 3000, Clause = "Đ5.4", IsContent = true },
            new("proposals", FieldKind.LongText) { MaxLength = 3000, IsContent = true },
            new("concernsPersonnel", FieldKind.YesNo) { IsQuestion = true, Clause = "Đ4.1-3" },
            CaseForms.Files)).CheckedBy(new TripResultPartValidator());

    public static FormSchema Result { get; } = new FormSchema("trip-result", typeof(TripResultInput),
        new FormPage("facts", "Đ7.A.5",
            SecrecyGate.Field,
            new("actualFrom", FieldKind.DateTime) { Required = true, RequiredBy = "Đ8.1" },
            new("actualTo", FieldKind.DateTime) { Required = true, RequiredBy = "Đ8.1" },
            new("participantIds", FieldKind.People) { Required = true },
            new("punctuality", FieldKind.LongText) { Required = true, MaxLength = 1000, Clause = "Đ7.A.5", IsContent = true },
            new("deviations", FieldKind.LongText) { MaxLength = 3000, IsContent = true, SometimesRequired = true },
            new("lateReason", FieldKind.LongText) { MaxLength = 1000, IsContent = true, SometimesRequired = true },
            Met),
        new FormPage("situation", "Đ5.1",
            Situation,
            CaseForms.Items,
            CaseForms.Issues),
        new FormPage("outcome", "Đ5.4",
            new("commitments", FieldKind.LongText) { MaxLength = 3000, IsContent = true },
            new("guidance", FieldKind.LongText) { MaxLength = 3000, Clause = "Đ5.4", IsContent = true },
            new("spoke", FieldKind.YesNo) { Required = true, Clause = "Đ7.A.5" },
            CaseForms.Speech("spoke", delivered: true),
            new("cooperation", FieldKind.Choice) { Options = Enum.GetNames<Cooperation>(), Clause = "Đ9.4" },
            new("cooperationText", FieldKind.LongText)
            {
                Required = true,
                RequiredBy = "Đ9.4",
                MaxLength = 2000,
                When = new("cooperation", nameof(Cooperation.Obstructed)),
                IsContent = true,
            },
            new("proposals", FieldKind.LongText) { MaxLength = 3000, IsContent = true },
            new("assessment", FieldKind.Choice) { Required = true, Options = Enum.GetNames<TripAssessment>() },
            new("assessmentReason", FieldKind.LongText)
            {
                Required = true,
                MaxLength = 1000,
                When = new("assessment", nameof(TripAssessment.Partly), nameof(TripAssessment.NotAchieved)),
                IsContent = true,
            },
            new("concernsPersonnel", FieldKind.YesNo) { Required = true, IsQuestion = true, Clause = "Đ4.1-3" },
            CaseForms.Files)).CheckedBy(new TripResultValidator()) with
    { IsReviewed = true };

    /// <summary>Never filled in by itself: the Restricted part of <see cref="Result"/>.</summary>
    public static FormSchema ResultApart { get; } = new FormSchema(
        Result.Key + ApartForms.Ending, typeof(TripResultApart), new FormPage("apart", "Đ4.1-3", CaseForms.Items, CaseForms.Issues));

    public static IReadOnlyList<FormSchema> All { get; } =
        [
            Notice, PriorContact, CaseForms.Opinion, CaseForms.OralReport, CaseForms.ReasonOnly, Cancel, Change, Departure, Notes, Result,
            Note, ResultPart, ResultApart, CaseForms.Review, CaseForms.Extension,
        ];
}
