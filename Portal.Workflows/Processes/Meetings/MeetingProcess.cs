using System.Globalization;
using System.Text.Json.Nodes;
using FluentValidation;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Meetings;
using Portal.Domain.Organisation;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Meetings;

/// <summary>P2, dự họp tại địa bàn: ties the steps of <c>meeting-attendance.json</c> to <see cref="MeetingAttendance"/>.</summary>
public sealed class MeetingProcess() : Process<MeetingAttendance>(ProcessKey, "DH", MeetingForms.All)
{
    public const string ProcessKey = MeetingAttendance.ProcessKey;

    private static readonly InvitationValidator InvitationRules = new();
    private static readonly NominationValidator NominationRules = new();
    private static readonly ConsentValidator ConsentRules = new(ConsentNeeds.Nothing);
    private static readonly ConsentValidator ConsentWithOpinionRules = new(ConsentNeeds.Opinion);
    private static readonly ConsentValidator ConsentWithRequirementsRules = new(ConsentNeeds.Requirements);
    private static readonly OralReportFormValidator OralRules = new();
    private static readonly ExtraRequestValidator ExtraRules = new();
    private static readonly MeetingMoveValidator MoveRules = new();
    private static readonly MeetingReplyValidator ReplyRules = new();
    private static readonly PreparationValidator PreparationRules = new();
    private static readonly SubstituteValidator SubstituteRules = new();
    private static readonly ArrivalValidator ArrivalRules = new();
    private static readonly AttendanceNotesValidator NotesRules = new();
    private static readonly ReasonValidator ReasonRules = new();
    private static readonly ReasonValidator OptionalReasonRules = new(required: false);
    private static readonly ExtensionValidator ExtensionRules = new();
    private static readonly ResultReviewValidator ReviewRules = new(opinionRequired: false);
    private static readonly ResultReviewValidator ReviewWithOpinionRules = new(opinionRequired: true);

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

    /// <summary>The records office, and members of groups who received an invitation or ask to attend without one.</summary>
    public override Refusal? WhyNotStartable(CaseContext context) =>
        context.Directory.HasRole(context.Actor.PersonId, Role.RecordsClerk, context.Today) || context.Directory.GroupsOf(context.Actor.PersonId, context.Today).Any()
            ? null : Refusal.NotAllowed("Meeting.OnlyMembersAndClerks", "Đ7.B.3");

    /// <summary>The group of the first area; a member registers for the own group only.</summary>
    public override Result<(string GroupId, IReadOnlyList<string> AreaIds)> Place(JsonObject form, CaseContext context)
    {
        var areas = AreasOf(form);
        var groups = areas.Select(a => context.Directory.GroupOfArea(a, context.Today)).OfType<string>().Distinct().ToList();
        var own = context.Directory.GroupsOf(context.Actor.PersonId, context.Today).ToHashSet();
        var clerk = context.Directory.HasRole(context.Actor.PersonId, Role.RecordsClerk, context.Today);
        var group = groups.FirstOrDefault(g => clerk || own.Contains(g)) ?? (clerk ? null : own.Order(StringComparer.Ordinal).FirstOrDefault());
        return group is null ? Refusal.Invalid([new FieldError("areaIds", "Common.Required", "Đ9.3")])
            : (group, (IReadOnlyList<string>)[.. areas.Where(a => context.Directory.GroupOfArea(a, context.Today) == group)]);
    }

    /// <summary>Similar invitations, so that two people who register the same one are warned.</summary>
    public override async Task<Refusal?> PrepareAsync(StepAnswer answer, CaseFile file, CaseContext context, IWorkStore store, CancellationToken cancellation)
    {
        if (answer.FormKey == MeetingForms.Invitation.Key && answer.Form["startsAt"] is JsonValue v && v.TryGetValue<DateTime>(out var local))
        {
            var (from, to) = (VietnamTime.ToUtc(local) - MeetingAttendance.SimilarWithin, VietnamTime.ToUtc(local) + MeetingAttendance.SimilarWithin);
            var near = await store.WhereAsync<MeetingAttendance>(m => m.StartsAt >= from && m.StartsAt <= to, cancellation);
            var ids = near.Select(m => m.CaseId).ToList();
            file.Related = ids.Count == 0 ? [] : [.. near, .. await store.WhereAsync<Case>(c => ids.Contains(c.Id), cancellation)];
        }

        return null;
    }

    public override Result<StepEffect> Apply(StepAnswer answer, CaseFile file, CaseContext context)
    {
        var applied = ApplyVerb(answer, file, context);
        if (applied.IsSuccess && SubjectOf(file) is { } meeting)
        {
            file.Case.SetAreas(meeting.AreaIds);
            file.Case.SetParticipants(meeting.Attendees);
        }

        return applied;
    }

    private static Result<StepEffect> ApplyVerb(StepAnswer answer, CaseFile file, CaseContext context) => (answer.FormKey, answer.Action) switch
    {
        ("meeting-invitation", "Submit") => Register(answer, file, context),
        ("meeting-invitation", "OutOfScope") => With(answer, InvitationRules, i => OutOfScope(i, file, context), _ => Tell(NotificationKind.Cancelled, "groupLead")),
        ("meeting-nomination", "Submit") => With(answer, NominationRules, i => Meeting(file).Nominate(i, context)),
        ("meeting-nomination", "NominateDirectly") => With(answer, NominationRules, i => Meeting(file).NominateDirectly(i, context), _ => Decided("", "groupLead", "attendees", "role:RecordsClerk")),
        ("reason", "GiveBack") => With(answer, ReasonRules, _ => Meeting(file).GiveBack(context)),
        ("meeting-consent", "Consent") => Consent(answer, ConsentRules, (m, i) => m.Agree(i, context), file),
        ("meeting-consent", "ConsentChanged") => Consent(answer, ConsentWithOpinionRules, (m, i) => m.Agree(i, context), file),
        ("meeting-consent", "ConsentWithRequirements") => Consent(answer, ConsentWithRequirementsRules, (m, i) => m.Agree(i, context), file),
        ("meeting-consent", "Return") => Consent(answer, ConsentWithOpinionRules, (m, _) => m.Return(context), file),
        ("meeting-consent", "Refuse") => Consent(answer, ConsentWithOpinionRules, (m, _) => m.Refuse(context), file),
        ("meeting-consent", "ForwardToHead") => Consent(answer, ConsentRules, (m, _) => m.ForwardToHead(context), file),
        ("meeting-consent", "ConsentExtra") => Consent(answer, ConsentRules, (m, i) => m.AgreeExtra(i, context), file),
        ("meeting-consent", "RefuseExtra") => Consent(answer, ConsentWithOpinionRules, (m, _) => m.RefuseExtra(context), file),
        ("oral-consent", _) => With(answer, OralRules, i => Meeting(file).RecordOralConsent(i, context), _ => Tell(NotificationKind.Changed, "attendees", "role:RecordsClerk")),
        ("reason", "ConfirmOral") => With(answer, OptionalReasonRules, _ => Meeting(file).ConfirmOral(context), i => Decided(i.Reason ?? "", "groupLead")),
        ("reason", "DisputeOral") => With(answer, ReasonRules, _ => Meeting(file).DisputeOral(context), i => Decided(i.Reason ?? "", "groupLead")),
        ("meeting-extra", _) => With(answer, ExtraRules, i => Meeting(file).RequestExtra(i, context)),
        ("meeting-move", _) => With(answer, MoveRules, i => Meeting(file).Move(i, context), _ => Tell(NotificationKind.Changed, "leaderInCharge", "groupLead", "attendees", "role:RecordsClerk")),
        ("reason", "CancelMeeting") => With(answer, ReasonRules, _ => Meeting(file).Cancel(context), _ => Tell(NotificationKind.Cancelled, "leaderInCharge", "groupLead", "attendees", "role:RecordsClerk")),
        ("reason", "Withdraw") => With(answer, ReasonRules, _ => Meeting(file).Withdraw(context), _ => Tell(NotificationKind.Cancelled, "leaderInCharge", "attendees", "role:RecordsClerk")),
        ("meeting-reply", _) => With(answer, ReplyRules, _ => Result.Ok),
        ("reason", "Skip") => With(answer, ReasonRules, _ => Result.Ok),
        ("meeting-preparation", _) => With(answer, PreparationRules, i => Meeting(file).Prepare(Line(file), i, context)),
        ("reason", "CannotAttend") => With(answer, ReasonRules, _ => Result.Ok, _ => Tell(NotificationKind.Changed, "groupLead")),
        ("meeting-substitute", "Substitute") => With(answer, SubstituteRules, i => Meeting(file).Substitute(Line(file), i, context), _ => Tell(NotificationKind.Changed, "leaderInCharge", "attendee", "role:RecordsClerk")),
        ("reason", "Nobody") => With(answer, ReasonRules, _ => Meeting(file).StandDown(Line(file), context), _ => Tell(NotificationKind.Cancelled, "leaderInCharge", "role:RecordsClerk")),
        ("meeting-arrival", _) => With(answer, ArrivalRules, i => Meeting(file).Arrive(Line(file), i, context)),
        ("reason", "Absent") => With(answer, ReasonRules, _ => Meeting(file).Miss(Line(file), context), _ => Tell(NotificationKind.Cancelled, "leaderInCharge", "groupLead")),
        ("attendance-notes", "Submit") => With(answer, NotesRules, i => Meeting(file).SubmitNotes(Line(file), i.WithShare(), context), Noted),
        ("trip-extension", _) => With(answer, ExtensionRules, i => Meeting(file).ExtendNotes(Line(file), i, context), _ => Tell(NotificationKind.Changed, "attendee")),
        (null, "Read") => Plain(Meeting(file).Read(Line(file), context)),
        ("result-review", "LeadSeen") => Review(answer, ReviewRules, (m, l, _) => m.LeadSees(l, context), file),
        ("result-review", "Acknowledge") => Review(answer, ReviewRules, (m, l, i) => m.AcknowledgeNotes(l, i, context), file),
        ("result-review", "AcknowledgeWithDirective") => Review(answer, ReviewWithOpinionRules, (m, l, i) => m.AcknowledgeNotes(l, i, context), file),
        ("result-review", "RequestSupplement") => Review(answer, ReviewWithOpinionRules, (m, l, _) => m.RequestSupplement(l, context), file),
        _ => new Refusal("Task.UnknownAction", null, answer.Action),
    };

    public override IReadOnlyDictionary<string, JsonNode?> Facts(CaseFile file, CaseContext context)
    {
        var facts = new Dictionary<string, JsonNode?>();
        if (SubjectOf(file) is not { } meeting)
        {
            return facts;
        }

        facts["Status"] = meeting.Status.ToString();
        facts["StartsAt"] = Iso(meeting.StartsAt);
        facts["AttendBy"] = Iso(meeting.StartsAt.AddMinutes(30));
        facts["NominateBy"] = meeting.NominateBy is { } by ? Iso(by) : null;
        facts["ConsentBy"] = Iso(ConsentBy(meeting, context));
        facts["WithoutInvitation"] = meeting.WithoutInvitation;
        facts["NotOnTheAgenda"] = meeting.Invitation.Domains is not { Length: > 0 };
        facts["AttendeeCount"] = meeting.Attendees.Count;
        facts["Attending"] = meeting.Status != AttendanceStatus.NotAttending;
        facts["PendingLines"] = new JsonArray([.. meeting.Lines.Where(l => l.Status == AttendanceStatus.Consented).Select(l => (JsonNode)JsonValue.Create(l.Number.ToString(CultureInfo.InvariantCulture))!)]);
        if (file.Item is not null && meeting.Line(Line(file)) is { } line)
        {
            facts["LineStatus"] = line.Status.ToString();
            facts["NotesDueAt"] = line.NotesDueAt is { } due ? Iso(due) : null;
            facts["FirstNotes"] = line.Rounds <= 1;
            facts["AttendeeIsLead"] = context.Directory.LeadOf(meeting.GroupId, context.Today) == line.PersonId;
        }

        return facts;
    }

    public override Refusal? Check(string rule, CaseFile file, CaseContext context) =>
        SubjectOf(file) is { } meeting ? meeting.Check(rule) : new Refusal("Common.UnknownGuard", null, rule);

    public override Result Act(string act, CaseFile file, CaseContext context, IWorkStore store)
    {
        var meeting = Meeting(file);
        if (act == "startLines")
        {
            // A leader may have let nobody further go: then there is nothing to start.
            return meeting.HasLinesToStart() ? meeting.StartLines() : Result.Ok;
        }

        if (act != "close")
        {
            return new Refusal("Common.UnknownAct", null, act);
        }

        var closed = meeting.Close(context);
        if (!closed.IsSuccess)
        {
            return closed.Refusal;
        }

        foreach (var record in closed.Value.Items.Cast<object>().Concat(closed.Value.Contacts).Concat(closed.Value.Issues))
        {
            store.Add(record);
        }

        return Result.Ok;
    }

    public override IEnumerable<string>? Resolve(string who, CaseFile file, CaseContext context) => who switch
    {
        "attendee" => SubjectOf(file)?.Line(Line(file)) is { } line ? [line.PersonId] : [],
        "attendees" => SubjectOf(file)?.Attendees ?? [],
        "oralLeader" => SubjectOf(file)?.OralConsent?.ToId is { } leader ? [leader] : [],
        _ => null,
    };

    /// <summary>X-08: everybody who is to go.</summary>
    public override IEnumerable<string> Interested(CaseFile file) => SubjectOf(file)?.Attendees ?? [];

    public override (string Title, string Status, CaseState State) Describe(CaseFile file, CaseContext context)
    {
        var meeting = Meeting(file);
        var at = VietnamTime.ToLocal(meeting.StartsAt).ToString("HH:mm dd/MM", CultureInfo.InvariantCulture);
        var areas = string.Join(", ", meeting.AreaIds.Select(context.Directory.AreaName));
        var title = meeting.Invitation.Title;
        return ($"Dự họp: {areas}, {at}{(string.IsNullOrEmpty(title) ? "" : $" – {(title.Length <= 120 ? title : title[..119] + "…")}")}", meeting.Status.ToString(), meeting.CaseState);
    }

    /// <summary>Four working hours before the start (<c>Att.LatestHours</c>); the start itself when that has passed.</summary>
    private static DateTime ConsentBy(MeetingAttendance meeting, CaseContext context)
    {
        var latest = context.Calendar.AddWorkingTime(meeting.StartsAt, TimeSpan.FromHours(-context.Settings.Int("Att.LatestHours")));
        return latest < context.Now ? meeting.StartsAt : latest;
    }

    private static MeetingAttendance Meeting(CaseFile file) => SubjectOf(file) ?? throw new InvalidOperationException($"Case {file.Case.Number} has no meeting.");

    private static int Line(CaseFile file) => int.TryParse(file.Item, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static IEnumerable<(string Number, MeetingAttendance Meeting)> Similar(CaseFile file)
    {
        var numbers = file.Related.OfType<Case>().ToDictionary(c => c.Id, c => c.Number);
        return file.Related.OfType<MeetingAttendance>().Where(m => numbers.ContainsKey(m.CaseId)).Select(m => (numbers[m.CaseId], m));
    }

    private static Result<StepEffect> Register(StepAnswer answer, CaseFile file, CaseContext context) => With(
        answer,
        InvitationRules,
        input =>
        {
            var mine = input with { AreaIds = [.. input.AreaIds!.Where(a => IsMine(a, file, context))] };
            if (SubjectOf(file) is { } existing)
            {
                return existing.Correct(mine, Similar(file), context);
            }

            var made = MeetingAttendance.Register(file.Case.Id, file.Case.GroupId, mine.AreaIds.Length == 0 ? input : mine, Similar(file), context);
            if (made.IsSuccess)
            {
                file.Subject = made.Value;
            }

            return made;
        },
        input => new StepEffect { Files = file.Case.ParentId is null ? input.Files ?? [] : [], Children = [.. OtherGroups(input, answer, file, context)] });

    // Out of scope from the start: registered, with the reason, and ended.
    private static Result OutOfScope(InvitationInput input, CaseFile file, CaseContext context)
    {
        if (string.IsNullOrWhiteSpace(input.OutOfScopeReason) && !input.IsStub())
        {
            return Refusal.Invalid([new FieldError("outOfScopeReason", "Common.ReasonRequired", "Đ6.1")]);
        }

        if (SubjectOf(file) is null)
        {
            var made = MeetingAttendance.Register(file.Case.Id, file.Case.GroupId, input, [], context);
            if (!made.IsSuccess)
            {
                return made;
            }

            file.Subject = made.Value;
        }

        return Meeting(file).MarkOutOfScope(context);
    }

    private static bool IsMine(string areaId, CaseFile file, CaseContext context) => context.Directory.GroupOfArea(areaId, context.Today) is not { } group || group == file.Case.GroupId;

    // E-M10: one invitation, a nomination for each group; each leader in charge decides the own.
    private static IEnumerable<ChildStart> OtherGroups(InvitationInput input, StepAnswer answer, CaseFile file, CaseContext context) =>
        file.Case.ParentId is not null ? []
        : input.AreaIds!.Where(a => !IsMine(a, file, context)).GroupBy(a => context.Directory.GroupOfArea(a, context.Today)!).Select(g =>
        {
            var form = (JsonObject)answer.Form.DeepClone();
            form["areaIds"] = new JsonArray([.. g.Select(a => (JsonNode)JsonValue.Create(a)!)]);
            form.Remove("files");
            return new ChildStart(ProcessKey, g.Key, [.. g], form, "Submit");
        });

    private static Result<StepEffect> Consent(StepAnswer answer, ConsentValidator rules, Func<MeetingAttendance, ConsentInput, Result> verb, CaseFile file) => With(
        answer,
        rules,
        input => verb(Meeting(file), input),
        input => Decided(string.Join("\n", new[] { input.Requirements, input.Opinion }.Where(t => !string.IsNullOrWhiteSpace(t))), "groupLead", "attendees", "initiator", "role:RecordsClerk"));

    private static Result<StepEffect> Review(StepAnswer answer, ResultReviewValidator rules, Func<MeetingAttendance, int, ResultReviewInput, Result> verb, CaseFile file) => With(
        answer,
        rules,
        input => verb(Meeting(file), Line(file), input),
        input => Decided(input.Opinion ?? "", "attendee", "groupLead") with { Children = [.. DirectiveTasks.From(input.Directives, file)] });

    /// <summary>E-M12: what judges people is kept apart; R-RPT-04 [Q]: what is flagged goes to the head at once.</summary>
    private static StepEffect Noted(AttendanceNotesInput input)
    {
        var apart = new AttendanceRemarks
        {
            Remarks = input.Remarks,
            Items = (input.Items ?? []).Where(i => i.ConcernsPersonnel == true).ToArray() is { Length: > 0 } items ? items : null,
            Issues = input.Issues is { Length: > 0 } issues ? issues : null,
        };
        List<(NotificationKind, IReadOnlyList<string>)> tell = [];
        if ((input.Issues ?? []).Any(i => i.DemocraticCentralism == true || i.LeadershipUnity == true || i.PersonnelOfStandingCommittee == true))
        {
            tell.Add((NotificationKind.ForHead, ["head"]));
        }

        if ((input.Items ?? []).Any(i => i.Level == ReportItemLevel.Urgent))
        {
            tell.Add((NotificationKind.UrgentItem, ["leaderInCharge"]));
        }

        var kept = input.WithShare() with { Remarks = null, Issues = null, Items = (input.Items ?? []).Where(i => i.ConcernsPersonnel != true).ToArray() is { Length: > 0 } open ? open : null };
        return new StepEffect
        {
            Files = input.Files ?? [],
            Tell = tell,
            Kept = FormInput.ToJson(kept),
            Apart = input.KeepsApart() ? (MeetingForms.Remarks.Key, FormInput.ToJson(apart)) : null,
        };
    }

    private static StepEffect Decided(string opinion, params string[] tell) => new() { IsDecision = true, Opinion = opinion, Tell = [(NotificationKind.Decision, tell)] };

    private static Result<StepEffect> Plain(Result verb) => verb.IsSuccess ? new StepEffect() : verb.Refusal;

    private static string[] AreasOf(JsonObject form) =>
        form["areaIds"] is JsonArray array ? [.. array.Select(a => a is JsonValue v && v.TryGetValue<string>(out var id) ? id : "").Where(a => a.Length > 0).Distinct()] : [];
}
