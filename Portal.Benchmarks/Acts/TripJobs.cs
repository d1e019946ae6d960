using Portal.Domain.Cases;
using Portal.Domain.FieldTrips;

namespace Portal.Benchmarks.Acts;

/// <summary>The jobs of P1: a trip from its notice to the report.</summary>
internal sealed class TripJobs(Desk desk, TripCases trips)
{
    private static readonly Figure UsualNotice = new(18, 42);

    public IEnumerable<Job> All =>
    [
        new("leader acknowledges a notice from the inbox", new(3, 0), new(2, 0), AcknowledgeAsync),
        new("usual trip notice: ad hoc, one area, two participants, one programme line", UsualNotice, new(9, 20), NotifyAsync),
        new("the same, begun like an earlier trip", UsualNotice, new(9, 20), NotifyLikeEarlierAsync),
        new("the same from a plan's item", new(11, 8), new(4, 0), NotifyPlannedAsync),
        new("prior contact", new(5, 0), new(3, 0), ContactAsync),
        new("departure", new(3, 0), new(2, 0), DepartAsync),
        new("result report with one item", new(24, 42), new(9, 20), ReportAsync),
    ];

    private async Task<Hand> AcknowledgeAsync()
    {
        var trip = await trips.NotifiedAsync();
        var hand = await desk.StartPageAsync(People.Leader);
        await hand.ClickAsync(hand.Page.Locator("section[aria-labelledby=viec] > a"));
        await hand.Page.Locator(".beside .crumb").Filter(new() { HasText = trip.Number }).WaitForAsync();
        await hand.PressAsync("g");
        await hand.Page.GetByText($"{Wording.Of("inbox.done")} {trip.Number}").WaitForAsync();
        return hand;
    }

    private async Task<Hand> NotifyAsync()
    {
        // Of an earlier trip the form knows the place and the purpose.
        await trips.NotifiedAsync();
        var (hand, form) = await desk.OpenStartAsync(People.Member, "field-trip", TripForms.Notice);
        await form.NoSecretAsync();
        await form.TickAsync("areaIds", Wording.Of("area"));
        await form.SuggestedAsync("place");
        await form.OptionAsync("adHocReason", AdHocReason.AreaEvent);
        await form.TextAsync("adHocText", Wording.Of("trip.why"));
        await form.SuggestedAsync("purpose");
        await form.TickAsync("domains", Wording.Of("domain"));
        await form.TickAsync("participantIds", Wording.Of("lead"));
        await form.SendAsync("Submit");
        return hand;
    }

    private async Task<Hand> NotifyLikeEarlierAsync()
    {
        var earlier = await trips.NotifiedAsync();
        var (hand, form) = await desk.OpenCopyAsync(People.Member, earlier.Number, TripForms.Notice);
        await form.NoSecretAsync();
        await form.SendAsync("Submit");
        return hand;
    }

    private async Task<Hand> NotifyPlannedAsync()
    {
        await trips.PlannedAsync();
        var hand = await desk.StartPageAsync(People.Member);
        var form = new Form(hand, TripForms.Notice);
        await hand.ClickAsync(Desk.MenuEntry(hand, "/ke-hoach"));
        await hand.ClickAsync(hand.Page.Locator("a[href*='?muc=']").First);
        await form.NoSecretAsync();
        await form.SendAsync("Submit");
        return hand;
    }

    private async Task<Hand> ContactAsync()
    {
        var trip = await trips.AcknowledgedAsync();
        var (hand, form) = await desk.OpenTaskAsync(People.Lead, trip.Number, TripForms.PriorContact);
        await form.NoSecretAsync();
        await form.MomentAsync("contacts[0].at", Days.Earlier(8, 0));
        await form.SendAsync("Contacted");
        return hand;
    }

    private async Task<Hand> DepartAsync()
    {
        var trip = await trips.ContactedAsync();
        var (hand, form) = await desk.OpenTaskAsync(People.Member, trip.Number, TripForms.Departure);

        // These trips are planned for a later day: who leaves earlier says when.
        await form.MomentAsync("departedAt", Days.Earlier(8, 20));
        await form.SendAsync("Departed");
        return hand;
    }

    private async Task<Hand> ReportAsync()
    {
        var trip = await trips.ReturnedAsync();
        var (hand, form) = await desk.OpenTaskAsync(People.Member, trip.Number, TripForms.Result);
        await form.NoSecretAsync();
        await form.TextAsync("punctuality", Wording.Of("result.punctuality"));
        await form.TextAsync("met[0].person", Wording.Of("result.person"));
        await form.TextAsync("met[0].content", Wording.Of("result.content"));
        await form.TextAsync("situation[0].text", Wording.Of("result.situation"));
        await form.AddRowAsync("items");
        await form.PickAsync("items[0].areaId", "", Wording.Of("area"));
        await form.OptionAsync("items[0].kind", ReportItemKind.Difficulty);
        await form.OptionAsync("items[0].domain", Wording.Of("domain"));
        await form.OptionAsync("items[0].level", ReportItemLevel.Normal);
        await form.TextAsync("items[0].content", Wording.Of("result.item"));
        await form.NoAsync("items[0].concernsPersonnel");
        await form.SendAsync("Submit");
        return hand;
    }
}
