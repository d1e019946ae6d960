using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Files;

namespace Portal.Tests.Web;

/// <summary>What may be attached: judged by content, not by name; nothing of a refused file stays.</summary>
public class AttachmentFilesTests
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 noi dung");
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0];

    public static TheoryData<string, byte[], string?> Files => new()
    {
        { "Báo cáo.pdf", Pdf, null },
        { "ảnh.PNG", Png, null },
        { "ảnh.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0, 0, 0, 0, 0], null },
        { "Tờ trình.docx", OfficeFiles.Word(), null },
        { "Danh sách.xlsx", OfficeFiles.Excel(), null },
        { "Báo cáo.pdf", Png, "File.WrongType" },
        { "chạy.exe", [0x4D, 0x5A, 0x90, 0, 0, 0, 0, 0, 0, 0, 0, 0], "File.WrongType" },
        { "chạy.pdf.exe", Pdf, "File.WrongType" },
        { "ra ngoài.docx", OfficeFiles.With(OfficeFiles.Word(), ("../../x", "x")), "File.WrongType" },
        { "cụt.docx", OfficeFiles.Word()[..^30], "File.WrongType" },
        { "bom.docx", Bomb(300, 0), "File.TooLargeUnpacked" },
        { "bom giấu.docx", Bomb(300, 100), "File.WrongType" },
        { "macro.docm", OfficeFiles.Word(), "File.WrongType" },
        { "khác.docx", OfficeFiles.Excel(), "File.WrongType" },
        { "trang.html", Encoding.UTF8.GetBytes("<script>alert(1)</script>"), "File.WrongType" },
        { "ảnh.svg", Encoding.UTF8.GetBytes("<svg onload='alert(1)'/>"), "File.WrongType" },
        { "rỗng.pdf", [], "File.WrongType" },
        { "ngắn.webp", "RIFF"u8.ToArray(), "File.WrongType" },
        { "", Pdf, "File.NoName" },
        { "Kế hoạch TỐI MẬT.pdf", Pdf, null },
        { "lớn.pdf", [.. Pdf, .. new byte[(2 * 1024 * 1024) + 1]], "File.TooLarge" },
    };

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public async Task A_file_is_what_its_content_says(string name, byte[] content, string? refusal)
    {
        await using var portal = await TestPortal.CreateAsync(("Attachments.MaxMegabytes", "2"));
        using var stream = new MemoryStream(content);
        var stored = await portal.Acts.UploadAsync(portal.Person(Trips.Member), name, stream);
        Assert.Equal(refusal, stored.Refusal?.Code);
        Assert.Equal(refusal is null ? 1 : 0, FilesOnDisk(portal));
    }

    [Fact]
    public async Task Where_a_scanner_is_named_nothing_is_taken_that_it_has_not_passed()
    {
        const string Sign = "MA-DOC-THU";
        await using var portal = await TestPortal.CreateAsync();
        var options = portal.Services.GetRequiredService<IOptions<VirusScanOptions>>().Value;
        byte[] infected = [.. Pdf, .. new byte[64 * 1024], .. Encoding.ASCII.GetBytes(Sign), .. new byte[100]];
        Assert.Null(await UploadAsync(infected));
        using (var scanner = new FakeVirusScanner(Sign))
        {
            (options.Host, options.Port) = ("127.0.0.1", scanner.Port);
            Assert.Equal("File.Infected", await UploadAsync(infected));
            Assert.Null(await UploadAsync([.. Pdf, .. new byte[200_000]]));
            Assert.Equal(2, FilesOnDisk(portal));
        }

        // Nobody there to be asked: not taken, and nothing left.
        Assert.Equal("File.NotScanned", await UploadAsync(Pdf));
        Assert.Equal(2, FilesOnDisk(portal));

        async Task<string?> UploadAsync(byte[] content)
        {
            using var stream = new MemoryStream(content);
            return (await portal.Acts.UploadAsync(portal.Person(Trips.Member), "Báo cáo.pdf", stream)).Refusal?.Code;
        }
    }

    [Theory]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData(@"C:\Users\x\..\Báo cáo.pdf", "Báo cáo.pdf")]
    [InlineData("a\u0000\u202Eb\n.pdf", null)]
    public async Task A_name_is_only_shown_and_never_a_path(string name, string? shown)
    {
        await using var portal = await TestPortal.CreateAsync();
        using var stream = new MemoryStream(Pdf);
        var stored = (await portal.Acts.UploadAsync(portal.Person(Trips.Member), name, stream)).Value;
        Assert.DoesNotContain(stored.FileName, char.IsControl);
        Assert.DoesNotContain('/', stored.FileName);
        Assert.DoesNotContain('\u202E', stored.FileName);
        Assert.Matches(@"^[0-9a-f]{2}/[0-9a-f]{32}\.sealed$", stored.StoredName);
        if (shown is not null)
        {
            Assert.Equal(shown, stored.FileName);
        }
    }

    [Fact]
    public async Task A_file_of_a_draft_is_for_its_owner_and_cannot_be_taken_into_somebody_elses_form()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var stream = new MemoryStream(Pdf);
        var stored = (await portal.Acts.UploadAsync(portal.Person(Trips.Lead), "riêng.pdf", stream)).Value;
        Assert.True((await portal.Acts.FindFileAsync(portal.Person(Trips.Lead), stored.Id)).IsSuccess);
        Assert.False((await portal.Acts.FindFileAsync(portal.Person(Trips.Member), stored.Id)).IsSuccess);
        var stolen = await portal.StartAsync("field-trip", Trips.Member, Trips.Notice() with { Files = [stored.Id] });
        Assert.Contains(stolen.Refusal!.Fields, f => f.Code == "File.NotYours");
    }

    [Fact]
    public async Task A_file_of_a_case_is_downloaded_only_with_the_right_to_the_case()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var stream = new MemoryStream(Pdf);
        var stored = (await portal.Acts.UploadAsync(portal.Person(Trips.Member), "kèm.pdf", stream)).Value;
        await portal.NotifyAsync(Trips.Notice() with { Files = [stored.Id] });
        Assert.True((await portal.Acts.FindFileAsync(portal.Person(Trips.Leader), stored.Id)).IsSuccess);
        Assert.False((await portal.Acts.FindFileAsync(portal.Person("S09"), stored.Id)).IsSuccess);
        Assert.False((await portal.Acts.FindFileAsync(portal.Person("S37"), stored.Id)).IsSuccess);
    }

    private static int FilesOnDisk(TestPortal portal) =>
        Directory.Exists(portal.AttachmentFolder)
            ? Directory.EnumerateFiles(portal.AttachmentFolder, "*", SearchOption.AllDirectories).Count()
            : 0;

    /// <summary>A document that unpacks to so many megabytes; its list of contents says so, or names this many bytes instead.</summary>
    private static byte[] Bomb(int megabytes, int said)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in new[] { "[Content_Types].xml", "word/document.xml" })
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                var zeros = new byte[1024 * 1024];
                for (var i = 0; i < (name[0] == '[' ? 1 : megabytes); i++)
                {
                    entry.Write(zeros);
                }
            }
        }

        var bytes = memory.ToArray();
        if (said > 0)
        {
            // In the list of contents at the end the size stands 24 bytes after the mark of an entry.
            var place = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
            BitConverter.TryWriteBytes(bytes.AsSpan(place + 24), said);
        }

        return bytes;
    }
}
