using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Files;
using Portal.Web.Persistence.Sealing;
using Portal.Web.Shared;
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

    public static TheoryData<string> ReturnedForms => [.. Returned.Keys];

    [Theory]
    [MemberData(nameof(ReturnedForms))]
    public async Task What_was_sent_in_an_earlier_round_is_gone_once_a_later_one_says_yes(string formKey)
    {
        await using var portal = await TestPortal.CreateAsync();
        var (schema, file) = (portal.Services.GetRequiredService<ProcessCatalogue>().Form(formKey)!, default(Attachment));
        if (schema.Fields.Any(f => f.Name == "files"))
        {
            var sender = formKey switch
            {
                "review-final" => Trips.Lead,
                "meeting-invitation" => MeetingRoad.Clerk,
                _ => Trips.Member,
            };
            file = await GiveAsync(portal, "", $"{Marker}.pdf", sender);
        }

        JsonObject Marked(JsonObject form)
        {
            EachContent(schema.Fields, form, (level, field) =>
                level[field.Name] = field.Kind is FieldKind.LongText or FieldKind.Text
                    ? $"Nội dung {Marker} của lần gửi trước"
                    : level[field.Name]!.DeepClone());
            if (file is not null)
            {
                form["files"] = new JsonArray(file.Id.ToString());
            }

            return form;
        }

        var (id, step, person, action, form) = await Returned[formKey](portal, Marked);
        Assert.NotEmpty(await HoldingAsync(portal));
        var stub = (JsonObject)form.DeepClone();
        stub["secrecy"] = FormInput.ToJson(Yes);
        EachContent(schema.Fields, stub, (level, field) => level.Remove(field.Name));
        var sent = await portal.Acts.CompleteAsync(
            portal.Person(person), (await portal.OpenTaskAsync(id, step)).Id, new Submission(action, stub));
        Assert.True(sent.IsSuccess, $"{sent.Refusal?.Code} {string.Join(';', sent.Refusal?.Fields ?? [])}");

        // Neither a column, opened with the keys, nor the disk nor the log holds it; that something was sent, and when, stays.
        Assert.Empty(await HoldingAsync(portal));
        Assert.Equal(0, new FileInfo(portal.DatabaseFile + "-wal").Length);
        Assert.True(file is null || !File.Exists(Path.Combine(portal.AttachmentFolder, file.StoredName)));
        var rounds = await portal.ReadAsync(db => db.Submissions.Where(s => s.CaseId == id && s.FormKey == formKey).ToListAsync());
        Assert.True(rounds.Count > 1 && rounds.TrueForAll(r => r.IsStub && r.Json.Contains("Tủ số 1", StringComparison.Ordinal)));
        Assert.Contains("Case.WentOffSystem", await portal.ReadAsync(db => db.AuditEntries.Select(a => a.Act).ToListAsync()));
        await using var screen = await EveryScreen.OfAsync(portal, Trips.Head);
        var number = await portal.ReadAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Number).SingleAsync());
        Assert.Contains("Tủ số 1", await screen.ShowAsync(Routes.Case(number)), StringComparison.Ordinal);
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

    private const string Marker = "zqxmatdatruoc";

    /// <summary>By form: sends it with what it is made of, has it returned, and says which answer is expected then.</summary>
    private static readonly Dictionary<string, Func<TestPortal, Func<JsonObject, JsonObject>, Task<Awaited>>> Returned = new()
    {
        ["trip-notice"] = async (portal, marked) =>
        {
            var form = marked(FormInput.ToJson(Trips.Notice()));
            var id = (await portal.Acts.StartAsync(portal.Person(Trips.Member), "field-trip", new Submission("Submit", form))).Value.CaseId;
            await portal.MustAsync(id, "review", Trips.Leader, "Return", Trips.Opinion("Ghi rõ thành phần làm việc"));
            return new Awaited(id, "revise", Trips.Member, "Submit", form);
        },
        ["trip-result"] = async (portal, marked) =>
        {
            var id = await portal.ReadyAsync();
            portal.GoTo(Trips.Departs.AddMinutes(10));
            await portal.MustAsync(id, "departure", Trips.Member, "Departed", Trips.Departure());
            portal.GoTo(Trips.Returns.AddMinutes(10));
            await portal.MustAsync(id, "notes", Trips.Member, "EndTrip", Trips.Notes());
            var form = marked(FormInput.ToJson(Trips.Result()));
            await portal.MustAsync(id, "result", Trips.Member, "Submit", form);
            await portal.MustAsync(id, "resultReview", Trips.Leader, "RequestSupplement", Trips.Review("Làm rõ thêm nội dung làm việc"));
            return new Awaited(id, "result", Trips.Member, "Submit", form);
        },
        ["leader-opinion"] = async (portal, marked) =>
        {
            var id = await portal.NotifyAsync();
            var form = marked(FormInput.ToJson(Trips.Opinion("Ghi rõ thành phần làm việc")));
            await portal.MustAsync(id, "review", Trips.Leader, "Return", form);
            await portal.MustAsync(id, "revise", Trips.Member, "Submit", Trips.Notice());
            return new Awaited(id, "review", Trips.Leader, "Return", form);
        },
        ["meeting-invitation"] = async (portal, marked) =>
        {
            var form = marked(FormInput.ToJson(MeetingRoad.Invitation()));
            var started = await portal.Acts.StartAsync(
                portal.Person(MeetingRoad.Clerk), "meeting-attendance", new Submission("Submit", form));
            Assert.True(started.IsSuccess, string.Join(';', started.Refusal?.Fields ?? []));
            var id = started.Value.CaseId;
            await portal.MustAsync(id, "nominate", Trips.Lead, "GiveBack", Trips.Reason("Sai ngày họp, đề nghị sửa"));
            return new Awaited(id, "correct", MeetingRoad.Clerk, "Submit", form);
        },
        ["trip-plan"] = async (portal, marked) =>
        {
            var id = await portal.OpenPlanAsync();
            var form = marked(FormInput.ToJson(Plans.Plan()));
            await portal.MustAsync(id, "draft", Trips.Lead, "Submit", form);
            await portal.MustAsync(id, "review", Trips.Leader, "Return", Plans.Opinion("Bổ sung thêm một chuyến đi xã khác"));
            return new Awaited(id, "draft", Trips.Lead, "Submit", form);
        },
        ["review-final"] = async (portal, marked) =>
        {
            var id = await portal.AreaCaseAsync(await portal.CycleAsync());
            await portal.SubmittedAsync(id);
            await portal.MustAsync(id, "leader", Trips.Leader, "Return", Reviews.Decision() with { Opinion = "Bổ sung căn cứ cho gợi ý" });
            var form = marked(FormInput.ToJson(Reviews.Proposal()));
            await portal.MustAsync(id, "finalize", Trips.Lead, "Submit", form);
            await portal.MustAsync(id, "leader", Trips.Leader, "Return", Reviews.Decision() with { Opinion = "Bổ sung căn cứ cho gợi ý" });
            return new Awaited(id, "finalize", Trips.Lead, "Submit", form);
        },
    };

    private static void EachContent(
        IEnumerable<FormField> fields, JsonObject level, Action<JsonObject, FormField> act, bool isWithin = false)
    {
        foreach (var field in fields.Where(f => level[f.Name] is not null))
        {
            IEnumerable<JsonNode?> below = level[field.Name] as JsonArray ?? (IEnumerable<JsonNode?>)[level[field.Name]];
            foreach (var row in below.OfType<JsonObject>())
            {
                EachContent(field.Items, row, act, isWithin || field.IsContent);
            }

            if (isWithin || field.IsContent)
            {
                act(level, field);
            }
        }
    }

    private sealed record Awaited(Guid CaseId, string Step, string Person, string Action, JsonObject Form);

    /// <summary>Columns that hold the word, opened where they are sealed.</summary>
    private static Task<List<string>> HoldingAsync(TestPortal portal) => portal.ReadAsync(async db =>
    {
        var holding = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var (table, column) in from type in db.Model.GetEntityTypes()
                                        let table = type.GetTableName()
                                        where table is not null
                                        from property in type.GetProperties()
                                        select (table, property.GetColumnName()))
        {
#pragma warning disable RS0030 // Below the model: columns are read as they lie there.
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT \"{column}\" FROM \"{table}\" WHERE typeof(\"{column}\") = 'text'";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                if (ContentCipher.Open(rows.GetString(0)).Contains(Marker, StringComparison.Ordinal))
                {
                    holding.Add($"{table}.{column}");
                }
            }
        }

        // The index of words holds them in blocks of its own.
        await using var words = db.Database.GetDbConnection().CreateCommand();
        words.CommandText = $"SELECT count(*) FROM \"SearchIndex_data\" WHERE instr(block, CAST('{Marker}' AS BLOB)) > 0";
        if ((long)(await words.ExecuteScalarAsync())! > 0)
        {
            holding.Add("SearchIndex_data");
        }
#pragma warning restore RS0030

        return holding;
    });

    private static JsonObject WithGate(SecrecyGate gate) => new() { ["secrecy"] = FormInput.ToJson(gate) };

    private static async Task<Attachment> GiveAsync(
        TestPortal portal, string subject, string name = "Kế hoạch.pdf", string person = Trips.Member)
    {
        using var content = new MemoryStream("%PDF-1.7 noi dung"u8.ToArray());
        var stored = await portal.Acts.UploadAsync(portal.Person(person), name, content, subject);
        Assert.True(stored.IsSuccess, stored.Refusal?.Code);
        return stored.Value;
    }

    private static async Task DraftAsync(TestPortal portal, SecrecyGate gate, Guid file)
    {
        var form = FormInput.ToJson(Trips.Notice() with { Secrecy = gate, Files = [file] });
        Assert.True((await portal.Acts.SaveDraftAsync(portal.Person(Trips.Member), Subject, "trip-notice", form, "")).IsSuccess);
    }
}
