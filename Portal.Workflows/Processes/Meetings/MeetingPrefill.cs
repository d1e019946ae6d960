using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Meetings;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Meetings;

/// <summary>What the forms of a meeting know before anybody types.</summary>
internal static class MeetingPrefill
{
    public static JsonObject Of(FormOpening opening)
    {
        var meeting = opening.Subject as MeetingAttendance;
        if (opening.FormKey == MeetingForms.Invitation.Key)
        {
            return Invitation(meeting, opening.Context);
        }

        var line = int.TryParse(opening.Item, CultureInfo.InvariantCulture, out var number) ? meeting?.Line(number) : null;
        return meeting is null ? [] : OfMeeting(opening.FormKey, meeting, line, opening.Context);
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
        "meeting-consent" when meeting.ExtraRequest is { } request =>
            FormInput.ToJson(new ConsentInput { ExtraIds = [.. (request.Extras ?? []).Select(e => e.PersonId!)] }),
        "meeting-consent" when meeting.Nomination?.Extras is { Length: > 0 } extras =>
            FormInput.ToJson(new ConsentInput { ExtraIds = [.. extras.Select(e => e.PersonId!)] }),
        "oral-consent" =>
            FormInput.ToJson(new OralReportForm
            {
                OralReport = new OralReportInput
                {
                    ToId = context.Directory.LeaderInCharge(
                null, meeting.GroupId, context.Today)
                }
            }),
        "meeting-move" =>
            FormInput.ToJson(new MeetingMoveInput
            {
                StartsAt = meeting.Invitation.StartsAt,
                EndsAt = meeting.Invitation.EndsAt,
                Place = meeting.Invitation.Place
            }),
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
}
