using Portal.Domain.Areas;
using Portal.Domain.Forms;
using Portal.Domain.Meetings;

namespace Portal.Benchmarks.Acts;

/// <summary>Meetings of one group, brought to a step by the API; each is on a day of its own.</summary>
internal sealed class MeetingCases(ApiRoad api)
{
    private const string Process = "meeting-attendance";
    private const int FirstDay = 12;

    private int _registered;

    public async Task<StartedCase> RegisteredAsync()
    {
        // The next working day: the second Monday of the month is the first.
        var day = FirstDay + (_registered / 5 * 7) + (_registered % 5);
        _registered++;
        return await api.StartAsync(People.Clerk, Process, new InvitationInput
        {
            Secrecy = SecrecyGate.No,
            AreaIds = [People.Area],
            Host = Wording.Of("meeting.host"),
            WithoutInvitation = false,
            ReceivedAt = Days.Earlier(7, 45),
            Channel = InvitationChannel.EDocument,
            AddressedTo = InvitationAddressee.GroupLead,
            MeetingTypeId = "HNBCH",
            Title = Wording.Of("meeting.earlier"),
            StartsAt = Days.At(day, 8),
            EndsAt = Days.At(day, 11),
            Online = false,
            Place = Wording.Of("meeting.place"),
            Domains = [WorkDomains.PartyOrgAndMembers],
            AskedToSpeak = false,
        });
    }

    public async Task<StartedCase> NominatedAsync()
    {
        var meeting = await RegisteredAsync();
        await api.AnswerAsync(People.Lead, meeting.Id, "nominate", "Submit", new NominationInput
        {
            Secrecy = SecrecyGate.No,
            Option = NominationOption.LeadAttends,
            NomineeId = People.LeadId,
            WillSpeak = false,
        });
        return meeting;
    }

    /// <summary>The lead was there: the notes are left.</summary>
    public async Task<StartedCase> AttendedAsync()
    {
        var meeting = await NominatedAsync();
        await api.AnswerAsync(People.Leader, meeting.Id, "consent", "Consent", new ConsentInput { Secrecy = SecrecyGate.No });
        await api.AnswerAsync(
            People.Lead, meeting.Id, "prepare", "Ready", new PreparationInput { Secrecy = SecrecyGate.No, WillSpeak = false });
        await api.AnswerAsync(
            People.Lead, meeting.Id, "confirm", "Attended", new ArrivalInput { Secrecy = SecrecyGate.No, ArrivedAt = Days.Earlier(8, 0) });
        return meeting;
    }
}
