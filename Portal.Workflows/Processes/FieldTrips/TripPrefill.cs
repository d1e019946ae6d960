using System.Text.Json;
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
    /// <summary>Characters that fit in what was talked about with one area.</summary>
    private const int MostOfContent = 3000;

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
            _ when opening.FormKey == TripForms.Cancel.Key => Cancel(trip, opening.Context),
            _ when opening.FormKey == TripForms.Departure.Key => Departure(trip, opening.Context),
            _ when opening.FormKey == TripForms.Notes.Key =>
                FormInput.ToJson(new TripNotesInput { ReturnedAt = ByNow(trip.ReturnsAt, opening.Context) }),
            _ when opening.FormKey == TripForms.Result.Key => opening.SentBefore() ?? Result(trip, opening),
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
            SubUnits = plan.SubUnits,
            Purpose = plan.Purpose,
            Domains = plan.Domains,
            ParticipantIds = plan.ParticipantIds,
            TripLeaderId = plan.TripLeaderId,
            ExpectsToSpeak = false,
            Programme = string.IsNullOrWhiteSpace(plan.WhomToMeet)
                ? null
                : [new ProgrammeLine
                {
                    Date = item.DateFrom,
                    From = from,
                    Place = plan.Place,
                    With = plan.WhomToMeet,
                    Content = plan.Purpose,
                }],
        });
    }

    /// <summary>A notice like an earlier one, on the first day that is in time; what was of that day alone is not taken over.</summary>
    public static JsonObject LikeEarlier(TripNoticeInput earlier, CaseContext context)
    {
        var (from, to) = (earlier.DepartsAt!.Value, earlier.ReturnsAt!.Value);
        var days = FirstDay(context).DayNumber - DateOnly.FromDateTime(from).DayNumber;
        return FormInput.ToJson(earlier with
        {
            Secrecy = null,
            PlanItemId = null,
            DepartsAt = from.AddDays(days),
            ReturnsAt = to.AddDays(days),
            Programme = earlier.Programme is null
                ? null
                : [.. earlier.Programme.Select(l => l with { Date = l.Date?.AddDays(days) })],
            LateReason = null,
            ReportedOrally = null,
            OralReport = null,
            MeetingIds = null,
            Files = null,
        });
    }

    private static DateOnly FirstDay(CaseContext context) =>
        context.Calendar.AddWorkingDays(context.Today, context.Settings.Int("Trip.NoticeLeadDays") + 1);

    private static JsonObject Change(FieldTrip trip) => FormInput.ToJson(new TripChangeInput
    {
        DepartsAt = VietnamTime.ToLocal(trip.DepartsAt),
        ReturnsAt = VietnamTime.ToLocal(trip.ReturnsAt),
        Place = trip.Notice.Place,
        Purpose = trip.Notice.Purpose,
        ParticipantIds = [.. trip.ParticipantIds],
        Programme = trip.Notice.Programme,
    });

    private static JsonObject Cancel(FieldTrip trip, CaseContext context)
    {
        var known = trip.PriorContact?.Contacts?.FirstOrDefault(c => c.Exception == false);
        var isLeader = context.Directory.IsLeader(context.PrincipalId, context.Today);
        return FormInput.ToJson(new TripCancelInput
        {
            By = isLeader ? CancelledBy.LeaderInCharge : CancelledBy.GroupLead,
            AreaInformed = known is null ? false : null,
            InformedPerson = known is null ? null : $"{known.ContactPerson}, {known.Position}",
            InformedChannel = known?.Channel,
        });
    }

    // Who may do it for all has all; others themselves.
    private static JsonObject Departure(FieldTrip trip, CaseContext context)
    {
        var mayForAll = new[] { trip.AuthorId, trip.TripLeaderId, context.Directory.LeadOf(trip.GroupId, context.Today) }
            .Any(context.IsFor);
        var given = trip.Departure?.Participants ?? [];
        return FormInput.ToJson(new DepartureInput
        {
            // Who leaves on an earlier day than planned says when: nothing is confirmed with one press then.
            DepartedAt = VietnamTime.DayOf(trip.DepartsAt) > context.Today ? null : ByNow(trip.DepartsAt, context),
            Participants = [.. trip.ParticipantIds.Where(p => mayForAll || context.IsFor(p)).Select(p =>
                Array.Find(given, g => g.PersonId == p) ?? new ParticipantConfirmation { PersonId = p, Went = true })],
        });
    }

    // What was planned for later than now has come about by now, to the minute.
    private static DateTime ByNow(DateTime planned, CaseContext context)
    {
        var at = VietnamTime.ToLocal(planned > context.Now ? context.Now : planned);
        return at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute));
    }

    // What those who went have written already is taken over, to be put into one text.
    private static JsonObject Result(FieldTrip trip, FormOpening opening)
    {
        TripResultPartInput[] parts =
        [
            .. opening.FormsOf(TripForms.ResultPart.Key).Select(f => f.Deserialize<TripResultPartInput>(FormInput.Json))
                .OfType<TripResultPartInput>(),
        ];
        MeetingPoint[] met = [.. parts.SelectMany(p => p.Met ?? [])];
        SituationPart[] situation = [.. parts.SelectMany(p => p.Situation ?? [])];
        return FormInput.ToJson(new TripResultInput
        {
            ActualFrom = trip.DepartedAt is { } from ? VietnamTime.ToLocal(from) : null,
            ActualTo = trip.ReturnedAt is { } to ? VietnamTime.ToLocal(to) : null,
            ParticipantIds = [.. trip.ParticipantIds],
            Met =
            [
                .. met,
                .. trip.AreaIds.Where(a => met.All(m => m.AreaId != a))
                    .Select(a => new MeetingPoint
                    {
                        AreaId = a,
                        Place = trip.Notice.Place,
                        Person = WhomOf(trip, a),
                        Content = trip.AreaIds.Count == 1 ? ProgrammeOf(trip) : null,
                    }),
            ],
            Situation = [.. situation, .. trip.AreaIds.Where(a => situation.All(s => s.AreaId != a)).Select(a => new SituationPart
            {
                AreaId = a,
                Domain = trip.Notice.Domains is [var only] ? only : null,
            })],
            Guidance = Joined(parts.Select(p => p.Guidance)),
            Proposals = Joined(parts.Select(p => p.Proposals)),
            Deviations = Joined(trip.Changes.Select(c => c.Reason).Distinct()),
            Spoke = trip.Notice.ExpectsToSpeak,
            Assessment = TripAssessment.AsPlanned,
            ConcernsPersonnel = parts.Any(p => p.ConcernsPersonnel == true),
        });
    }

    // Whom the prior contact named.
    private static string? WhomOf(FieldTrip trip, string areaId) =>
        trip.PriorContact?.Contacts?.FirstOrDefault(c => c.AreaId == areaId && c.Exception == false) is { ContactPerson: { } person } known
            ? string.Join(", ", new[] { person, known.Position }.Where(t => !string.IsNullOrWhiteSpace(t)))
            : null;

    // What was to be done there; of several areas the programme does not say which is whose.
    private static string? ProgrammeOf(FieldTrip trip) =>
        string.Join("; ", (trip.Notice.Programme ?? []).Select(l => l.Content).Where(c => !string.IsNullOrWhiteSpace(c)).Distinct())
            is { Length: > 0 and <= MostOfContent } content ? content : null;

    private static string? Joined(IEnumerable<string?> texts) =>
        string.Join("\n", texts.Where(t => !string.IsNullOrWhiteSpace(t))) is { Length: > 0 } text ? text : null;

    private static JsonObject NewNotice(CaseContext context)
    {
        var me = context.Actor.PersonId;
        var group = context.Directory.GroupsOf(me, context.Today).FirstOrDefault();
        var areas = group is null ? [] : context.Directory.AreasOfGroup(group, context.Today).ToArray();
        var day = FirstDay(context);
        return FormInput.ToJson(new TripNoticeInput
        {
            AreaIds = areas.Length == 1 ? areas : null,
            DepartsAt = day.ToDateTime(new TimeOnly(7, 30)),
            ReturnsAt = day.ToDateTime(new TimeOnly(16, 30)),
            Domains = group is null ? null : [.. context.Directory.SpecialitiesOf(me, group, context.Today)],
            ParticipantIds = [me],
            TripLeaderId = me,
            ExpectsToSpeak = false,
        });
    }

    // Who writes it down has just spoken with them.
    private static JsonObject Contacts(FieldTrip trip, CaseContext context)
    {
        var now = VietnamTime.ToLocal(context.Now);
        return FormInput.ToJson(new PriorContactInput
        {
            Contacts = [.. trip.AreaIds.Select(a =>
            {
                var usual = context.Directory.Data.Contacts.FirstOrDefault(c => c.AreaId == a);
                return new AreaContactInput
                {
                    AreaId = a,
                    Exception = false,
                    ContactPerson = usual?.FullName,
                    Position = usual?.Position,
                    At = new DateTime(now.Year, now.Month, now.Day, now.Hour, now.Minute, 0),
                    Channel = ContactChannel.Phone,
                    WithAreaLeaders = false,
                };
            })],
        });
    }
}
