using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Files;
using Portal.Workflows.Runtime;

namespace Portal.Tests.Scenarios;

/// <summary>X-03: the state-secret question stands before every word and every file, and what was given before a "Có" is gone.</summary>
public sealed class SecrecyGateTests
{
    private const string Subject = "start:field-trip";

    private static readonly SecrecyGate Yes = new()
    {
        ContainsStateSecret = true,
        Stub = new OffSystemStub { Level = SecrecyLevel.Secret, Keeper = "Văn thư", StoragePlace = "Tủ số 1" },
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_given_before_a_yes_or_is_thrown_away_is_gone_from_page_disk_and_database(bool isSecret)
    {
        await using var portal = await TestPortal.CreateAsync();
        var person = portal.Person(Trips.Member);
        var file = await GiveAsync(portal, Subject);
        var other = await GiveAsync(portal, "start:leader-task");
        await DraftAsync(portal, SecrecyGate.No, file.Id);
        Assert.True((await portal.Acts.FindFileAsync(person, file.Id)).IsSuccess);
        if (isSecret)
        {
            await DraftAsync(portal, Yes, file.Id);
        }
        else
        {
            Assert.True((await portal.Acts.DiscardDraftAsync(person, Subject)).IsSuccess);
        }

        Assert.False((await portal.Acts.FindFileAsync(person, file.Id)).IsSuccess);
        Assert.False(File.Exists(Path.Combine(portal.AttachmentFolder, file.StoredName)));
        Assert.Equal(0, new FileInfo(portal.DatabaseFile + "-wal").Length);
        Assert.DoesNotContain(file.Id.ToString(), (await portal.Acts.FindDraftAsync(person, Subject))?.Form.ToJsonString() ?? "");

        // What was given for another form stays.
        Assert.True((await portal.Acts.FindFileAsync(person, other.Id)).IsSuccess);
    }

    [Fact]
    public async Task What_no_form_was_sent_with_is_gone_after_a_day_unless_it_is_still_worked_on()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (left, held) = (await GiveAsync(portal, "start:leader-task"), await GiveAsync(portal, Subject));
        var sent = await GiveAsync(portal, Subject);
        var started = await portal.StartAsync("field-trip", Trips.Member, Trips.Notice() with { Files = [sent.Id] });
        Assert.True(started.IsSuccess, started.Refusal?.ToString());
        portal.Clock.Advance(UnsentFiles.Kept - TimeSpan.FromHours(1));
        await DraftAsync(portal, SecrecyGate.No, held.Id);
        await portal.TickAsync();
        Assert.Equal(3, await portal.ReadAsync(db => db.Attachments.CountAsync()));

        portal.Clock.Advance(TimeSpan.FromHours(2));
        await portal.TickAsync();
        Assert.Equal([held.Id, sent.Id], await portal.ReadAsync(db => db.Attachments.OrderBy(a => a.Id).Select(a => a.Id).ToListAsync()));
        Assert.False(File.Exists(Path.Combine(portal.AttachmentFolder, left.StoredName)));

        portal.Clock.Advance(UnsentFiles.Kept);
        await portal.TickAsync();
        Assert.Equal([sent.Id], await portal.ReadAsync(db => db.Attachments.Select(a => a.Id).ToListAsync()));
    }

    [Fact]
    public async Task The_name_of_a_file_is_asked_about_like_a_text()
    {
        await using var portal = await TestPortal.CreateAsync();
        var file = await GiveAsync(portal, Subject, "Bảo vệ BÍ MẬT nhà nước.pdf");
        var notice = Trips.Notice() with { Files = [file.Id] };
        var refused = await portal.StartAsync("field-trip", Trips.Member, notice);
        Assert.Equal(("secrecy", "Secrecy.ConfirmMark"), (refused.Refusal!.Fields.Single().Path, refused.Refusal.Fields.Single().Code));
        var confirmed = notice with { Secrecy = new SecrecyGate { ContainsStateSecret = false, MarksConfirmed = true } };
        Assert.True((await portal.StartAsync("field-trip", Trips.Member, confirmed)).IsSuccess);
    }

    [Fact]
    public async Task A_step_without_a_form_takes_nothing_but_a_reason_behind_the_question()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.NotedAsync(MeetingRoad.MemberGoes());
        async Task<string?> CodeAsync(JsonObject form, string? comment = null)
        {
            var task = await portal.OpenTaskAsync(id, "share");
            var answer = await portal.Acts.CompleteAsync(
                portal.Person(Trips.Lead), task.Id, new Submission("Read", form) { Comment = comment });
            return answer.Refusal is { Fields: [{ Code: var code }, ..] } ? code : answer.Refusal?.Code;
        }

        Assert.Equal("Common.WrongType", await CodeAsync(new JsonObject { ["anything"] = "TUYỆT MẬT" }));
        Assert.Equal("Secrecy.Unanswered", await CodeAsync([], comment: "Đã đọc"));
        Assert.Equal("Common.TooLong", await CodeAsync(WithGate(SecrecyGate.No), comment: new string('x', 5_000_000)));
        Assert.Equal("Secrecy.ConfirmMark", await CodeAsync(WithGate(SecrecyGate.No), comment: "Tài liệu TUYỆT MẬT"));
        Assert.Equal("Secrecy.ContentWithStub", await CodeAsync(WithGate(Yes), comment: "Nội dung"));
        Assert.Null(await CodeAsync(WithGate(SecrecyGate.No), comment: "Đã đọc"));
    }

    [Fact]
    public async Task Comments_notes_and_responses_answer_the_question_too()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.NotifyAsync();
        await portal.MustAsync(id, "review", Trips.Leader, "AcknowledgeWithDirective", Trips.Opinion("Đi đúng giờ"));
        var decision = await portal.ReadAsync(db => db.Decisions.SingleAsync(d => d.CaseId == id));
        await portal.Acts.ReserveAsync(portal.Person(Trips.Lead), id, decision.Id, FormInput.ToJson(new ReservedOpinionInput
        {
            Secrecy = SecrecyGate.No,
            Opinion = "Đề nghị đi sớm hơn",
            Difference = "Giờ đi",
            Grounds = "Đường xa",
            DiffersFrom = OpinionDiffersFrom.LeaderInCharge,
        }));
        var opinion = await portal.ReadAsync(db => db.ReservedOpinions.SingleAsync());
        Func<Remark, Task<Result>>[] ways =
        [
            r => portal.Acts.CommentAsync(portal.Person(Trips.Member), id, r),
            r => portal.Acts.NoteOnReservedAsync(portal.Person(Trips.Lead), opinion.Id, r),
            r => portal.Acts.RespondToReservedAsync(portal.Person(Trips.Leader), opinion.Id, r),
        ];
        foreach (var say in ways)
        {
            async Task<string?> CodeAsync(Remark remark) => (await say(remark)).Refusal?.Fields.Single().Code;
            Assert.Equal("Secrecy.Unanswered", await CodeAsync(new Remark("Đã rõ", HoldsNoSecret: false)));
            Assert.Equal("Common.Required", await CodeAsync(new Remark("  ", HoldsNoSecret: true)));
            Assert.Equal("Common.TooLong", await CodeAsync(new Remark(new string('x', 5_000_000), HoldsNoSecret: true)));
            Assert.Equal("Secrecy.ConfirmMark", await CodeAsync(new Remark("Văn bản MẬT", HoldsNoSecret: true)));
            Assert.Null(await CodeAsync(new Remark("Văn bản MẬT", HoldsNoSecret: true, MarksConfirmed: true)));
        }
    }

    private static JsonObject WithGate(SecrecyGate gate) => new() { ["secrecy"] = FormInput.ToJson(gate) };

    private static async Task<Attachment> GiveAsync(TestPortal portal, string subject, string name = "Kế hoạch.pdf")
    {
        using var content = new MemoryStream("%PDF-1.7 noi dung"u8.ToArray());
        var stored = await portal.Acts.UploadAsync(portal.Person(Trips.Member), name, content, subject);
        Assert.True(stored.IsSuccess, stored.Refusal?.Code);
        return stored.Value;
    }

    private static async Task DraftAsync(TestPortal portal, SecrecyGate gate, Guid file)
    {
        var form = FormInput.ToJson(Trips.Notice() with { Secrecy = gate, Files = [file] });
        Assert.True((await portal.Acts.SaveDraftAsync(portal.Person(Trips.Member), Subject, "trip-notice", form, "")).IsSuccess);
    }
}
