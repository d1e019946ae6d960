using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

/// <summary>The forms of P1, F2 to F6, page by page.</summary>
public static class TripForms
{
    private static readonly FormField Files = new("files", FieldKind.Files) { IsContent = true };

    private static FormField Reason(string name = "reason") => new(name, FieldKind.LongText) { Required = true, MaxLength = 2000, IsContent = true };

    private static FormField Directives { get; } = new("directives", FieldKind.Rows)
    {
        Clause = "Đ4.1-2",
        IsContent = true,
        Items =
        [
            new("content", FieldKind.LongText) { Required = true, MaxLength = 2000 },
            new("assigneeId", FieldKind.Person) { Required = true },
            new("due", FieldKind.Date),
        ],
    };

    private static FormField Oral(FieldCondition? when = null) => new("oralReport", FieldKind.Section)
    {
        When = when,
        Required = true,
        Items =
        [
            new("toId", FieldKind.Person) { Required = true },
            new("at", FieldKind.DateTime) { Required = true },
            new("channel", FieldKind.Choice) { Required = true, Options = Enum.GetNames<ContactChannel>() },
            new("answer", FieldKind.LongText) { MaxLength = 1000, IsContent = true },
        ],
    };

    private static FormField Speech(string when, bool delivered)
    {
        FormField[] items =
        [
            new("topic", FieldKind.Text) { Required = true, MaxLength = 300 },
            new("domain", FieldKind.WorkDomain) { Required = true },
            new("content", FieldKind.LongText) { Required = !delivered, MaxLength = 8000 },
            new("constructive", FieldKind.YesNo) { Required = true },
            new("delivered", FieldKind.LongText) { Required = delivered, MaxLength = 8000 },
        ];
        return new FormField("speech", FieldKind.Section)
        {
            When = new FieldCondition(when, "true"),
            Required = true,
            Clause = "Đ7.A.5",
            IsContent = true,
            Items = delivered ? items : items[..4],
        };
    }

    public static FormSchema Notice { get; } = new FormSchema("trip-notice", typeof(TripNoticeInput),
        new FormPage("where-when", "Đ8.1",
            SecrecyGate.Field,
            new("areaIds", FieldKind.Areas) { Required = true },
            new("departsAt", FieldKind.DateTime) { Required = true },
            new("returnsAt", FieldKind.DateTime) { Required = true },
            new("place", FieldKind.Text) { Required = true, MaxLength = 300, Clause = "Đ8.1" },
            new("lateReason", FieldKind.LongText) { MaxLength = 1000, IsContent = true }),
        new FormPage("purpose", "Đ8.1",
            new("planItemId", FieldKind.Cases) { ProcessKey = "monthly-trip-plan" },
            new("adHocReason", FieldKind.Choice) { Required = true, Options = Enum.GetNames<AdHocReason>() },
            new("adHocText", FieldKind.LongText) { Required = true, MaxLength = 1000, IsContent = true },
            new("purpose", FieldKind.LongText) { Required = true, MaxLength = 3000, Clause = "Đ8.1", IsContent = true },
            new("domains", FieldKind.WorkDomains) { Required = true, Clause = "Đ2.2" }),
        new FormPage("programme", "Đ8.1",
            new FormField("programme", FieldKind.Rows)
            {
                Required = true,
                IsContent = true,
                Items =
                [
                    new("date", FieldKind.Date) { Required = true },
                    new("from", FieldKind.Time) { Required = true },
                    new("to", FieldKind.Time),
                    new("place", FieldKind.Text) { Required = true, MaxLength = 300 },
                    new("with", FieldKind.Text) { MaxLength = 300 },
                    new("content", FieldKind.LongText) { Required = true, MaxLength = 2000 },
                ],
            }),
        new FormPage("people", "Đ7.B.1",
            new("participantIds", FieldKind.People) { Required = true },
            new("tripLeaderId", FieldKind.Person) { Required = true },
            new("meetingIds", FieldKind.Cases) { ProcessKey = "meeting-attendance" },
            new("transport", FieldKind.Text) { MaxLength = 300 },
            new("documents", FieldKind.LongText) { MaxLength = 1000, IsContent = true },
            Files),
        new FormPage("speech", "Đ7.A.5",
            new("expectsToSpeak", FieldKind.YesNo) { Required = true, Clause = "Đ7.A.5" },
            Speech("expectsToSpeak", delivered: false),
            new("reportedOrally", FieldKind.YesNo),
            Oral(new FieldCondition("reportedOrally", "true")))).CheckedBy(new TripNoticeValidator());

    public static FormSchema PriorContact { get; } = new FormSchema("prior-contact", typeof(PriorContactInput),
        new FormPage("contacts", "Đ9.2",
            SecrecyGate.Field,
            new FormField("contacts", FieldKind.Rows)
            {
                Required = true,
                Clause = "Đ9.2",
                Items =
                [
                    new("areaId", FieldKind.Area) { Required = true },
                    new("exception", FieldKind.YesNo) { Required = true },
                    new("exceptionReason", FieldKind.Choice) { Required = true, Options = Enum.GetNames<ContactException>(), When = new("exception", "true") },
                    new("exceptionText", FieldKind.LongText) { Required = true, MaxLength = 1000, When = new("exception", "true"), IsContent = true },
                    new("contactPerson", FieldKind.Text) { Required = true, MaxLength = 200, When = new("exception", "false") },
                    new("position", FieldKind.Text) { Required = true, MaxLength = 200, When = new("exception", "false") },
                    new("at", FieldKind.DateTime) { Required = true, When = new("exception", "false") },
                    new("channel", FieldKind.Choice) { Required = true, Options = Enum.GetNames<ContactChannel>(), When = new("exception", "false") },
                    new("withAreaLeaders", FieldKind.YesNo) { Required = true, When = new("exception", "false") },
                    new("areaLeaderName", FieldKind.Text) { Required = true, MaxLength = 200, When = new("withAreaLeaders", "true") },
                    new("areaLeaderContent", FieldKind.LongText) { Required = true, MaxLength = 1000, When = new("withAreaLeaders", "true"), IsContent = true },
                    new("agreed", FieldKind.LongText) { MaxLength = 1000, When = new("exception", "false"), IsContent = true },
                    new("programmeChanges", FieldKind.LongText) { MaxLength = 1000, When = new("exception", "false"), IsContent = true },
                ],
            })).CheckedBy(new PriorContactValidator());

    public static FormSchema Opinion { get; } = new FormSchema("leader-opinion", typeof(LeaderOpinionInput),
        new FormPage("opinion", "Đ4.1-2",
            SecrecyGate.Field,
            new("opinion", FieldKind.LongText) { MaxLength = 2000, IsContent = true },
            Directives)).CheckedBy(new LeaderOpinionValidator(opinionRequired: false));

    public static FormSchema OralReport { get; } = new FormSchema("oral-report", typeof(OralReportForm),
        new FormPage("oral", "Đ7.A.5", SecrecyGate.Field, Oral())).CheckedBy(new OralReportFormValidator());

    public static FormSchema ReasonOnly { get; } = new FormSchema("reason", typeof(ReasonInput),
        new FormPage("reason", null, SecrecyGate.Field, Reason())).CheckedBy(new ReasonValidator(required: false));

    public static FormSchema Cancel { get; } = new FormSchema("trip-cancel", typeof(TripCancelInput),
        new FormPage("cancel", null,
            SecrecyGate.Field,
            new("by", FieldKind.Choice) { Required = true, Options = Enum.GetNames<CancelledBy>() },
            Reason(),
            new("areaInformed", FieldKind.YesNo) { Required = true })).CheckedBy(new TripCancelValidator());

    public static FormSchema Change { get; } = new FormSchema("trip-change", typeof(TripChangeInput),
        new FormPage("change", "Đ8.1",
            SecrecyGate.Field,
            new("departsAt", FieldKind.DateTime),
            new("returnsAt", FieldKind.DateTime),
            new("place", FieldKind.Text) { MaxLength = 300 },
            new("purpose", FieldKind.LongText) { MaxLength = 3000, IsContent = true },
            new("participantIds", FieldKind.People),
            Reason())).CheckedBy(new TripChangeValidator());

    public static FormSchema Departure { get; } = new FormSchema("trip-departure", typeof(DepartureInput),
        new FormPage("departure", "Đ7.A.5",
            SecrecyGate.Field,
            new("departedAt", FieldKind.DateTime) { Required = true },
            new FormField("participants", FieldKind.Rows)
            {
                Required = true,
                Items =
                [
                    new("personId", FieldKind.Person) { Required = true },
                    new("went", FieldKind.YesNo) { Required = true },
                    new("reason", FieldKind.Text) { Required = true, MaxLength = 500, When = new("went", "false"), IsContent = true },
                ],
            })).CheckedBy(new DepartureValidator());

    public static FormSchema Notes { get; } = new FormSchema("trip-notes", typeof(TripNotesInput),
        new FormPage("notes", "Đ7.A.5",
            SecrecyGate.Field,
            new("returnedAt", FieldKind.DateTime) { Required = true },
            new("notes", FieldKind.LongText) { MaxLength = 20000, IsContent = true },
            new("deviations", FieldKind.LongText) { MaxLength = 3000, IsContent = true },
            Files)).CheckedBy(new TripNotesValidator());

    public static FormSchema Result { get; } = new FormSchema("trip-result", typeof(TripResultInput),
        new FormPage("facts", "Đ7.A.5",
            SecrecyGate.Field,
            new("actualFrom", FieldKind.DateTime) { Required = true },
            new("actualTo", FieldKind.DateTime) { Required = true },
            new("participantIds", FieldKind.People) { Required = true },
            new("punctuality", FieldKind.LongText) { Required = true, MaxLength = 1000, Clause = "Đ7.A.5", IsContent = true },
            new("deviations", FieldKind.LongText) { MaxLength = 3000, IsContent = true },
            new("lateReason", FieldKind.LongText) { MaxLength = 1000, IsContent = true }),
        new FormPage("met", "Đ8.1",
            new FormField("met", FieldKind.Rows)
            {
                Required = true,
                IsContent = true,
                Items =
                [
                    new("areaId", FieldKind.Area) { Required = true },
                    new("place", FieldKind.Text) { Required = true, MaxLength = 300 },
                    new("person", FieldKind.Text) { Required = true, MaxLength = 300 },
                    new("content", FieldKind.LongText) { Required = true, MaxLength = 3000 },
                ],
            }),
        new FormPage("situation", "Đ5.1",
            new FormField("situation", FieldKind.Rows)
            {
                Required = true,
                IsContent = true,
                Items =
                [
                    new("areaId", FieldKind.Area) { Required = true },
                    new("domain", FieldKind.WorkDomain) { Required = true },
                    new("text", FieldKind.LongText) { Required = true, MaxLength = 6000 },
                ],
            }),
        new FormPage("items", "Đ5.1",
            new FormField("items", FieldKind.Rows)
            {
                Clause = "Đ5.1",
                IsContent = true,
                Items =
                [
                    new("areaId", FieldKind.Area) { Required = true },
                    new("kind", FieldKind.Choice) { Required = true, Options = Enum.GetNames<ReportItemKind>() },
                    new("domain", FieldKind.WorkDomain) { Required = true },
                    new("level", FieldKind.Choice) { Required = true, Options = Enum.GetNames<ReportItemLevel>() },
                    new("content", FieldKind.LongText) { Required = true, MaxLength = 4000 },
                    new("proposedHandling", FieldKind.LongText) { MaxLength = 2000 },
                    new("askedOf", FieldKind.Text) { MaxLength = 300 },
                    new("concernsPersonnel", FieldKind.YesNo) { Required = true, Clause = "Đ4.1-3" },
                ],
            },
            new FormField("issues", FieldKind.Rows)
            {
                Clause = "Đ5.3",
                IsContent = true,
                Items =
                [
                    new("areaId", FieldKind.Area) { Required = true },
                    new("category", FieldKind.Choice) { Required = true, Options = Enum.GetNames<IssueCategory>() },
                    new("facts", FieldKind.LongText) { Required = true, MaxLength = 4000 },
                    new("proposedSolution", FieldKind.LongText) { Required = true, MaxLength = 4000, Clause = "Đ5.3" },
                    new("democraticCentralism", FieldKind.YesNo) { Clause = "Đ7.A.4" },
                    new("leadershipUnity", FieldKind.YesNo) { Clause = "Đ7.A.4" },
                    new("personnelOfStandingCommittee", FieldKind.YesNo) { Clause = "Đ7.A.4" },
                ],
            }),
        new FormPage("outcome", "Đ5.4",
            new("commitments", FieldKind.LongText) { MaxLength = 3000, IsContent = true },
            new("guidance", FieldKind.LongText) { MaxLength = 3000, Clause = "Đ5.4", IsContent = true },
            new("spoke", FieldKind.YesNo) { Required = true, Clause = "Đ7.A.5" },
            Speech("spoke", delivered: true),
            new("cooperation", FieldKind.Choice) { Options = Enum.GetNames<Cooperation>(), Clause = "Đ9.4" },
            new("cooperationText", FieldKind.LongText) { Required = true, MaxLength = 2000, When = new("cooperation", nameof(Cooperation.Obstructed)), IsContent = true },
            new("proposals", FieldKind.LongText) { MaxLength = 3000, IsContent = true },
            new("assessment", FieldKind.Choice) { Required = true, Options = Enum.GetNames<TripAssessment>() },
            new("assessmentReason", FieldKind.LongText) { Required = true, MaxLength = 1000, When = new("assessment", nameof(TripAssessment.Partly), nameof(TripAssessment.NotAchieved)), IsContent = true },
            new("concernsPersonnel", FieldKind.YesNo) { Required = true, Clause = "Đ4.1-3" },
            Files)).CheckedBy(new TripResultValidator());

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
                    new("item", FieldKind.Integer) { Required = true },
                    new("direction", FieldKind.LongText) { Required = true, MaxLength = 2000 },
                    new("departmentId", FieldKind.Department),
                ],
            })).CheckedBy(new ResultReviewValidator(opinionRequired: false));

    public static FormSchema Extension { get; } = new FormSchema("trip-extension", typeof(ExtensionInput),
        new FormPage("extension", null,
            SecrecyGate.Field,
            new("newDue", FieldKind.Date) { Required = true },
            Reason())).CheckedBy(new ExtensionValidator());

    public static IReadOnlyList<FormSchema> All { get; } =
        [Notice, PriorContact, Opinion, OralReport, ReasonOnly, Cancel, Change, Departure, Notes, Result, Review, Extension];
}
