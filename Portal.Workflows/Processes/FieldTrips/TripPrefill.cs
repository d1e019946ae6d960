using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.FieldTrips;

/// <summary>What the forms of a trip know before anybody types.</summary>
public static class TripPrefill
{
    internal static JsonObject Of(FormOpening opening)
    {
        if (opening.Subject is not FieldTrip trip)
        {
            return opening.FormKey == TripForms.Notice.Key ? NewNotice(opening.Context) : [];
        }

        return opening.FormKey switch
        {
            _ when opening.FormKey == TripForms.Notice.Key => FormInput.ToJson(trip.Notice with { Secrecy = null }),
            _ when opening.FormKey == TripForms.PriorContact.Key => Contacts(trip, opening.Context),
            _ when opening.FormKey == TripForms.Change.Key => Change(trip),
            _ when opening.FormKey == TripForms.Departure.Key => Departure(trip),
            _ when opening.FormKey == TripForms.Notes.Key =>
                FormInput.ToJson(new TripNotesInput { ReturnedAt = VietnamTime.ToLocal(trip.ReturnsAt) }),
            _ when opening.FormKey == TripForms.Result.Key => opening.SentBefore() ?? Result(trip),
            _ when opening.FormKey == CaseForms.OralReport.Key => FormInput.ToJson(new OralReportForm
            {
                OralReport =
                    new OralReportInput { ToId = opening.Context.Directory.LeaderInCharge(null, trip.GroupId, opening.Context.Today) },
            }),
            _ => [],
        };
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

    private static JsonObject Change(FieldTrip trip) => FormInput.ToJson(new TripChangeInput
    {
        DepartsAt = VietnamTime.ToLocal(trip.DepartsAt),
        ReturnsAt = VietnamTime.ToLocal(trip.ReturnsAt),
        Place = trip.Notice.Place,
        Purpose = trip.Notice.Purpose,
        ParticipantIds = [.. trip.ParticipantIds],
    });

    private static JsonObject Departure(FieldTrip trip) => FormInput.ToJson(new DepartureInput
    {
        DepartedAt = VietnamTime.ToLocal(trip.DepartsAt),
        Participants = [.. trip.ParticipantIds.Select(p => new ParticipantConfirmation { PersonId = p, Went = true })],
    });

    private static JsonObject Result(FieldTrip trip) => FormInput.ToJson(new TripResultInput
    {
        ActualFrom = trip.DepartedAt is { } from ? VietnamTime.ToLocal(from) : null,
        ActualTo = trip.ReturnedAt is { } to ? VietnamTime.ToLocal(to) : null,
        ParticipantIds = [.. trip.ParticipantIds],
        Met = [.. trip.AreaIds.Select(a => new MeetingPoint { AreaId = a })],
        Situation = [.. trip.AreaIds.Select(a => new SituationPart { AreaId = a })],
    });

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

    private static JsonObject Contacts(FieldTrip trip, CaseContext context) => FormInput.ToJson(new PriorContactInput
    {
        Contacts = [.. trip.AreaIds.Select(a =>
        {
            var usual = context.Directory.Data.Contacts.FirstOrDefault(c => c.AreaId == a);
            return new AreaContactInput { AreaId = a, Exception = false, ContactPerson = usual?.FullName, Position = usual?.Position,
                Channel = ContactChannel.Phone, WithAreaLeaders = false };
        })],
    });
}
