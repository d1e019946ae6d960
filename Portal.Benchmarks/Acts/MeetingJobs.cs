using Portal.Domain.Meetings;

namespace Portal.Benchmarks.Acts;

/// <summary>The jobs of P2: a meeting from the invitation to the notes.</summary>
internal sealed class MeetingJobs(Desk desk, MeetingCases meetings)
{
    /// <summary>Of the month, with no other meeting on it.</summary>
    private const int Day = 28;

    public IEnumerable<Job> All =>
    [
        new("lead nominates self", new(3, 0), new(2, 0), NominateAsync),
        new("leader consents", new(3, 0), new(2, 0), ConsentAsync),
        new("notes after a meeting", new(9, 34), new(5, 34), WriteNotesAsync),
        new("records office registers an invitation", new(16, 19), new(10, 8), RegisterAsync),
    ];

    private async Task<Hand> NominateAsync()
    {
        var meeting = await meetings.RegisteredAsync();
        var (hand, form) = await desk.OpenTaskAsync(People.Lead, meeting.Number, MeetingForms.Nomination);
        await form.SendAsync("Submit");
        return hand;
    }

    private async Task<Hand> ConsentAsync()
    {
        var meeting = await meetings.NominatedAsync();
        var (hand, form) = await desk.OpenTaskAsync(People.Leader, meeting.Number, MeetingForms.Consent);
        await form.SendAsync("Consent");
        return hand;
    }

    private async Task<Hand> WriteNotesAsync()
    {
        var meeting = await meetings.AttendedAsync();
        var (hand, form) = await desk.OpenTaskAsync(People.Lead, meeting.Number, MeetingForms.Notes);
        await form.NoSecretAsync();
        await form.TextAsync("course", Wording.Of("notes.course"));
        await form.TextAsync("conclusions", Wording.Of("notes.conclusions"));
        await form.SendAsync("Submit");
        return hand;
    }

    private async Task<Hand> RegisterAsync()
    {
        var earlier = await meetings.RegisteredAsync();
        return await desk.MayCopyAsync(People.Clerk, earlier.Number) ? await RegisterLikeAsync(earlier) : await RegisterNewAsync();
    }

    private async Task<Hand> RegisterNewAsync()
    {
        var (hand, form) = await desk.OpenStartAsync(People.Clerk, "meeting-attendance", MeetingForms.Invitation);
        await form.NoSecretAsync();
        await form.AddAsync("areaIds", Wording.Of("area.initials"), Wording.Of("area"));
        await form.TextAsync("host", Wording.Of("meeting.host"));
        await form.PickAsync("meetingTypeId", "", Wording.Of("meetingType"));
        await form.TextAsync("title", Wording.Of("meeting.title"));
        await form.MomentAsync("startsAt", Days.At(Day, 8));
        await form.TextAsync("place", Wording.Of("meeting.place"));
        await form.TextAsync("documentNumber", Wording.Of("meeting.number"));
        await form.OptionAsync("channel", InvitationChannel.EDocument);
        await form.TickAsync("domains", Wording.Of("domain"));
        await form.SendAsync("Submit");
        return hand;
    }

    // The same host and kind of meeting: another title, day and document.
    private async Task<Hand> RegisterLikeAsync(StartedCase earlier)
    {
        var (hand, form) = await desk.OpenCopyAsync(People.Clerk, earlier.Number, MeetingForms.Invitation);
        await form.NoSecretAsync();
        await form.RetypeAsync("title", Wording.Of("meeting.title"));
        await form.MomentAsync("startsAt", Days.At(Day, 8));
        await form.TextAsync("documentNumber", Wording.Of("meeting.number"));
        await form.SendAsync("Submit");
        return hand;
    }
}
