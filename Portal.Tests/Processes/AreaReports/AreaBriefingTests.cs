using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.AreaReports;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Domain.ReportItems;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations.ReportItems;
using Portal.Web.Processes;
using Portal.Web.Processes.AreaReports;
using Portal.Workflows.Runtime;

namespace Portal.Tests.Processes;

/// <summary>S-02, Đ5.5: a briefing from what is asked to what is accepted, over a real database.</summary>
public class AreaBriefingTests
{
    [Fact]
    public async Task It_is_asked_for_drafted_from_the_records_returned_sent_again_as_it_was_and_accepted()
    {
        await using var portal = await TestPortal.CreateAsync();
        var trip = await portal.ReportedAsync();
        await portal.MustAsync(trip, "resultReview", Trips.Leader, "Acknowledge", Trips.Review());
        var id = await portal.AskForBriefingAsync();
        var draft = await DraftAsync(portal, id);
        var number = await portal.ReadAsync(db => db.Cases.Where(c => c.Id == trip).Select(c => c.Number).SingleAsync());
        Assert.Contains(draft.Sections!, s => s.Text!.Contains(number, StringComparison.Ordinal));
        Assert.DoesNotContain(draft.Sections!, s => string.IsNullOrWhiteSpace(s.Text));

        await portal.MustAsync(id, "draft", Trips.Lead, "Submit", draft with { Secrecy = SecrecyGate.No });
        await portal.MustAsync(id, "accept", Trips.Leader, "Return", Briefings.Opinion("Bổ sung tình hình thôn"));
        var again = await DraftAsync(portal, id);
        Assert.Equal(draft.Sections!.Select(s => s.Text), again.Sections!.Select(s => s.Text));
        await portal.MustAsync(id, "draft", Trips.Lead, "Submit", Briefings.Draft());
        await portal.MustAsync(id, "accept", Trips.Leader, "AcceptBriefing", Briefings.Opinion());
        Assert.Equal(CaseState.Closed, await portal.ReadAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.State).SingleAsync()));
    }

    /// <summary>Accept if: the draft cites each source and omits whatever who asked, or who writes, may not read.</summary>
    [Fact]
    public async Task The_draft_holds_what_both_may_read_and_of_what_is_restricted_the_number_alone()
    {
        await using var portal = await TestPortal.CreateAsync();
        var shared = await portal.ReportIssueAsync();
        var apart = await portal.ReportIssueAsync(Issues.Report(isFlagged: true) with { WithoutLeader = true });
        await EnterAsync(portal, "Thiếu công chức văn phòng", restricted: false);
        await EnterAsync(portal, "Đơn tố cáo cán bộ", restricted: true);
        var numbers = await portal.ReadAsync(db => db.Cases.Where(c => c.Id == shared || c.Id == apart)
            .ToDictionaryAsync(c => c.Id, c => c.Number));
        foreach (var (asker, readsApart) in new[] { (Trips.Leader, false), (Trips.Head, true) })
        {
            var text = JsonSerializer.Serialize(await DraftAsync(portal, await portal.AskForBriefingAsync(asker)), FormInput.Json);
            Assert.Contains(numbers[shared], text, StringComparison.Ordinal);
            Assert.Equal(readsApart, text.Contains(numbers[apart], StringComparison.Ordinal));
            Assert.Contains("Thiếu công chức văn phòng", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Đơn tố cáo", text, StringComparison.Ordinal);
            Assert.DoesNotContain(Issues.Report().Facts!, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_sent_is_a_document_of_the_Party_with_its_purpose_and_parts()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.SentBriefingAsync();
        var view = (await portal.Cases.FindAsync(portal.Person(Trips.Leader), id)).Value;
        var context = await portal.Operations.ContextAsync(portal.Person(Trips.Leader), portal.Now);
        var made = portal.Services.GetRequiredService<AreaBriefingFile>()
            .Make((AreaBriefing)view.Subject!, AreaBriefingScreens.SectionsOf(view), context);
        var word = OfficeFiles.Part(made, "word/document.xml");
        Assert.All(
            new[] { "Làm việc với Ban Thường vụ Đảng ủy xã", "Tình hình", "Tổ chức đảng ổn định", "08/10/2026" },
            t => Assert.Contains(t, word, StringComparison.Ordinal));
    }

    /// <summary>X-08: neither the lead nor who wrote it in the lead's place accepts it, whoever lends them the right.</summary>
    [Fact]
    public async Task Who_wrote_it_and_the_lead_for_whom_it_was_written_accept_it_in_nobodys_place()
    {
        const string Substitute = "S14";
        await using var portal = await TestPortal.CreateAsync();
        await DirectiveRoads.LendAsync(portal, Trips.Lead, Substitute, "");
        await DirectiveRoads.LendAsync(portal, Trips.Leader, Substitute, "");
        await DirectiveRoads.LendAsync(portal, Trips.Leader, Trips.Lead, "");
        var id = await portal.AskForBriefingAsync();
        await portal.MustAsync(id, "draft", Substitute, "Submit", Briefings.Draft());
        foreach (var person in new[] { Substitute, Trips.Lead })
        {
            Assert.False((await portal.AnswerAsync(id, "accept", person, "AcceptBriefing", Briefings.Opinion())).IsSuccess);
        }

        await portal.MustAsync(id, "accept", Trips.Leader, "AcceptBriefing", Briefings.Opinion());
    }

    /// <summary>What a leader, or whoever stands in for one, may have made is for the areas of that leader.</summary>
    [Fact]
    public async Task Who_may_not_ask_is_told_why_and_starts_nothing()
    {
        await using var portal = await TestPortal.CreateAsync();
        foreach (var (person, code) in new[]
        {
            (Trips.Member, "AreaBriefing.OnlyLeadersAndLeads"), ("S08", "AreaBriefing.OnlyLeadersAndLeads"), ("L3", "Common.Invalid"),
        })
        {
            Assert.Equal(code, (await portal.StartAsync(Briefings.Process, person, Briefings.Request())).Refusal?.Code);
        }

        Assert.Equal(0, await portal.ReadAsync(db => db.Cases.CountAsync()));
    }

    private static async Task<BriefingDraftInput> DraftAsync(TestPortal portal, Guid id)
    {
        var actor = portal.Person(Trips.Lead);
        var view = (await portal.Cases.FindAsync(actor, id)).Value;
        var context = await portal.Operations.ContextAsync(actor, portal.Now);
        var known = portal.Services.GetRequiredService<ProcessCatalogue>().Known(AreaBriefingForms.Draft.Key, context, view);
        var screens = portal.Services.GetRequiredService<ProcessModules>().Of(Briefings.Process);
        var form = await screens.KnownAsync(AreaBriefingForms.Draft.Key, known, actor, view, context);
        return form.Deserialize<BriefingDraftInput>(FormInput.Json)!;
    }

    private static async Task EnterAsync(TestPortal portal, string content, bool restricted)
    {
        var entered = await portal.Services.GetRequiredService<ReportItemActs>().EnterAsync(
            portal.Person(Trips.Lead), FormInput.ToJson(new NewItemInput
            {
                Secrecy = SecrecyGate.No,
                AreaId = "A017",
                Kind = ReportItemKind.Difficulty,
                Domain = WorkDomains.CivilServants,
                Level = ReportItemLevel.Normal,
                Content = content,
                ConcernsPersonnel = restricted,
            }));
        Assert.True(entered.IsSuccess, entered.Refusal?.ToString());
    }
}
