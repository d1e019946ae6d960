using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Meetings;
using Portal.Domain.Organisation;
using Portal.Workflows.Processes.Meetings.Steps;
using Portal.Workflows.Proving;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;

namespace Portal.Workflows.Processes.Meetings;

/// <summary>P2, dự họp tại địa bàn: ties the steps of <c>meeting-attendance.json</c> to <see cref="MeetingAttendance"/>.</summary>
public sealed class MeetingProcess() : Process<MeetingAttendance>(
    ProcessKey, "DH", MeetingForms.All,
    [
        new RegisterInvitation(), new MarkOutOfScope(), new MergeInvitation(), new NominateAttendees(), new NominateDirectly(),
        new GiveBackInvitation(),
        new ConsentToNomination(ConsentNeeds.Nothing, "Consent"), new ConsentToNomination(ConsentNeeds.Opinion, "ConsentChanged"),
        new ConsentToNomination(ConsentNeeds.Requirements, "ConsentWithRequirements"), new ReturnNomination(), new RefuseNomination(),
        new ForwardNominationToHead(), new ConsentToExtras(), new RefuseExtras(), new RecordOralConsent(), new ConfirmOralConsent(),
        new DisputeOralConsent(), new RequestExtras(), new MoveMeeting(), new CancelMeeting(), new WithdrawNomination(), new RecordReply(),
        new SkipReply(), new PrepareAttendance(), new ReportHindrance(), new SubstituteAttendee(), new SendNobody(), new RecordArrival(),
        new MarkAbsent(), new SubmitNotes(), new ExtendNotes(), new ReadNotes(), new LookAtNotes(),
        new AcknowledgeNotes(OpinionDemand.None, "Acknowledge"),
        new AcknowledgeNotes(OpinionDemand.OpinionOrDirective, "AcknowledgeWithDirective"), new RequestMoreNotes(),
    ])
{
    public const string ProcessKey = MeetingAttendance.ProcessKey;

    /// <summary>Of the title of the meeting, in that of the case.</summary>
    private const int MaxTitle = 120;

    /// <summary>Nobody goes.</summary>
    private static readonly AttendanceStatus[] IsNoMeeting =
    [
        AttendanceStatus.OutOfScope, AttendanceStatus.NotAttending, AttendanceStatus.Refused, AttendanceStatus.Cancelled,
        AttendanceStatus.Withdrawn,
        AttendanceStatus.Absent, AttendanceStatus.Merged,
    ];

    /// <summary>R-ATT-* [Q] with the clauses that demand them.</summary>
    public override IReadOnlyDictionary<string, string> MandatoryRules { get; } = new Dictionary<string, string>
    {
        ["R-ATT-01"] = "Đ5.2",
        ["R-ATT-02"] = "Đ6.1",
        ["R-ATT-03"] = "Đ6.1",
        ["R-ATT-05"] = "Đ7.A.5",
        ["R-ATT-08"] = "Đ7.B.3",
        ["R-ATT-09"] = "Đ7.B.3",
        ["R-ATT-10"] = "Đ7.B.3",
    };

    public override JsonObject Known(FormOpening opening) => MeetingPrefill.Of(opening);

    public override Conduct Conduct { get; } = new MeetingConduct();

    /// <summary>The records office, and members of groups who received an invitation or ask to attend without one; one of several groups in
    /// each.</summary>
    public override IReadOnlyList<Opening> Openings { get; } =
        [new OpenedByHand(WhyNot, Place), new OpenedByEvent(ConcernsOtherGroup, OfOtherGroup)];

    /// <summary>What was noted there is entered once, and quoted by the trip that the meeting is tied to.</summary>
    public override string QuotedForm => MeetingForms.Notes.Key;

    /// <summary>Event: an invitation names areas of another group (E-M10). Payload: <see cref="InvitationOfGroup"/>.</summary>
    internal const string ConcernsOtherGroup = "invitationConcernsOtherGroup";

    private static Refusal? WhyNot(CaseContext context) =>
        context.Directory.HasRole(context.Actor.PersonId, Role.RecordsClerk, context.Today)
            || context.Directory.GroupsOf(context.Actor.PersonId, context.Today).Any()
                ? null
                : MeetingAttendanceRefusals.OnlyMembersAndClerks;

    private static IEnumerable<NewCase> OfOtherGroup(CaseEvent registered)
    {
        var invitation = (InvitationOfGroup)registered.Payload!;
        yield return new NewCase(new CasePlace(invitation.GroupId, invitation.AreaIds))
        {
            First = new Submission(
            "Submit", invitation.Form)
        };
    }

    /// <summary>The group of the first area; a member registers for the own group only.</summary>
    private static Result<CasePlace> Place(JsonObject form, CaseContext context)
    {
        var areas = AreasOf(form);
        var groups = areas.Select(a => context.Directory.GroupOfArea(a, context.Today)).OfType<string>().Distinct().ToList();
        var own = context.Directory.GroupsOf(context.Actor.PersonId, context.Today).ToHashSet();
        var clerk = context.Directory.HasRole(context.Actor.PersonId, Role.RecordsClerk, context.Today);
        var group = groups.FirstOrDefault(g => clerk || own.Contains(g))
            ?? (clerk ? null : own.Order(StringComparer.Ordinal).FirstOrDefault());
        return group is null ? Refusal.Invalid([new FieldError("areaIds", "Common.Required", "Đ9.3")])
            : new CasePlace(group, [.. areas.Where(a => context.Directory.GroupOfArea(a, context.Today) == group)]);
    }

    /// <summary>Similar invitations, so that two people who register the same one are warned.</summary>
    public override async Task<Result<IReadOnlyList<object>>> PrepareAsync(
        StepAnswer answer, Turn turn, IWorkStore store, CancellationToken cancellation)
    {
        if (answer.FormKey != MeetingForms.Invitation.Key || answer.Form["startsAt"] is not JsonValue v
            || !v.TryGetValue<DateTime>(out var local))
        {
            return Nothing;
        }

        var (from, to) =
            (VietnamTime.ToUtc(local) - MeetingAttendance.SimilarWithin, VietnamTime.ToUtc(local) + MeetingAttendance.SimilarWithin);
        var near = await store.WhereAsync<MeetingAttendance>(m => m.StartsAt >= from && m.StartsAt <= to, cancellation);
        var ids = near.Select(m => m.CaseId).ToList();
        return ids.Count == 0 ? Nothing : Found([.. near, .. await store.WhereAsync<Case>(c => ids.Contains(c.Id), cancellation)]);
    }

    /// <summary>After every answer the case is of the areas and people that the meeting now has; one that nobody goes to any more keeps
    /// those who were to, whose calendars tell them so.</summary>
    public override Result<StepEffect> Apply(StepAnswer answer, Turn turn)
    {
        var applied = base.Apply(answer, turn);
        if (applied.IsSuccess && SubjectOf(turn) is { } meeting)
        {
            turn.Case.SetAreas(meeting.AreaIds);
            if (!IsNoMeeting.Contains(meeting.Status))
            {
                turn.Case.SetParticipants(meeting.Attendees);
            }
        }

        return applied;
    }

    public override IReadOnlyDictionary<string, JsonNode?> Facts(Turn turn)
    {
        var facts = new Dictionary<string, JsonNode?>();
        if (SubjectOf(turn) is not { } meeting)
        {
            return facts;
        }

        facts["Status"] = meeting.Status.ToString();
        // What is due before the beginning of a meeting is not due once it was registered afterwards.
        facts["StartsAt"] = meeting.HadBegun ? null : Iso(meeting.StartsAt);
        facts["AttendBy"] = meeting.HadBegun ? null : Iso(meeting.StartsAt.AddMinutes(30));
        facts["NominateBy"] = meeting.NominateBy is { } by ? Iso(by) : null;
        facts["ConsentBy"] = meeting.HadBegun ? null : Iso(ConsentBy(meeting, turn.Context));
        facts["WithoutInvitation"] = meeting.WithoutInvitation;
        facts["NotOnTheAgenda"] = meeting.Invitation.Domains is not { Length: > 0 };
        facts["AttendeeCount"] = meeting.Attendees.Count;
        facts["Attending"] = meeting.Status != AttendanceStatus.NotAttending;
        facts["PendingLines"] = new JsonArray([.. meeting.Lines
            .Where(l => l.Status == AttendanceStatus.Consented)
            .Select(l => (JsonNode)JsonValue.Create(l.Number.ToString(CultureInfo.InvariantCulture))!)]);
        if (turn.Item is not null && meeting.Line(Line(turn)) is { } line)
        {
            facts["LineStatus"] = line.Status.ToString();
            facts["NotesDueAt"] = line.NotesDueAt is { } due ? Iso(due) : null;
            facts["FirstNotes"] = line.Rounds <= 1;
            facts["AttendeeIsLead"] = turn.Context.Directory.LeadOf(meeting.GroupId, turn.Context.Today) == line.PersonId;
        }

        return facts;
    }

    public override Refusal? Check(string rule, Turn turn) =>
        SubjectOf(turn) is { } meeting ? meeting.Check(rule) : CommonRefusals.UnknownGuard(rule);

    public override Result Act(string act, Turn turn, IWorkStore store)
    {
        var meeting = Meeting(turn);
        if (act == "startLines")
        {
            // A changed process may come here when nobody is left to start.
            return meeting.HasLinesToStart() ? meeting.StartLines() : Result.Ok;
        }

        if (act != "close")
        {
            return CommonRefusals.UnknownAct(act);
        }

        var closed = meeting.Close(turn.Context);
        if (!closed.IsSuccess)
        {
            return closed.Refusal;
        }

        foreach (var record in closed.Value.All(turn.Context))
        {
            store.Add(record);
        }

        return Result.Ok;
    }

    public override IEnumerable<string>? Resolve(string who, Turn turn) => who switch
    {
        "attendee" => SubjectOf(turn)?.Line(Line(turn)) is { } line ? [line.PersonId] : [],
        "attendees" => SubjectOf(turn)?.Attendees ?? [],
        "oralLeader" => SubjectOf(turn)?.OralConsent?.ToId is { } leader ? [leader] : [],
        _ => null,
    };

    /// <summary>X-08: everybody who is to go.</summary>
    public override IEnumerable<string> Interested(Turn turn) => SubjectOf(turn)?.Attendees ?? [];

    public override CaseDescription Describe(Turn turn)
    {
        var meeting = Meeting(turn);
        var at = VietnamTime.ToLocal(meeting.StartsAt).ToString("HH:mm dd/MM", CultureInfo.InvariantCulture);
        var areas = string.Join(", ", meeting.AreaIds.Select(turn.Context.Directory.AreaName));
        var title = meeting.Invitation.Title;
        var about = title?.Length > MaxTitle ? title[..(MaxTitle - 1)] + "…" : title;
        DateTime? began = meeting.Lines.Any(l => l.ArrivedAt is not null) ? meeting.StartsAt : null;
        return new CaseDescription(
            LocalText.Of("title.meeting-attendance", $"{areas}, {at}").About(about), meeting.Status.ToString(), meeting.CaseState)
        {
            TakesPlace = new Engagement(EngagementKind.Meeting, meeting.StartsAt, meeting.EndsAt)
            {
                BeganAt = began,
                IsCalledOff = IsNoMeeting.Contains(meeting.Status),
            },
        };
    }

    /// <summary>Four working hours before the start (<c>Att.LatestHours</c>); the start itself when that has passed.</summary>
    private static DateTime ConsentBy(MeetingAttendance meeting, CaseContext context)
    {
        var latest = context.Calendar.AddWorkingTime(meeting.StartsAt, TimeSpan.FromHours(-context.Settings.Int("Att.LatestHours")));
        return latest < context.Now ? meeting.StartsAt : latest;
    }

    private static MeetingAttendance Meeting(Turn turn) =>
        SubjectOf(turn) ?? throw new InvalidOperationException($"Case {turn.Case.Number} has no meeting.");

    /// <summary>Number of the attendee's line in whose loop the step runs; 0 outside of loops.</summary>
    internal static int Line(Turn turn) => int.TryParse(turn.Item, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string[] AreasOf(JsonObject form) =>
        [.. (form["areaIds"] as JsonArray ?? [])
            .Select(a => a is JsonValue v && v.TryGetValue<string>(out var id) ? id : "")
            .Where(a => a.Length > 0)
            .Distinct()];
}
