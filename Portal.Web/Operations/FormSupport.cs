using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Domain.Meetings;
using Portal.Domain.Reviews;

namespace Portal.Web.Operations;

/// <summary>What a form offers to pick from, and what is known before anybody types: the group, the contact, the times.</summary>
public static class FormSupport
{
    /// <summary>What the steps of a case offer to pick from.</summary>
    public static FormChoices ChoicesOf(CaseView view, CaseContext context) => Choices(context, view.Case, view.Case.ProcessKey == CaseAccess.ReviewCycleProcess) with
    {
        ComparableGroups = [.. ((view.Subject as ReviewCycle)?.Content.ComparableGroups ?? []).Select(g => new Option(g.Name!, g.Name!))],
    };

    /// <param name="wholeCommittee">All areas are offered: the cycle of a year.</param>
    public static FormChoices Choices(CaseContext context, Case? subject, bool wholeCommittee = false)
    {
        var (directory, today) = (context.Directory, context.Today);
        var groups = subject is { GroupId.Length: > 0 } ? [subject.GroupId] : wholeCommittee ? [] : directory.GroupsOf(context.Actor.PersonId, today).ToArray();
        var areas = subject is { Areas.Count: > 0 } && (subject.ProcessKey, subject.Status) is ("field-trip", not ("Draft" or "ReturnedForChange")) or (CaseAccess.MeetingProcess, not "Registered")
            ? subject.Areas.Select(a => a.AreaId)
            : groups.Length > 0 ? groups.SelectMany(g => directory.AreasOfGroup(g, today)) : directory.Data.Areas.Where(a => directory.GroupOfArea(a.Id, today) is not null).Select(a => a.Id);
        var members = groups.SelectMany(g => directory.MembersOf(g, today)).ToHashSet();
        return new FormChoices
        {
            Areas = [.. areas.Distinct().Select(a => new Option(a, directory.AreaName(a))).OrderBy(o => o.Label, VietnameseText.Comparer)],
            Group = [.. groups.SelectMany(g => directory.MembersOf(g, today)).Distinct().Select(p => new Option(p, directory.NameOf(p)))],
            Everybody = [.. directory.Data.Staff.Where(s => Domain.Organisation.EffectiveDating.IsValidOn(s, today))
                .OrderBy(s => members.Contains(s.Id) ? 0 : 1).ThenBy(s => s.SortKey, StringComparer.Ordinal)
                .Select(s => new Option(s.Id, $"{s.FullName} – {s.Position}{(directory.Department(s.DepartmentId) is { } d ? $", {d.ShortName}" : "")}"))],
            MeetingTypes = [.. directory.Data.MeetingTypes.Where(t => Domain.Organisation.EffectiveDating.IsValidOn(t, today)).Select(t => new Option(t.Id, t.Name))],
            Departments = [.. directory.Data.Departments.OrderBy(d => d.Order).Select(d => new Option(d.Id, d.Name))],
        };
    }

    /// <param name="cases">Names of the cases that the form may refer to, by id.</param>
    public static Func<string, string, string> Names(CaseContext context, IEnumerable<Attachment> files, IEnumerable<Option>? cases = null)
    {
        var numbers = (cases ?? []).ToDictionary(c => c.Value, c => c.Label);
        var names = files.ToDictionary(f => f.Id.ToString(), f => f.FileName);
        return (kind, id) => kind switch
        {
            "area" => context.Directory.AreaName(id),
            "department" => context.Directory.Department(id)?.Name ?? id,
            "meetingType" => context.Directory.Data.MeetingTypes.FirstOrDefault(t => t.Id == id)?.Name ?? id,
            "case" => numbers.GetValueOrDefault(id, "…"),
            "file" => names.GetValueOrDefault(id, id),
            _ => context.Directory.NameOf(id),
        };
    }

    /// <summary>The form as it opens: of a round before, or from the facts.</summary>
    /// <param name="item">The item of the loop in which the step runs: the line of attendance.</param>
    public static JsonObject Known(string formKey, CaseContext context, CaseView? view, string? item = null)
    {
        var trip = view?.Subject as FieldTrip;
        return formKey switch
        {
            _ when formKey.StartsWith("review-", StringComparison.Ordinal) => ReviewFormSupport.Known(formKey, context, view, item),
            "meeting-invitation" => Invitation(view?.Subject as MeetingAttendance, context),
            _ when view?.Subject is MeetingAttendance meeting => OfMeeting(formKey, meeting, int.TryParse(item, CultureInfo.InvariantCulture, out var number) ? meeting.Line(number) : null, context),
            "trip-plan" when view?.Subject is MonthlyTripPlan { Content: { NoTrip: not null } content } => FormInput.ToJson(content with { Secrecy = null }),
            "trip-plan" => FormInput.ToJson(new TripPlanInput { NoTrip = false, Items = [new TripPlanItemInput { TripLeaderId = context.Actor.PersonId, ParticipantIds = [context.Actor.PersonId] }] }),
            "trip-notice" when trip is not null => FormInput.ToJson(trip.Notice with { Secrecy = null }),
            "trip-notice" => NewNotice(context),
            "prior-contact" when trip is not null => Contacts(trip, context),
            "trip-change" when trip is not null => FormInput.ToJson(new TripChangeInput
            {
                DepartsAt = VietnamTime.ToLocal(trip.DepartsAt),
                ReturnsAt = VietnamTime.ToLocal(trip.ReturnsAt),
                Place = trip.Notice.Place,
                Purpose = trip.Notice.Purpose,
                ParticipantIds = [.. trip.ParticipantIds],
            }),
            "trip-departure" when trip is not null => FormInput.ToJson(new DepartureInput
            {
                DepartedAt = VietnamTime.ToLocal(trip.DepartsAt),
                Participants = [.. trip.ParticipantIds.Select(p => new ParticipantConfirmation { PersonId = p, Went = true })],
            }),
            "trip-notes" when trip is not null => FormInput.ToJson(new TripNotesInput { ReturnedAt = VietnamTime.ToLocal(trip.ReturnsAt) }),
            "trip-result" when trip?.Result is { } before => FormInput.ToJson(before with { Secrecy = null }),
            "trip-result" when trip is not null => FormInput.ToJson(new TripResultInput
            {
                ActualFrom = trip.DepartedAt is { } from ? VietnamTime.ToLocal(from) : null,
                ActualTo = trip.ReturnedAt is { } to ? VietnamTime.ToLocal(to) : null,
                ParticipantIds = [.. trip.ParticipantIds],
                Met = [.. trip.AreaIds.Select(a => new MeetingPoint { AreaId = a })],
                Situation = [.. trip.AreaIds.Select(a => new SituationPart { AreaId = a })],
            }),
            "oral-report" when trip is not null => FormInput.ToJson(new OralReportForm
            {
                OralReport = new OralReportInput { ToId = context.Directory.LeaderInCharge(null, trip.GroupId, context.Today) },
            }),
            _ => [],
        };
    }

    private static JsonObject Invitation(MeetingAttendance? meeting, CaseContext context)
    {
        if (meeting is not null)
        {
            return FormInput.ToJson(meeting.Invitation with { Secrecy = null });
        }

        var groups = context.Directory.GroupsOf(context.Actor.PersonId, context.Today).ToList();
        var areas = groups.SelectMany(g => context.Directory.AreasOfGroup(g, context.Today)).ToArray();
        return FormInput.ToJson(new InvitationInput
        {
            AreaIds = areas.Length == 1 ? areas : null,
            Online = false,
            WithoutInvitation = false,
            ReceivedAt = Minute(VietnamTime.ToLocal(context.Now)),
            AddressedTo = InvitationAddressee.GroupLead,
            AskedToSpeak = false,
        });
    }

    private static JsonObject OfMeeting(string formKey, MeetingAttendance meeting, AttendanceLine? line, CaseContext context) => formKey switch
    {
        "meeting-nomination" when meeting.Nomination is { } before => FormInput.ToJson(before with { Secrecy = null }),

        // R-ATT-07: the lead goes unless the lead says otherwise.
        "meeting-nomination" => FormInput.ToJson(new NominationInput
        {
            Option = NominationOption.LeadAttends,
            NomineeId = context.Directory.LeadOf(meeting.GroupId, VietnamTime.DayOf(meeting.StartsAt)),
            WillSpeak = meeting.Invitation.AskedToSpeak,
        }),
        "meeting-consent" when meeting.ExtraRequest is { } request => FormInput.ToJson(new ConsentInput { ExtraIds = [.. (request.Extras ?? []).Select(e => e.PersonId!)] }),
        "meeting-consent" when meeting.Nomination?.Extras is { Length: > 0 } extras => FormInput.ToJson(new ConsentInput { ExtraIds = [.. extras.Select(e => e.PersonId!)] }),
        "oral-consent" => FormInput.ToJson(new OralReportForm { OralReport = new OralReportInput { ToId = context.Directory.LeaderInCharge(null, meeting.GroupId, context.Today) } }),
        "meeting-move" => FormInput.ToJson(new MeetingMoveInput { StartsAt = meeting.Invitation.StartsAt, EndsAt = meeting.Invitation.EndsAt, Place = meeting.Invitation.Place }),
        "meeting-reply" => FormInput.ToJson(new MeetingReplyInput { SentAt = Minute(VietnamTime.ToLocal(context.Now)) }),
        "meeting-preparation" when line?.Preparation is { } preparation => FormInput.ToJson(preparation with { Secrecy = null }),
        "meeting-preparation" => FormInput.ToJson(new PreparationInput { WillSpeak = meeting.Nomination?.WillSpeak }),
        "meeting-arrival" => FormInput.ToJson(new ArrivalInput { ArrivedAt = meeting.Invitation.StartsAt }),
        "attendance-notes" when line?.Notes is { } notes => FormInput.ToJson(notes with { Secrecy = null }),
        "attendance-notes" when line is not null => FormInput.ToJson(new AttendanceNotesInput
        {
            LeftAt = meeting.EndsAt < context.Now ? VietnamTime.ToLocal(meeting.EndsAt) : null,
            Procedure = ProcedureObserved.Correct,
            Spoke = line.Preparation?.WillSpeak == true,
            Speech = line.Preparation?.Speech,
        }),
        _ => [],
    };

    private static DateTime Minute(DateTime at) => new(at.Year, at.Month, at.Day, at.Hour, at.Minute, 0);

    private static JsonObject NewNotice(CaseContext context)
    {
        var me = context.Actor.PersonId;
        var group = context.Directory.GroupsOf(me, context.Today).FirstOrDefault();
        var areas = group is null ? [] : context.Directory.AreasOfGroup(group, context.Today).ToArray();
        var day = context.Calendar.AddWorkingDays(context.Today, context.Settings.Int("Trip.NoticeLeadDays") + 1);
        return FormInput.ToJson(new TripNoticeInput
        {
            AreaIds = areas.Length == 1 ? areas : null,
            DepartsAt = day.ToDateTime(new TimeOnly(7, 30)),
            ReturnsAt = day.ToDateTime(new TimeOnly(16, 30)),
            ParticipantIds = [me],
            TripLeaderId = me,
            Programme = [new ProgrammeLine { Date = day, From = new TimeOnly(8, 0) }],
        });
    }

    /// <summary>A notice as the plan already has it.</summary>
    public static JsonObject NoticeOf(TripPlanItem item)
    {
        var plan = item.Content;
        var (from, to) = plan.TimeOfDay switch
        {
            TimeOfDay.Morning => (new TimeOnly(7, 30), new TimeOnly(11, 30)),
            TimeOfDay.Afternoon => (new TimeOnly(13, 30), new TimeOnly(17, 0)),
            _ => (new TimeOnly(7, 30), new TimeOnly(16, 30)),
        };
        return FormInput.ToJson(new TripNoticeInput
        {
            PlanItemId = item.Id,
            AreaIds = plan.AreaIds,
            DepartsAt = item.DateFrom.ToDateTime(from),
            ReturnsAt = item.DateTo.ToDateTime(to),
            Place = plan.Place,
            Purpose = plan.Purpose,
            Domains = plan.Domains,
            ParticipantIds = plan.ParticipantIds,
            TripLeaderId = plan.TripLeaderId,
            Programme = [new ProgrammeLine { Date = item.DateFrom, From = from, Place = plan.Place, With = plan.WhomToMeet }],
        });
    }

    private static JsonObject Contacts(FieldTrip trip, CaseContext context) => FormInput.ToJson(new PriorContactInput
    {
        Contacts = [.. trip.AreaIds.Select(a =>
        {
            var usual = context.Directory.Data.Contacts.FirstOrDefault(c => c.AreaId == a);
            return new AreaContactInput { AreaId = a, Exception = false, ContactPerson = usual?.FullName, Position = usual?.Position, Channel = ContactChannel.Phone, WithAreaLeaders = false };
        })],
    });

    /// <summary>"Còn 2 ngày làm việc", "Hạn hôm nay, 17:00", "Quá hạn 1 ngày làm việc".</summary>
    public static string DueText(DateTime? due, CaseContext context, Texts.T t)
    {
        if (due is not { } at)
        {
            return "";
        }

        var (day, clock) = (VietnamTime.DayOf(at), VietnamTime.ToLocal(at).ToString("HH:mm", CultureInfo.InvariantCulture));
        if (context.Now > at)
        {
            var late = context.Calendar.WorkingDaysBetween(day, context.Today);
            return late == 0 ? t["Due.OverdueToday", clock] : t["Due.Overdue", late];
        }

        var left = context.Calendar.WorkingDaysBetween(context.Today, day);
        return day == context.Today ? t["Due.Today", clock] : t["Due.Left", left, day];
    }
}
