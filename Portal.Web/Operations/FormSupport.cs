using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;

namespace Portal.Web.Operations;

/// <summary>What a form offers to pick from, and what is known before anybody types: the group, the contact, the times.</summary>
public static class FormSupport
{
    public static FormChoices Choices(CaseContext context, Case? subject)
    {
        var (directory, today) = (context.Directory, context.Today);
        var groups = subject is { GroupId.Length: > 0 } ? [subject.GroupId] : directory.GroupsOf(context.Actor.PersonId, today).ToArray();
        var areas = subject is { Areas.Count: > 0 } && subject.ProcessKey == "field-trip" && subject.Status is not ("Draft" or "ReturnedForChange")
            ? subject.Areas.Select(a => a.AreaId)
            : groups.Length > 0 ? groups.SelectMany(g => directory.AreasOfGroup(g, today)) : directory.Data.Areas.Where(a => directory.GroupOfArea(a.Id, today) is not null).Select(a => a.Id);
        return new FormChoices
        {
            Areas = [.. areas.Distinct().Select(a => new Option(a, directory.AreaName(a))).OrderBy(o => o.Label, VietnameseText.Comparer)],
            Group = [.. groups.SelectMany(g => directory.MembersOf(g, today)).Distinct().Select(p => new Option(p, directory.NameOf(p)))],
            Everybody = [.. directory.Data.Staff.Where(s => Domain.Organisation.EffectiveDating.IsValidOn(s, today)).OrderBy(s => s.SortKey, StringComparer.Ordinal)
                .Select(s => new Option(s.Id, $"{s.FullName} – {s.Position}{(directory.Department(s.DepartmentId) is { } d ? $", {d.ShortName}" : "")}"))],
            Departments = [.. directory.Data.Departments.OrderBy(d => d.Order).Select(d => new Option(d.Id, d.Name))],
        };
    }

    public static Func<string, string, string> Names(CaseContext context, IEnumerable<Attachment> files)
    {
        var names = files.ToDictionary(f => f.Id.ToString(), f => f.FileName);
        return (kind, id) => kind switch
        {
            "area" => context.Directory.AreaName(id),
            "department" => context.Directory.Department(id)?.Name ?? id,
            "file" => names.GetValueOrDefault(id, id),
            _ => context.Directory.NameOf(id),
        };
    }

    /// <summary>The form as it opens: of a round before, or from the facts.</summary>
    public static JsonObject Known(string formKey, CaseContext context, CaseView? view)
    {
        var trip = view?.Subject as FieldTrip;
        return formKey switch
        {
            "trip-plan" when view?.Subject is MonthlyTripPlan { Content: { NoTrip: not null } content } => FormInput.ToJson(content with { Secrecy = null }),
            "trip-plan" => FormInput.ToJson(new TripPlanInput { NoTrip = false, Items = [new TripPlanItemInput { TripLeaderId = context.Actor.PersonId, ParticipantIds = [context.Actor.PersonId] }] }),
            "trip-notice" when trip is not null => FormInput.ToJson(trip.Notice with { Secrecy = null }),
            "trip-notice" => NewNotice(context),
            "prior-contact" when trip is not null => Contacts(trip, context),
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
