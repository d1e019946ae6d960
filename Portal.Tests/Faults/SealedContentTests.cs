using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Files;
using Portal.Web.Persistence;
using Portal.Web.Persistence.Sqlite;
using Portal.Web.Persistence.Sealing;
using Portal.Web.Setup;

namespace Portal.Tests.Faults;

/// <summary>Content lies sealed in the file; the keys lie elsewhere, can be renewed, and without them nothing starts.</summary>
public class SealedContentTests
{
    private const string Canary = "noi-dung-chi-nguoi-trong-ho-so-duoc-biet";

    [Fact]
    public async Task Whoever_has_the_file_alone_reads_no_content_and_whoever_may_reads_all_of_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = (await portal.StartAsync("field-trip", Trips.Member, Trips.Notice() with { Purpose = Canary })).Value.CaseId;
        await portal.MustAsync(id, "review", Trips.Leader, "AcknowledgeWithDirective", Trips.Opinion(Canary));
        await portal.Acts.CommentAsync(portal.Person(Trips.Lead), id, new Remark(Canary, HoldsNoSecret: true));
        await portal.Acts.SaveDraftAsync(
            portal.Person(Trips.Member), "start:field-trip", "trip-notice", FormInput.ToJson(Trips.Notice() with { Purpose = Canary }), "");
        var decision = await portal.ReadAsync(db => db.Decisions.SingleAsync(d => d.CaseId == id));
        await portal.Acts.ReserveAsync(portal.Person(Trips.Lead), id, decision.Id,
            FormInput.ToJson(new ReservedOpinionInput
            {
                Secrecy = SecrecyGate.No,
                Opinion = Canary,
                Difference = Canary,
                Grounds = Canary,
                DiffersFrom = OpinionDiffersFrom.LeaderInCharge
            }));
        await portal.MustAsync(id, "contact", Trips.Lead, "Contacted", Trips.Contact(portal.Local.AddMinutes(-5)));
        portal.GoTo(Trips.Departs.AddMinutes(5));
        await portal.MustAsync(id, "departure", Trips.Member, "Departed", Trips.Departure());
        portal.GoTo(Trips.Returns.AddMinutes(5));
        await portal.MustAsync(id, "notes", Trips.Member, "EndTrip", Trips.Notes());
        await portal.MustAsync(id, "result", Trips.Member, "Submit",
            Trips.Result() with
            {
                Items = [.. Trips.Result().Items!,
                Trips.Result().Items![0] with { Content = Canary,
                    ConcernsPersonnel = true }],
                Issues = [new AreaIssueInput { AreaId = "A017", Category = IssueCategory.InternalConflict,
                    Facts = Canary, ProposedSolution = Canary, LeadershipUnity = true }]
            });

        var view = (await portal.Cases.FindAsync(portal.Person(Trips.Head), id)).Value;
        Assert.Contains(view.Submissions, s => s.Form?.ToJsonString().Contains(Canary, StringComparison.Ordinal) == true);
        Assert.Equal(Canary, view.Decisions[0].Opinion);

        var file = portal.Services.GetRequiredService<IOptions<DataOptions>>().Value.DatabaseFile;
        await portal.DamageAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        byte[] bytes;
        using (var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
        {
            bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes);
        }

        Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Canary)));
        Assert.NotEqual(-1, bytes.AsSpan().IndexOf("CT-2026/0001"u8));
        await using var scope = portal.Services.CreateAsyncScope();
        Assert.True(ContentSealing.Columns(scope.ServiceProvider.GetRequiredService<PortalDbContext>()).Count() > 40);
    }

    /// <summary>Tables of the organisation, the accounts, the definitions and the trail: nothing of a case's content is in them.</summary>
    private static readonly HashSet<string> WithoutContent =
    [
        "AreaAssignments", "AreaContacts", "AreaKinds", "AreaLineage", "Areas", "AspNetUserClaims", "AspNetUserLogins", "AspNetUserTokens",
        "AspNetUsers", "AssignmentDecisions",
        "CalendarDays", "Clauses", "DefinitionVersions", "Departments", "Groups", "Leaders", "MeetingTypes", "Memberships", "Portfolios",
        "Regulations", "RoleGrants", "Settings",
        "Staff", "SubUnits", "AuditEntries", "TrailHeads", "SignInSessions",
    ];

    /// <summary>Names, numbers, days, keys and choices (and every <c>…Id</c>): what is listed, searched and joined by. Whatever else is
    /// kept as text lies sealed. A module marks its own (<c>IsListed</c>).</summary>
    private static readonly HashSet<string> Open =
    [
        "Attachments.ContentType", "Attachments.DraftSubject", "Attachments.Sha256", "Attachments.StoredName", "Cases.Number",
        "Cases.Occasion",
        "Cases.ProcessKey", "Cases.RequestedBy", "Cases.RestrictedItems", "Cases.SearchText", "Cases.Status",
        "Cases.Title", "Comments.Mentions", "Decisions.Action", "ContactLogs.Channel", "ContactLogs.ContactPerson", "Drafts.FormKey",
        "FileWords.Words",
        "CoAuthors.Subject", "Drafts.Page", "Drafts.Subject",
        "Submissions.Action", "Submissions.FormKey", "Submissions.Item", "Notifications.Text", "OutgoingMails.Address",
        "OutgoingMails.Body", "OutgoingMails.LastError",
        "OutgoingMails.Subject", "OrganisationRequests.Act",
        "ReportItems.Domain", "ReportItems.ReleasedTo", "ReportItems.SearchText", "ReservedOpinions.DiffersFrom",
        "Absences.Reason", "Delegations.ProcessKeys", "FieldTrips.ConfidentialParts", "IdempotentAnswers.Receipt",
        "IdempotentAnswers.RequestHash",
        "Incidents.CaseNumber", "Incidents.Kind", "Incidents.Message", "Incidents.Resolution", "UserTasks.AreaNames",
        "UserTasks.CaseNumber", "UserTasks.CaseTitle",
        "UserTasks.DueClause", "UserTasks.Item", "UserTasks.Outcome", "UserTasks.ProcessKey", "UserTasks.SearchText", "UserTasks.SpecJson",
        "UserTasks.Title", "Assignees.Answer",
    ];

    [Fact]
    public async Task Every_text_that_people_write_about_a_case_lies_sealed_so_that_a_new_column_is_decided_on()
    {
        await using var portal = await TestPortal.CreateAsync();
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var isSealed = ContentSealing.Columns(db).ToHashSet();
        var undecided = string.Join(" ", from type in db.Model.GetEntityTypes()
                                         from property in type.GetProperties()
                                         let column = (Table: type.GetTableName()!, Name: property.GetColumnName())
                                         let isText = (property.GetTypeMapping().Converter?.ProviderClrType
                                             ?? property.ClrType) == typeof(string) && !(Nullable.GetUnderlyingType(property.ClrType)
                                                 ?? property.ClrType).IsEnum
                                         where isText
                                             && !property.IsPrimaryKey()
                                             && !property.IsForeignKey()
                                             && !column.Name.EndsWith("Id", StringComparison.Ordinal)
                                             && !isSealed.Contains(column)
                                             && !WithoutContent.Contains(column.Table)
                                             && !Open.Contains($"{column.Table}.{column.Name}")
                                             && !property.IsListed()
                                         select $"{column.Table}.{column.Name}");
        Assert.True(undecided.Length == 0, undecided);
    }

    [Fact]
    public async Task Keys_are_renewed_by_command_and_a_folder_without_them_starts_nothing()
    {
        var keys = Directory.CreateTempSubdirectory("portal-keys-").FullName;
        var setting = $"--Data:KeyPath={keys}";
        var portal = await PortalProcess.OnAsync(Directory.CreateTempSubdirectory("portal-run-").FullName, setting);
        try
        {
            var member = await portal.ApiAsync("quy.pc");
            var started = await member.PostAsJsonAsync("cases",
                new { process = "field-trip", outcome = "Submit", form = FormInput.ToJson(Trips.NoticeAhead() with { Purpose = Canary }) });
            var id = (string)(await started.Content.ReadFromJsonAsync<JsonObject>())!["caseId"]!;
            Assert.False(Directory.Exists(Path.Combine(portal.Folder, "keys")));
            await portal.StopAsync();
            var old = Assert.Single(Directory.GetFiles(keys, "key-*.xml"));

            var resealed = await PortalProcess.RunToEndAsync("reseal", $"--Data:Path={portal.Folder}", setting);
            Assert.True(resealed.Code == 0, resealed.Output);
            Assert.Contains("bằng khóa mới", resealed.Output, StringComparison.Ordinal);
            Assert.Equal(2, Directory.GetFiles(keys, "key-*.xml").Length);

            // The old key may go: everything is under the new one.
            File.Delete(old);
            await portal.StartAsync();
            var answered = await (await portal.ApiAsync("quy.pc")).GetAsync($"cases/{id}");
            Assert.True(answered.IsSuccessStatusCode, portal.Output);
            var found = await answered.Content.ReadFromJsonAsync<JsonObject>();
            Assert.Contains(Canary, found!["submissions"]![0]!["form"]!.ToJsonString(), StringComparison.Ordinal);
            await portal.StopAsync();

            Directory.Delete(keys, recursive: true);
            var refused = await PortalProcess.RunToEndAsync($"--Data:Path={portal.Folder}", setting, "--Urls=http://127.0.0.1:0");
            Assert.Equal(2, refused.Code);
            Assert.Contains("Data:KeyPath", refused.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", refused.Output, StringComparison.Ordinal);
        }
        finally
        {
            await portal.DisposeAsync();
        }
    }

    [Fact]
    public void A_text_is_opened_by_whoever_sealed_it_and_a_changed_one_by_nobody()
    {
        var (mine, other) = (new ContentCipher(new Microsoft.AspNetCore.DataProtection.EphemeralDataProtectionProvider()),
            new ContentCipher(new Microsoft.AspNetCore.DataProtection.EphemeralDataProtectionProvider()));
        var (first, second) = (mine.Seal(Canary), other.Seal(Canary));
        Assert.True(ContentCipher.IsSealed(first) && !first.Contains(Canary, StringComparison.Ordinal));
        Assert.Equal((Canary, Canary, "chưa niêm", ""),
            (ContentCipher.Open(first), ContentCipher.Open(second), ContentCipher.Open("chưa niêm"), mine.Seal("")));
        Assert.Equal((mine.CurrentKey, null), (ContentCipher.SealedBy(first), ContentCipher.SealedBy(Canary)));
        Assert.NotEqual(first, mine.Seal(Canary));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() =>
            ContentCipher.Open(first[..^4] + (first.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(200_000)]
    public async Task A_file_is_sealed_piece_by_piece_and_a_changed_swapped_or_shortened_one_is_not_opened(int size)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("portal-sealed-").FullName, "tep");
        var (content, key) = (RandomNumberGenerator.GetBytes(size), SealedFile.NewKey());
        Assert.Equal(size, await SealedFile.WriteAsync(path, key, new MemoryStream(content), size, CancellationToken.None));
        var stored = await File.ReadAllBytesAsync(path);
        Assert.Equal(SealedFile.SizeOf(size), stored.Length);
        Assert.Equal(content, Read(stored, key));
        using (var stream = SealedFile.Open(new MemoryStream(stored), key))
        {
            stream.Seek(-Math.Min(size, 70_000), SeekOrigin.End);
            Assert.Equal(content[^Math.Min(size, 70_000)..], ReadOn(stream));
        }

        Assert.ThrowsAny<CryptographicException>(() => Read(stored, SealedFile.NewKey()));
        foreach (var at in new[] { 0, stored.Length / 2, stored.Length - 1 })
        {
            var changed = stored.ToArray();
            changed[at] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => Read(changed, key));
        }

        if (size > 65_536)
        {
            // Without the last piece, and with the first one twice.
            Assert.ThrowsAny<CryptographicException>(() => Read(stored[..(65_536 + 16)], key));
            Assert.ThrowsAny<CryptographicException>(() => Read([.. stored[..(65_536 + 16)], .. stored], key));
            File.Delete(path);
            Assert.Null(await SealedFile.WriteAsync(path, key, new MemoryStream(content), size - 1, CancellationToken.None));
        }

        static byte[] Read(byte[] stored, string key)
        {
            using var stream = SealedFile.Open(new MemoryStream(stored), key);
            return ReadOn(stream);
        }

        static byte[] ReadOn(Stream stream)
        {
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        }
    }

    [Fact]
    public async Task Attachments_lie_sealed_and_those_of_an_earlier_program_are_sealed_at_the_start()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (files, bytes) = (portal.Services.GetRequiredService<AttachmentFiles>(), Encoding.ASCII.GetBytes($"%PDF-1.7 {Canary}"));
        var stored = (await portal.Acts.UploadAsync(portal.Person(Trips.Member), "Báo cáo.pdf", new MemoryStream(bytes))).Value;
        Assert.Equal(-1,
            (await File.ReadAllBytesAsync(Path.Combine(portal.AttachmentFolder, stored.StoredName)))
                .AsSpan()
                .IndexOf(Encoding.UTF8.GetBytes(Canary)));
        Assert.Equal(bytes, await ContentAsync(stored.Id));

        // As the program before left it: the bytes as they came, and their sum.
        var old = stored.StoredName.Replace(".sealed", "", StringComparison.Ordinal);
        await File.WriteAllBytesAsync(Path.Combine(portal.AttachmentFolder, old), bytes);
        File.Delete(Path.Combine(portal.AttachmentFolder, stored.StoredName));
        var sum = Convert.ToHexString(SHA256.HashData(bytes));
        Assert.Equal(1, await portal.DamageAsync($"UPDATE Attachments SET StoredName = '{old}', Sha256 = '{sum}', ContentKey = ''"));
        Assert.Equal(bytes, await ContentAsync(stored.Id));
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            Assert.Equal(1, await files.SealOldAsync(db));
            Assert.Equal(0, await files.SealOldAsync(db));
        }

        var left = Assert.Single(Directory.GetFiles(portal.AttachmentFolder, "*", SearchOption.AllDirectories));
        Assert.Equal(-1, (await File.ReadAllBytesAsync(left)).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Canary)));
        Assert.Equal(bytes, await ContentAsync(stored.Id));

        async Task<byte[]> ContentAsync(Guid id)
        {
            await using var stream = (await files.OpenAsync(
                await portal.ReadAsync(db => db.Attachments.SingleAsync(a => a.Id == id)), CancellationToken.None)).Value;
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            return copy.ToArray();
        }
    }
}
