using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Domain.Organisation;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Searching;

namespace Portal.Tests.Scenarios;

/// <summary>
/// Files are found by the words inside them, by whoever may read them; never those that came with something Restricted; and what a
/// file does to its reader harms nothing.
/// </summary>
public sealed class SearchInFilesTests : IAsyncLifetime
{
    private const string Stranger = "S27";

    /// <summary>Neither the portal nor the demo knows the word.</summary>
    private const string Marker = "zqxkinhlup";

    private TestPortal _portal = null!;

    public async Task InitializeAsync() => _portal = await TestPortal.CreateAsync();

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    public static TheoryData<string, byte[]> Files => new()
    {
        { "van-ban.docx", TextFiles.Word("Rà soát quy ho", "ạch nguồn zqx", "kinhlup") },
        { "bang.xlsx", TextFiles.Excel("Rà soát quy hoạch nguồn zqxkinhlup") },
        { "van-ban.pdf", TextFiles.Pdf("Ra soat quy hoach nguon zqxkinhlup") },
    };

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public async Task A_file_is_found_by_words_inside_it_by_whoever_may_read_it_and_by_nobody_else(string name, byte[] content)
    {
        await AttachAsync(name, content);
        await _portal.TickAsync();
        foreach (var words in new[] { "quy hoach nguon", "QUY HOẠCH zqxkin", Marker })
        {
            var hit = Assert.Single((await FindAsync(Trips.Member, words)).Files);
            Assert.Equal((name, "CT-2026/0001", true), (hit.FileName, hit.CaseNumber, hit.IsInside));
            Assert.Single((await FindAsync(Trips.Leader, words)).Files);
            Assert.Empty((await FindAsync(Stranger, words)).Files);
        }

        Assert.Empty((await FindAsync(Trips.Member, "quy hoach khac")).Files);

        // Its sentences are not in the database, only its words, in order of the alphabet.
        var kept = (await _portal.ReadAsync(db => db.FileWords.SingleAsync())).Words.Split(' ');
        Assert.Equal(kept.Order(StringComparer.Ordinal).Distinct(), kept);
    }

    [Fact]
    public async Task Words_leave_the_index_in_the_commit_that_makes_their_case_hold_something_restricted_and_never_come_in_again()
    {
        var id = await _portal.ReadyAsync(Trips.Notice() with { Files = [await GiveAsync("van-ban.docx", TextFiles.Word(Marker))] });
        await _portal.TickAsync();
        Assert.Single((await FindAsync(Trips.Member, Marker)).Files);
        Assert.True(await LiesOnDiskAsync());

        _portal.GoTo(Trips.Departs.AddMinutes(10));
        await _portal.MustAsync(id, "departure", Trips.Member, "Departed", Trips.Departure());
        _portal.GoTo(Trips.Returns.AddMinutes(10));
        await _portal.MustAsync(id, "notes", Trips.Member, "EndTrip", Trips.Notes());
        var result = Trips.Result();
        await _portal.MustAsync(id, "result", Trips.Member, "Submit", result with
        {
            Items = [result.Items![0] with { Content = "Cán bộ chưa đáp ứng", ConcernsPersonnel = true }],
            Files = [await GiveAsync("ket-qua.docx", TextFiles.Word(Marker))],
        });
        foreach (var person in new[] { Trips.Member, Trips.Leader, Trips.Head })
        {
            Assert.Empty((await FindAsync(person, Marker)).Files);
        }

        Assert.Equal(0, await _portal.ReadAsync(db => db.FileWords.CountAsync()));
        await _portal.TickAsync();
        await _portal.TickAsync();
        Assert.False(await LiesOnDiskAsync());
        Assert.Equal(
            [FileReading.Closed, FileReading.Closed],
            await _portal.ReadAsync(db => db.Attachments.Where(a => a.CaseId == id).Select(a => a.Reading).ToListAsync()));

        // And the database itself takes none, whoever brings them.
        var refused = await Assert.ThrowsAsync<SqliteException>(() => _portal.DamageAsync(
            "INSERT INTO FileWords (AttachmentId, Words) SELECT Id, 'tu' FROM Attachments LIMIT 1"));
        Assert.Contains("Restricted", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_go_with_their_file()
    {
        await AttachAsync("van-ban.pdf", TextFiles.Pdf(Marker));
        await _portal.TickAsync();
        Assert.True(await LiesOnDiskAsync());
        await _portal.Operations.RunAsync(Actor.System, async o =>
        {
            o.Store.Erase(await o.Db.Attachments.ToListAsync());
            return Portal.Domain.Common.Result.Ok;
        });
        Assert.Empty((await FindAsync(Trips.Member, Marker)).Files);
        Assert.False(await LiesOnDiskAsync());
    }

    public static TheoryData<string, byte[]> Hostile => new()
    {
        { "no PDF", [.. "%PDF-1.7\n"u8, .. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7))] },
        { "half a PDF", TextFiles.Pdf(Marker)[..600] },
        { "a page of a gigabyte", TextFiles.PdfBomb(1024) },
        { "arrays without end", TextFiles.NestedPdf(2_000_000) },
        { "pages within pages", TextFiles.DeepPdf(100_000) },
        { "a form within itself", TextFiles.EndlessPdf() },
    };

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void A_hostile_or_broken_file_takes_no_more_memory_than_a_thick_one(string what, byte[] content)
    {
        // Of one thread alone: other tests run beside it.
        var taken = 0L;
        var thread = new Thread(
            () =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                Record.Exception(() => PdfWords.Read(new MemoryStream(content), new WordSet(), CancellationToken.None));
                taken = GC.GetAllocatedBytesForCurrentThread() - before;
            },
            FileReader.StackBytes);
        thread.Start();
        thread.Join();
        Assert.True(taken is > 0 and < 800_000_000, $"{what}: {taken}");
    }

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public async Task A_hostile_or_broken_file_is_passed_over_and_the_next_one_read(string what, byte[] content)
    {
        await AttachAsync($"{what}.pdf", content);
        _portal.GoTo(_portal.Local.AddMinutes(1));
        await AttachAsync("van-ban.pdf", TextFiles.Pdf(Marker));
        await _portal.TickAsync();
        Assert.Equal("van-ban.pdf", Assert.Single((await FindAsync(Trips.Member, Marker)).Files).FileName);
        Assert.Contains(
            await _portal.ReadAsync(db => db.Attachments.OrderBy(a => a.At).Select(a => a.Reading).FirstAsync()),
            new[] { FileReading.Failed, FileReading.Nothing });
    }

    [Fact]
    public void A_part_that_unpacks_without_end_is_left_where_the_words_are_enough()
    {
        var bomb = OfficeFiles.With(
            TextFiles.Word(Marker),
            ("word/footnotes.xml", Encoding.ASCII.GetBytes($"<a><t>{new string('a', 120_000_000)}</t></a>")));
        var words = new WordSet();
        Assert.Throws<System.Xml.XmlException>(() => OfficeWords.Read(new MemoryStream(bomb), words, CancellationToken.None));
        Assert.Equal(Marker, words.ToString());
    }

    [Fact]
    public async Task Processes_to_start_and_contacts_of_ones_areas_are_found()
    {
        var found = await FindAsync(Trips.Member, "di bao viec");
        Assert.Contains(found.Processes, p => p.Process.Key == "field-trip");
        Assert.DoesNotContain((await FindAsync("S06", "di bao viec")).Processes, p => p.Process.Key == "field-trip");

        var context = await _portal.Operations.ContextAsync(_portal.Person(Trips.Member));
        var contact = context.Directory.Data.Contacts.First(c => c.AreaId == "A017");
        Assert.Contains((await FindAsync(Trips.Member, contact.FullName)).Contacts, c => c.Id == contact.Id);
        Assert.DoesNotContain((await FindAsync(Stranger, contact.FullName)).Contacts, c => c.Id == contact.Id);
    }

    private async Task AttachAsync(string name, byte[] content) =>
        await _portal.NotifyAsync(Trips.Notice() with { Files = [await GiveAsync(name, content)] });

    private async Task<Guid> GiveAsync(string name, byte[] content)
    {
        using var stream = new MemoryStream(content);
        var stored = await _portal.Acts.UploadAsync(_portal.Person(Trips.Member), name, stream);
        Assert.True(stored.IsSuccess, stored.Refusal?.Code);
        return stored.Value.Id;
    }

    private Task<SearchResults> FindAsync(string person, string text) =>
        _portal.Services.GetRequiredService<Search>().FindAsync(_portal.Person(person), text);

    private async Task<bool> LiesOnDiskAsync()
    {
        await _portal.DamageAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        await using var file = new FileStream(_portal.DatabaseFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes);
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Marker)) >= 0;
    }
}
