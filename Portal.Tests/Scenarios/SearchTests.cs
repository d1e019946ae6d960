using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Searching;

namespace Portal.Tests.Scenarios;

/// <summary>One search over everything one may see; what one may not see is neither found nor counted.</summary>
public class SearchTests
{
    /// <summary>Member of another group, without area, case or charge here.</summary>
    private const string Stranger = "S27";

    [Theory]
    [InlineData("bàu nổi")]
    [InlineData("BAU NOI")]
    [InlineData("di bao viec noi")]
    [InlineData("Đi báo")]
    [InlineData("CT-2026/0001")]
    [InlineData("ct-2026/00")]
    [InlineData("báo v")]
    public async Task Found_without_tone_marks_and_case_and_by_the_beginning_of_the_last_word(string text)
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.NotifyAsync();
        var found = await FindAsync(portal, Trips.Member, text);
        Assert.Equal("CT-2026/0001", Assert.Single(found.Cases).Number);
        Assert.Equal(1, found.CaseTotal);
        var stranger = await FindAsync(portal, Stranger, text);
        Assert.Equal((0, 0), (stranger.Cases.Count, stranger.CaseTotal));
    }

    [Theory]
    [InlineData("nổi bàu nước")]
    [InlineData("ao viec")]
    [InlineData("")]
    [InlineData("  \"  ")]
    [InlineData("Text : *")]
    [InlineData("x\" OR Marks : gN03 OR \"")]
    [InlineData("NEAR(bau noi)")]
    [InlineData("gN03")]
    [InlineData("pS31")]
    public async Task What_is_not_there_is_not_found_and_no_word_is_read_as_a_command(string text)
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.NotifyAsync();
        var found = await FindAsync(portal, Trips.Member, text);
        Assert.Equal(0, found.CaseTotal);
    }

    [Fact]
    public async Task What_fits_best_stands_first_then_the_newest()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.NotifyAsync(Trips.Notice("A018", "A017"));
        await portal.NotifyAsync();
        await portal.NotifyAsync(Trips.Notice() with
        {
            DepartsAt = Trips.Departs.AddDays(1),
            ReturnsAt = Trips.Returns.AddDays(1),
            Programme = [Trips.Notice().Programme![0] with { Date = DateOnly.FromDateTime(Trips.Departs.AddDays(1)) }]
        });
        Assert.Equal(["CT-2026/0003", "CT-2026/0002", "CT-2026/0001"],
            (await FindAsync(portal, Trips.Member, "báo việc")).Cases.Select(c => c.Number));
        Assert.Equal("CT-2026/0002", (await FindAsync(portal, Trips.Member, "ct-2026/0002")).Cases[0].Number);
    }

    [Fact]
    public async Task Reported_items_of_ones_areas_are_found_those_about_personnel_are_not()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.ReadyAsync();
        portal.GoTo(Trips.Departs.AddMinutes(10));
        await portal.MustAsync(id, "departure", Trips.Member, "Departed", Trips.Departure());
        portal.GoTo(Trips.Returns.AddMinutes(10));
        await portal.MustAsync(id, "notes", Trips.Member, "EndTrip", Trips.Notes());
        var result = Trips.Result();
        await portal.MustAsync(id, "result", Trips.Member, "Submit", result with
        {
            Items = [result.Items![0] with { Content = "Thiếu công chức địa chính – xây dựng" },
                result.Items[1] with { Content = "Cán bộ địa chính chưa đáp ứng", ConcernsPersonnel = true }],
        });
        await portal.MustAsync(id, "resultReview", Trips.Leader, "Acknowledge", Trips.Review());

        foreach (var reader in new[] { Trips.Member, Trips.Leader, Trips.Head })
        {
            var found = await FindAsync(portal, reader, "dia chinh");
            Assert.Equal("Thiếu công chức địa chính – xây dựng", Assert.Single(found.Items).Content);
            Assert.Equal(1, found.ItemTotal);
        }

        Assert.Equal(0, (await FindAsync(portal, Stranger, "dia chinh")).ItemTotal);
    }

    [Fact]
    public async Task A_case_is_found_by_its_new_words_by_whom_it_came_to_and_by_who_stands_in()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.NotifyAsync();
        Assert.Equal(0, (await FindAsync(portal, Trips.Member, "bàu trâm")).CaseTotal);
        await portal.Operations.RunAsync(Portal.Domain.Organisation.Actor.System, o =>
        {
            var subject = o.Db.Cases.Include(c => c.People).Single();
            subject.Describe(LocalText.Typed("Đi báo việc: Xã Bàu Trâm"), "Đi báo việc: Xã Bàu Trâm", ["Xã Bàu Trâm"]);
            subject.Involve(Stranger, CasePersonKind.Named);
            return Task.FromResult(Portal.Domain.Common.Result.Ok);
        });
        Assert.Equal(1, (await FindAsync(portal, Trips.Member, "bàu trâm")).CaseTotal);
        Assert.Equal(0, (await FindAsync(portal, Trips.Member, "bàu nổi")).CaseTotal);
        Assert.Equal(1, (await FindAsync(portal, Stranger, "bàu trâm")).CaseTotal);
    }

    [Fact]
    public async Task Areas_people_and_files_are_found_too()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var stream = new MemoryStream("%PDF-1.7\n%%EOF"u8.ToArray());
        var file = (await portal.Acts.UploadAsync(portal.Person(Trips.Member), "Báo cáo Đảng ủy.pdf", stream)).Value;
        await portal.NotifyAsync(Trips.Notice() with { Files = [file.Id] });
        Assert.Equal("CT-2026/0001", Assert.Single((await FindAsync(portal, Trips.Member, "bao cao dang uy")).Files).CaseNumber);
        Assert.Empty((await FindAsync(portal, Stranger, "bao cao dang uy")).Files);
        Assert.Contains((await FindAsync(portal, Stranger, "bàu nổi")).Areas, a => a.Id == "A017");
        Assert.Contains((await FindAsync(portal, Stranger, "nguyen dinh uoc")).People, p => p.Id == "S09");
    }

    [Fact]
    public void Hits_are_marked_in_the_text_as_it_is_written()
    {
        var parts = Search.Mark("Đi báo việc: xã Bàu Nổi", ["di", "noi"]);
        Assert.Equal(["Đi", "Nổi"], parts.Where(p => p.IsHit).Select(p => p.Text));
        Assert.Equal("Đi báo việc: xã Bàu Nổi", string.Concat(Search.Mark("Đi báo việc: xã Bàu Nổi", ["x"]).Select(p => p.Text)));
    }

    private static Task<SearchResults> FindAsync(TestPortal portal, string person, string text) =>
        portal.Services.GetRequiredService<Search>().FindAsync(portal.Person(person), text);
}
