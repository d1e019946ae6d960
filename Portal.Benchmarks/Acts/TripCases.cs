using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;

namespace Portal.Benchmarks.Acts;

/// <summary>Trips of one group, brought to a step by the API.</summary>
internal sealed class TripCases(ApiRoad api)
{
    private const string Process = "field-trip";
    private const int Day = 15;

    /// <summary>A trip that was reported.</summary>
    public async Task<StartedCase> NotifiedAsync()
    {
        await CallOffAsync();
        return await api.StartAsync(People.Member, Process, Notice());
    }

    /// <summary>Acknowledged: the prior contact is left.</summary>
    public async Task<StartedCase> AcknowledgedAsync()
    {
        var trip = await NotifiedAsync();
        await api.AnswerAsync(People.Leader, trip.Id, "review", "Acknowledge", new LeaderOpinionInput { Secrecy = SecrecyGate.No });
        return trip;
    }

    /// <summary>Ready to depart.</summary>
    public async Task<StartedCase> ContactedAsync()
    {
        var trip = await AcknowledgedAsync();
        await api.AnswerAsync(People.Lead, trip.Id, "contact", "Contacted", new PriorContactInput
        {
            Secrecy = SecrecyGate.No,
            Contacts =
            [
                new AreaContactInput
                {
                    AreaId = People.Area,
                    Exception = false,
                    ContactPerson = Wording.Of("contact.person"),
                    Position = Wording.Of("contact.position"),
                    At = Days.Earlier(8, 0),
                    Channel = ContactChannel.Phone,
                    WithAreaLeaders = false,
                },
            ],
        });
        return trip;
    }

    /// <summary>Back again: the report is left.</summary>
    public async Task<StartedCase> ReturnedAsync()
    {
        var trip = await ContactedAsync();
        await api.AnswerAsync(People.Member, trip.Id, "departure", "Departed", new DepartureInput
        {
            Secrecy = SecrecyGate.No,
            DepartedAt = Days.Earlier(8, 10),
            Participants =
            [
                .. new[] { People.MemberId, People.LeadId }.Select(p => new ParticipantConfirmation { PersonId = p, Went = true }),
            ],
        });
        await api.AnswerAsync(
            People.Member, trip.Id, "notes", "EndTrip", new TripNotesInput { Secrecy = SecrecyGate.No, ReturnedAt = Days.Earlier(8, 20) });
        return trip;
    }

    /// <summary>The plan of this month, acknowledged, with one trip in it.</summary>
    public async Task PlannedAsync()
    {
        await CallOffAsync();
        var plan = await api.WaitingAsync(People.Lead, "monthly-trip-plan");
        await api.AnswerAsync(People.Lead, plan.Id, "draft", "Submit", new TripPlanInput
        {
            Secrecy = SecrecyGate.No,
            NoTrip = false,
            Items =
            [
                new TripPlanItemInput
                {
                    AreaIds = [People.Area],
                    Purpose = Wording.Of("trip.directed"),
                    Domains = [WorkDomains.PartyOrgAndMembers],
                    DateFrom = DateOnly.FromDateTime(Days.At(Day + 5, 0)),
                    DateTo = DateOnly.FromDateTime(Days.At(Day + 5, 0)),
                    TimeOfDay = TimeOfDay.FullDay,
                    Place = Wording.Of("trip.place"),
                    ParticipantIds = [People.MemberId, People.LeadId],
                    TripLeaderId = People.MemberId,
                },
            ],
        });
        await api.AnswerAsync(People.Leader, plan.Id, "review", "Acknowledge", new PlanOpinionInput { Secrecy = SecrecyGate.No });
    }

    // What earlier jobs left: people's start pages hold what the job is about.
    private Task CallOffAsync() => api.ClearAsync(People.Leader, Process, "review", "Cancel", new TripCancelInput
    {
        Secrecy = SecrecyGate.No,
        By = CancelledBy.LeaderInCharge,
        Reason = Wording.Of("trip.calledOff"),
        AreaInformed = true,
    });

    private static TripNoticeInput Notice() => new()
    {
        Secrecy = SecrecyGate.No,
        AreaIds = [People.Area],
        AdHocReason = AdHocReason.AreaEvent,
        AdHocText = Wording.Of("trip.why"),
        DepartsAt = Days.At(Day, 7, 30),
        ReturnsAt = Days.At(Day, 16, 30),
        Place = Wording.Of("trip.place"),
        Purpose = Wording.Of("trip.purpose"),
        Domains = [WorkDomains.PartyOrgAndMembers],
        ParticipantIds = [People.MemberId, People.LeadId],
        TripLeaderId = People.MemberId,
        ExpectsToSpeak = false,
    };
}
