using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Meetings;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Meetings;

/// <summary>What the forms of a meeting know before anybody types.</summary>
public static class MeetingPrefill
{
    private static readonly Dictionary<string, Func<FormOpening, MeetingAttendance, JsonObject>> ByForm = new()
    {
        [MeetingForms.Nomination.Key] = Nomination,
        [MeetingForms.Consent.Key] = Consent,
        [MeetingForms.OralConsent.Key] = OralConsent,
        [MeetingForms.Move.Key] = Move,
        [MeetingForms.Reply.Key] = Reply,
        [MeetingForms.Preparation.Key] = Preparation,
        [MeetingForms.Arrival.Key] = Arrival,
        [MeetingForms.Notes.Key] = Notes,
    };

    internal static JsonObject Of(FormOpening opening)
    {
        var meeting = opening.Subject as MeetingAttendance;
        if (opening.FormKey == MeetingForms.Invitation.Key)
        {
            return Invitation(meeting, opening.Context);
        }

        return meeting is not null && ByForm.TryGetValue(opening.FormKey, out var known) ? known(opening, meeting) : [];
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

    /// <summary>An invitation like an earlier one: the same host and kind of meeting, another document and day.</summary>
    public static JsonObject LikeEarlier(InvitationInput earlier, CaseContext context) => FormInput.ToJson(earlier with
    {
        Secrecy = null,
        DocumentNumber = null,
        DocumentDate = null,
        ReceivedAt = earlier.WithoutInvitation == true ? null : Minute(VietnamTime.ToLocal(context.Now)),
        StartsAt = null,
        EndsAt = null,
        OralReport = null,
        SeparateReason = null,
        Files = null,
    });

    // R-ATT-07: the lead goes unless the lead says otherwise.
    private static JsonObject Nomination(FormOpening opening, MeetingAttendance meeting) =>
        FormInput.ToJson(meeting.Nomination is { } before
            ? before with { Secrecy = null }
            : new NominationInput
            {
                Option = NominationOption.LeadAttends,
                NomineeId = opening.Context.Directory.LeadOf(meeting.GroupId, VietnamTime.DayOf(meeting.StartsAt)),
                WillSpeak = meeting.Invitation.AskedToSpeak,
            });

    // Whom the group asks for: in a request of its own, else with the nomination.
    private static JsonObject Consent(FormOpening opening, MeetingAttendance meeting)
    {
        if (meeting.ExtraRequest is { } request)
        {
            return FormInput.ToJson(new ConsentInput { ExtraIds = [.. (request.Extras ?? []).Select(e => e.PersonId!)] });
        }

        return meeting.Nomination?.Extras is { Length: > 0 } extras
            ? FormInput.ToJson(new ConsentInput { ExtraIds = [.. extras.Select(e => e.PersonId!)] })
            : [];
    }

    private static JsonObject OralConsent(FormOpening opening, MeetingAttendance meeting)
    {
        // Of a meeting that had begun it was said when it was registered.
        if (meeting.Invitation.OralReport is { } known)
        {
            return FormInput.ToJson(new OralReportForm { OralReport = known });
        }

        var leader = opening.Context.Directory.LeaderInCharge(null, meeting.GroupId, opening.Context.Today);
        return FormInput.ToJson(new OralReportForm { OralReport = new OralReportInput { ToId = leader } });
    }

    private static JsonObject Move(FormOpening opening, MeetingAttendance meeting) => FormInput.ToJson(new MeetingMoveInput
    {
        StartsAt = meeting.Invitation.StartsAt,
        EndsAt = meeting.Invitation.EndsAt,
        Place = meeting.Invitation.Place,
    });

    private static JsonObject Reply(FormOpening opening, MeetingAttendance meeting) =>
        FormInput.ToJson(new MeetingReplyInput { SentAt = Minute(VietnamTime.ToLocal(opening.Context.Now)) });

    private static JsonObject Preparation(FormOpening opening, MeetingAttendance meeting) =>
        FormInput.ToJson(LineOf(opening, meeting)?.Preparation is { } before
            ? before with { Secrecy = null }
            : new PreparationInput { WillSpeak = meeting.Nomination?.WillSpeak });

    private static JsonObject Arrival(FormOpening opening, MeetingAttendance meeting) =>
        FormInput.ToJson(new ArrivalInput
        {
            ArrivedAt = ArrivedBy(meeting, opening.Context),
        });

    // Nobody has arrived later than now; and on an earlier day nothing is confirmed with one press.
    private static DateTime? ArrivedBy(MeetingAttendance meeting, CaseContext context)
    {
        if (meeting.StartsAt <= context.Now)
        {
            return meeting.Invitation.StartsAt;
        }

        return VietnamTime.DayOf(meeting.StartsAt) > context.Today ? null : Minute(VietnamTime.ToLocal(context.Now));
    }

    private static JsonObject Notes(FormOpening opening, MeetingAttendance meeting)
    {
        if (LineOf(opening, meeting) is not { } line)
        {
            return [];
        }

        if (line.Notes is { } before)
        {
            // what was kept apart is for its author and for those who read such parts.
            var readsAll = opening.ReadsRestricted || line.PersonId == opening.Context.Actor.PersonId;
            return FormInput.ToJson(readsAll
                ? before with { Secrecy = null }
                : before with { Secrecy = null, Remarks = null, Issues = null, Items = ReportItemInput.Split(before.Items).Open });
        }

        return FormInput.ToJson(new AttendanceNotesInput
        {
            LeftAt = meeting.EndsAt < opening.Context.Now ? VietnamTime.ToLocal(meeting.EndsAt) : null,
            Procedure = ProcedureObserved.Correct,
            Spoke = line.Preparation?.WillSpeak == true,
            Speech = line.Preparation?.Speech,
        });
    }

    // The attendee's line in whose loop the step runs.
    private static AttendanceLine? LineOf(FormOpening opening, MeetingAttendance meeting) =>
        int.TryParse(opening.Item, CultureInfo.InvariantCulture, out var number) ? meeting.Line(number) : null;

    private static DateTime Minute(DateTime at) => new(at.Year, at.Month, at.Day, at.Hour, at.Minute, 0);
}
