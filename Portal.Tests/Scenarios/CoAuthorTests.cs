using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Cases;
using Portal.Workflows.Runtime;

namespace Portal.Tests.Scenarios;

/// <summary>X-13: a draft is its author's alone, and theirs whom the author invites, as long as they are colleagues.</summary>
public class CoAuthorTests
{
    private const string Subject = "start:field-trip";

    [Fact]
    public async Task Whoever_shares_no_group_is_not_invited_and_who_is_not_invited_reads_and_writes_nothing()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (author, shared) = (portal.Person(Trips.Member), portal.Services.GetRequiredService<CoAuthors>());
        await KeepAsync(portal);
        var context = await portal.Operations.ContextAsync(author);
        var (directory, today) = (context.Directory, context.Today);
        var staff = directory.Data.Staff.Where(s => s.ValidTo is null && s.Id != Trips.Member).Select(s => s.Id).ToList();
        Assert.True(staff.Count > 20);
        var colleagues = new List<string>();
        foreach (var person in staff)
        {
            var isColleague = directory.GroupsOf(person, today).Intersect(directory.GroupsOf(Trips.Member, today)).Any();
            Assert.Equal(isColleague, (await shared.InviteAsync(author, Subject, person)).IsSuccess);
            Assert.Equal(isColleague, (await shared.MineAsync(portal.Person(person))).Count == 1);
            Assert.Equal(isColleague, await portal.Acts.FindDraftAsync(portal.Person(person), Subject, Trips.Member) is not null);
            var saved = await portal.Acts.SaveDraftAsync(
                portal.Person(person), Subject, "trip-notice", Form(), "", Form(), Trips.Member);
            Assert.Equal(isColleague ? null : "Draft.Gone", saved.Refusal?.Code);
            using var content = new MemoryStream(TextFiles.Pdf("Ghi chép"));
            var given = await portal.Acts.UploadAsync(portal.Person(person), "Ghi chép.pdf", content, Subject, Trips.Member);
            Assert.Equal(isColleague, given.IsSuccess);
            if (isColleague)
            {
                colleagues.Add(person);
            }
        }

        Assert.NotEmpty(colleagues);
        Assert.Equal(colleagues.Order(), (await shared.OfAsync(author, Subject, "trip-notice")).Invited.Select(i => i.PersonId).Order());
        Assert.False((await shared.InviteAsync(author, Subject, Trips.Member)).IsSuccess);
        Assert.False((await shared.InviteAsync(author, "start:khong-co", colleagues[0])).IsSuccess);
    }

    [Fact]
    public async Task What_a_colleague_writes_and_gives_is_in_the_draft_that_the_author_sends_and_with_it_the_invitation_goes()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (author, other) = (portal.Person(Trips.Member), portal.Person(Trips.Lead));
        var shared = portal.Services.GetRequiredService<CoAuthors>();
        await KeepAsync(portal);
        Assert.True((await shared.InviteAsync(author, Subject, Trips.Lead)).IsSuccess);
        var mine = Assert.Single(await shared.MineAsync(other));
        Assert.Equal(("field-trip", "trip-notice"), (mine.ProcessKey, mine.FormKey));

        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        using var content = new MemoryStream(TextFiles.Pdf("Ghi chép"));
        var file = (await portal.Acts.UploadAsync(other, "Chương trình.pdf", content, Subject, Trips.Member)).Value;
        var changed = Form();
        changed["place"] = "Hội trường phường";
        changed["files"] = new JsonArray(file.Id.ToString());
        Assert.True((await portal.Acts.SaveDraftAsync(other, Subject, "trip-notice", changed, "more", Form(), Trips.Member)).IsSuccess);

        var draft = (await portal.Acts.FindDraftAsync(author, Subject))!;
        Assert.Equal(("Hội trường phường", "when"), ((string?)draft.Form["place"], draft.Page));
        Assert.True((await portal.Acts.FindFileAsync(author, file.Id)).IsSuccess);
        Assert.False((await portal.Acts.FindFileAsync(portal.Person("S10"), file.Id)).IsSuccess);
        var sent = await portal.Acts.StartAsync(author, "field-trip", new("Submit", draft.Form, null));
        Assert.True(sent.IsSuccess, sent.Refusal?.Code);
        Assert.Empty(await shared.MineAsync(other));
        Assert.Equal(
            "Draft.Gone",
            (await portal.Acts.SaveDraftAsync(other, Subject, "trip-notice", changed, "", changed, Trips.Member)).Refusal?.Code);
        Assert.Null(await portal.Acts.FindDraftAsync(other, Subject, Trips.Member));
    }

    [Fact]
    public async Task Who_leaves_or_is_sent_away_reads_it_no_more_and_a_yes_to_the_question_takes_the_content_of_all()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (author, other) = (portal.Person(Trips.Member), portal.Person(Trips.Lead));
        var shared = portal.Services.GetRequiredService<CoAuthors>();
        await KeepAsync(portal);
        Assert.True((await shared.InviteAsync(author, Subject, Trips.Lead)).IsSuccess);
        var secret = Form();
        secret["secrecy"] = new JsonObject { ["containsStateSecret"] = true };
        Assert.True((await portal.Acts.SaveDraftAsync(other, Subject, "trip-notice", secret, "", Form(), Trips.Member)).IsSuccess);
        Assert.False((await portal.Acts.FindDraftAsync(author, Subject))!.Form.ContainsKey("purpose"));

        var invitation = (await shared.OfAsync(author, Subject, "trip-notice")).Invited.Single().Id;
        Assert.False((await shared.EndAsync(portal.Person("S10"), invitation)).IsSuccess);
        Assert.True((await shared.EndAsync(other, invitation)).IsSuccess);
        Assert.Null(await portal.Acts.FindDraftAsync(other, Subject, Trips.Member));
        Assert.False((await shared.OpenAsync(other, invitation)).IsSuccess);
    }

    [Fact]
    public async Task A_form_that_may_hold_something_Restricted_is_never_written_together()
    {
        await using var portal = await TestPortal.CreateAsync();
        var together = portal.Services.GetRequiredService<ProcessCatalogue>().Forms.Values.Where(f => f.IsWrittenTogether).ToList();
        Assert.NotEmpty(together);
        Assert.DoesNotContain(together, f => f.Fields.SelectMany(Deep).Any(i => i.Name == "concernsPersonnel"));

        static IEnumerable<FormField> Deep(FormField field) => field.Items.SelectMany(Deep).Prepend(field);
    }

    private static JsonObject Form() => FormInput.ToJson(Trips.Notice());

    private static async Task KeepAsync(TestPortal portal) =>
        Assert.True((await portal.Acts.SaveDraftAsync(portal.Person(Trips.Member), Subject, "trip-notice", Form(), "when")).IsSuccess);
}
