using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.Meetings;

/// <summary>The forms of P2, F7 to F10, page by page.</summary>
public static class MeetingForms
{
    private static readonly FieldCondition Extra = new("option", nameof(NominationOption.WithExtra));

    private static readonly FieldCondition Goes = new(
        "option", nameof(NominationOption.LeadAttends), nameof(NominationOption.MemberAttends), nameof(NominationOption.WithExtra));

    private static FormField Extras(FieldCondition? when = null) => new("extras", FieldKind.Rows)
    {
        Required = true,
        Clause = "Đ7.B.3",
        When = when,
        Items =
        [
            new("personId", FieldKind.Person) { Required = true, RequiredBy = "Đ7.B.3" },
            new("covers", FieldKind.Text) { MaxLength = 300, IsContent = true },
        ],
    };

    public static FormSchema Invitation { get; } = new FormSchema("meeting-invitation", typeof(InvitationInput),
        new FormPage("meeting", "Đ9.3",
            SecrecyGate.Field,
            new("areaIds", FieldKind.Areas) { Required = true, RequiredBy = "Đ9.3" },
            new("host", FieldKind.Text) { Required = true, MaxLength = 300 },
            new("meetingTypeId", FieldKind.MeetingType) { Required = true, Clause = "Đ5.2" },
            new("title", FieldKind.Text) { Required = true, MaxLength = 300, IsContent = true },
            new("startsAt", FieldKind.DateTime) { Required = true },
            new("endsAt", FieldKind.DateTime),
            new("withoutInvitation", FieldKind.YesNo) { Required = true, Clause = "Đ6.1" },
            CaseForms.Oral() with { Required = false, SometimesRequired = true, Clause = "Đ5.2" },
            new("online", FieldKind.YesNo) { Required = true },
            new("place", FieldKind.Text) { Required = true, MaxLength = 300, When = new("online", "false"), IsContent = true },
            new("separateReason", FieldKind.Text) { MaxLength = 500, IsContent = true, SometimesRequired = true }),
        new FormPage("invitation", "Đ9.3",
            new("withoutInvitationReason", FieldKind.LongText)
            {
                Required = true,
                IsReason = true,
                MaxLength = 1000,
                When = new("withoutInvitation", "true"),
                IsContent = true,
            },
            new("documentNumber", FieldKind.Text) { MaxLength = 100, When = new("withoutInvitation", "false") },
            new("documentDate", FieldKind.Date) { When = new("withoutInvitation", "false") },
            new("receivedAt", FieldKind.DateTime) { Required = true, When = new("withoutInvitation", "false") },
            new("channel", FieldKind.Choice)
            {
                Required = true,
                Options = Enum.GetNames<InvitationChannel>(),
                When = new("withoutInvitation", "false"),
            },
            new("addressedTo", FieldKind.Choice)
            {
                Required = true,
                Options = Enum.GetNames<InvitationAddressee>(),
                When = new("withoutInvitation", "false"),
            }),
        new FormPage("agenda", "Đ6.1",
            new("agenda", FieldKind.LongText) { MaxLength = 4000, IsContent = true },
            new("domains", FieldKind.WorkDomains) { Clause = "Đ6.1", IsOneOf = true },
            new("outOfScopeReason", FieldKind.LongText)
            {
                Required = true,
                DemandedByRules = true,
                MaxLength = 1000,
                Clause = "Đ6.1",
                IsContent = true,
                InsteadOf = ["domains"],
            },
            new("askedToSpeak", FieldKind.YesNo),
            CaseForms.Files)).CheckedBy(new InvitationValidator()) with
    { IsReviewed = true };

    public static FormSchema Nomination { get; } = new FormSchema("meeting-nomination", typeof(NominationInput),
        new FormPage("nomination", "Đ7.B.3",
            SecrecyGate.Field,
            new("option", FieldKind.Choice) { Required = true, Options = Enum.GetNames<NominationOption>(), Clause = "Đ7.B.3" },
            new("nomineeId", FieldKind.Person) { Required = true, When = Goes, RequiredBy = "Đ7.B.3" },
            new("leadBusyReason", FieldKind.Choice)
            {
                Options = Enum.GetNames<LeadBusyReason>(),
                Clause = "Đ7.B.3",
                SometimesRequired = true,
                When = new("option", nameof(NominationOption.MemberAttends), nameof(NominationOption.WithExtra)),
            },
            new("leadBusyText", FieldKind.Text)
            {
                MaxLength = 500,
                IsContent = true,
                Required = true,
                RequiredBy = "Đ7.B.3",
                When = new("leadBusyReason", nameof(LeadBusyReason.Other)),
            },
            Extras(Extra),
            new("necessityReason", FieldKind.LongText)
            {
                Required = true,
                IsReason = true,
                MaxLength = 500,
                Clause = "Đ7.B.3",
                When = Extra,
                IsContent = true,
            },
            new("notAttendReason", FieldKind.LongText)
            {
                Required = true,
                IsReason = true,
                MaxLength = 1000,
                When = new("option", nameof(NominationOption.NotAttend)),
                IsContent = true,
            },
            new("willSpeak", FieldKind.YesNo) { Required = true, Clause = "Đ7.A.5", When = Goes },
            new("note", FieldKind.LongText) { MaxLength = 1000, IsContent = true })).CheckedBy(new NominationValidator())
                with
    { IsReviewed = true };

    public static FormSchema Consent { get; } = new FormSchema("meeting-consent", typeof(ConsentInput),
        new FormPage("consent", "Đ5.2",
            SecrecyGate.Field,
            new("changedNomineeId", FieldKind.Person),
            new("extraIds", FieldKind.People),
            new("requirements", FieldKind.LongText) { MaxLength = 2000, IsContent = true },
            new("opinion", FieldKind.LongText) { MaxLength = 2000, IsContent = true }))
                .CheckedBy(new ConsentValidator(ConsentNeeds.Nothing));

    public static FormSchema OralConsent { get; } = new FormSchema("oral-consent", typeof(OralReportForm),
        new FormPage("oral", "Đ5.2", SecrecyGate.Field, CaseForms.Oral() with { RequiredBy = "Đ7.A.5" }))
            .CheckedBy(new OralReportFormValidator())
            with
    { IsReviewed = true };

    public static FormSchema ExtraRequest { get; } = new FormSchema("meeting-extra", typeof(ExtraRequestInput),
        new FormPage("extra", "Đ7.B.3",
            SecrecyGate.Field,
            Extras(),
            new("necessityReason", FieldKind.LongText)
            {
                Required = true,
                MaxLength = 500,
                Clause = "Đ7.B.3",
                IsContent = true,
                IsReason = true,
            }))
                .CheckedBy(new ExtraRequestValidator())
                with
    { IsReviewed = true };

    public static FormSchema Move { get; } = new FormSchema("meeting-move", typeof(MeetingMoveInput),
        new FormPage("move", null,
            SecrecyGate.Field,
            new("startsAt", FieldKind.DateTime) { Required = true },
            new("endsAt", FieldKind.DateTime),
            new("place", FieldKind.Text) { MaxLength = 300, IsContent = true },
            CaseForms.Reason())).CheckedBy(new MeetingMoveValidator());

    public static FormSchema Reply { get; } = new FormSchema("meeting-reply", typeof(MeetingReplyInput),
        new FormPage("reply", null,
            SecrecyGate.Field,
            new("sentAt", FieldKind.DateTime) { Required = true },
            new("documentNumber", FieldKind.Text) { MaxLength = 100 },
            new("note", FieldKind.LongText) { MaxLength = 1000, IsContent = true })).CheckedBy(new MeetingReplyValidator());

    public static FormSchema Preparation { get; } = new FormSchema("meeting-preparation", typeof(PreparationInput),
        new FormPage("preparation", "Đ7.A.5",
            SecrecyGate.Field,
            new("willSpeak", FieldKind.YesNo) { Required = true, Clause = "Đ7.A.5" },
            CaseForms.Speech("willSpeak", delivered: false))).CheckedBy(new PreparationValidator());

    public static FormSchema Substitute { get; } = new FormSchema("meeting-substitute", typeof(SubstituteInput),
        new FormPage("substitute", "Đ7.B.3",
            SecrecyGate.Field,
            new("nomineeId", FieldKind.Person),
            CaseForms.Reason())).CheckedBy(new SubstituteValidator());

    public static FormSchema Arrival { get; } = new FormSchema("meeting-arrival", typeof(ArrivalInput),
        new FormPage("arrival", "Đ7.A.5",
            SecrecyGate.Field,
            new("arrivedAt", FieldKind.DateTime) { Required = true, Clause = "Đ7.A.5" },
            new("lateReason", FieldKind.Text) { MaxLength = 500, IsContent = true, SometimesRequired = true }))
                .CheckedBy(new ArrivalValidator());

    public static FormSchema Notes { get; } = new FormSchema("attendance-notes", typeof(AttendanceNotesInput),
        new FormPage("course", "Đ7.A.5",
            SecrecyGate.Field,
            new("leftAt", FieldKind.DateTime),
            new("chairedBy", FieldKind.Text) { MaxLength = 300, IsContent = true },
            new("attendeesOfNote", FieldKind.Text) { MaxLength = 500, IsContent = true },
            new("course", FieldKind.LongText) { Required = true, MaxLength = 20000, Clause = "Đ7.A.5", IsContent = true },
            new("conclusions", FieldKind.LongText) { Required = true, MaxLength = 8000, IsContent = true, RequiredBy = "Đ7.A.5" },
            new("lateReason", FieldKind.LongText) { MaxLength = 1000, IsContent = true, SometimesRequired = true }),
        new FormPage("procedure", "Đ5.2",
            new("procedure", FieldKind.Choice) { Required = true, Options = Enum.GetNames<ProcedureObserved>(), Clause = "Đ5.2" },
            new("procedureText", FieldKind.LongText)
            {
                Required = true,
                RequiredBy = "Đ5.2",
                MaxLength = 3000,
                When = new("procedure", nameof(ProcedureObserved.Shortcomings), nameof(ProcedureObserved.Breach)),
                IsContent = true,
            },
            new("spoke", FieldKind.YesNo) { Required = true, Clause = "Đ6.1" },
            CaseForms.Speech("spoke", delivered: true),
            new("unpreparedReason", FieldKind.Text)
            {
                MaxLength = 500,
                Clause = "Đ7.A.5",
                SometimesRequired = true,
                When = new("spoke", "true"),
                IsContent = true,
            }),
        new FormPage("items", "Đ5.1", CaseForms.Items, CaseForms.Issues),
        new FormPage("share", "Đ7.B.3",
            new("share", FieldKind.LongText)
            {
                Required = true,
                MaxLength = 8000,
                Clause = "Đ7.B.3",
                IsContent = true,
                DemandedByRules = true,
            },
            new("remarks", FieldKind.LongText) { MaxLength = 8000, Clause = "Đ4.1-3", IsContent = true },
            CaseForms.Files)).CheckedBy(new AttendanceNotesValidator()) with
    { IsReviewed = true };

    /// <summary>Never filled in by itself: the Restricted part of <see cref="Notes"/>.</summary>
    public static FormSchema Remarks { get; } = new FormSchema(Notes.Key + ApartForms.Ending, typeof(AttendanceRemarks),
        new FormPage("remarks", "Đ4.1-3",
            new("remarks", FieldKind.LongText) { MaxLength = 8000 },
            CaseForms.Items,
            CaseForms.Issues));

    public static IReadOnlyList<FormSchema> All { get; } =
        [
            Invitation, Nomination, Consent, OralConsent, ExtraRequest, Move, Reply, Preparation, Substitute, Arrival, Notes, Remarks,
            CaseForms.ReasonOnly, CaseForms.Review, CaseForms.Extension,
        ];
}
