using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Cases;
using Portal.Web.Processes.Reviews;

namespace Portal.Tests.Scenarios;

/// <summary>X-02, X-03, E-R9 and 6.6 test 7 in the reviews: what is not said is not to be read off anything else either.</summary>
public sealed class ReviewSecrecyTests : IAsyncLifetime
{
    private const string OtherMember = "S19";

    private TestPortal _portal = null!;
    private Guid _cycle;
    private Guid _id;

    public async Task InitializeAsync()
    {
        _portal = await TestPortal.CreateAsync(("Rev.IndividualsInPortal", "on"));
        _cycle = await _portal.CycleAsync();
        _id = await _portal.AreaCaseAsync(_cycle);
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task A_reserved_opinion_about_a_state_secret_keeps_where_it_lies_and_takes_the_earlier_one_with_its_files()
    {
        await _portal.PassedOnAsync(_id);
        var decision = await _portal.ReadAsync(db => db.Decisions.Where(d => d.CaseId == _id).OrderBy(d => d.At).LastAsync());
        var member = _portal.Person(Trips.Member);
        using var content = new MemoryStream(TextFiles.Pdf("Bien ban"));
        var file = (await _portal.Acts.UploadAsync(member, "bien-ban.pdf", content, $"reserve:{decision.Id:N}")).Value;
        var earlier = new ReservedOpinionInput
        {
            Secrecy = SecrecyGate.No,
            Opinion = "Nội dung ghi lần trước",
            Difference = "Khác với lãnh đạo",
            Grounds = "Biên bản tại địa bàn",
            DiffersFrom = OpinionDiffersFrom.LeaderInCharge,
            Files = [file.Id],
        };
        Assert.True((await _portal.Acts.ReserveAsync(member, _id, decision.Id, FormInput.ToJson(earlier))).IsSuccess);
        var stub = new OffSystemStub
        {
            DocumentNumber = "12/BTC",
            Keeper = "Văn thư bảo mật",
            StoragePlace = "Tủ mật số 3",
            Level = SecrecyLevel.Secret,
        };
        var secret = new ReservedOpinionInput
        {
            Secrecy = new SecrecyGate { ContainsStateSecret = true, Stub = stub },
            DiffersFrom = OpinionDiffersFrom.LeaderInCharge,
        };
        var entered = await _portal.Acts.ReserveAsync(member, _id, decision.Id, FormInput.ToJson(secret));
        Assert.True(entered.IsSuccess, $"{entered.Refusal?.Code} {string.Join(';', entered.Refusal?.Fields ?? [])}");

        var kept = await _portal.ReadAsync(db => db.ReservedOpinions.Where(r => r.CaseId == _id).OrderBy(r => r.At).ToListAsync());
        Assert.All(kept, r => Assert.Equal(("", "", stub), (r.Opinion, r.Grounds, r.Stub)));
        Assert.Equal(2, kept.Count);
        Assert.False((await _portal.Acts.FindFileAsync(member, file.Id)).IsSuccess);
        Assert.Empty(Directory.EnumerateFiles(_portal.AttachmentFolder, $"*{file.Id:N}*", SearchOption.AllDirectories));
        var dossier = await _portal.Services.GetRequiredService<ReviewCycles>()
            .DossierAsync(_portal.Person(Reviews.Coordinator), _cycle);
        Assert.All(dossier.Value.Areas.Single().Opinions, o => Assert.Equal(stub, o.Stub));
    }

    [Fact]
    public async Task The_answer_of_who_knows_of_an_individual_is_for_who_asked_and_for_the_readers_of_that_part()
    {
        await ProposeAsync(OnlyIndividual());
        var questions = _portal.Services.GetRequiredService<CaseQuestions>();
        Assert.True((await questions.AskAsync(_portal.Person(Trips.Member), _id, Trips.Lead, null, Said("Có vướng gì không?"))).IsSuccess);
        var question = Assert.Single(await questions.MineAsync(_portal.Person(Trips.Lead)));
        Assert.True((await questions.AnswerAsync(_portal.Person(Trips.Lead), question.Id, Said("Do vi phạm của đồng chí Mẫu"))).IsSuccess);
        foreach (var (person, reads) in new[] { (Trips.Member, true), (Trips.Leader, true), (OtherMember, false) })
        {
            var seen = (await _portal.Cases.FindAsync(_portal.Person(person), _id)).Value;
            Assert.Equal((person, reads), (person, seen.Comments.Any(c => c.Text.Contains("Mẫu", StringComparison.Ordinal))));
        }
    }

    [Fact]
    public async Task What_the_leader_says_of_a_proposal_on_an_individual_is_not_the_members_and_what_goes_to_the_head_is_the_heads()
    {
        await _portal.SubmittedAsync(_id, OnlyIndividual());
        await _portal.MustAsync(
            _id, "leader", Trips.Leader, "Return", Reviews.Decision() with { Opinion = "Bổ sung chứng cứ về đồng chí Mẫu" });
        Assert.Equal(["S11", "L4"], await ReadersAsync("Bổ sung chứng cứ", Trips.Lead, Trips.Leader, Trips.Member, OtherMember));
        await _portal.MustAsync(_id, "finalize", Trips.Lead, "Submit", OnlyIndividual());
        await _portal.MustAsync(
            _id, "leader", Trips.Leader, "ForwardToHead", Reviews.Decision() with { Opinion = "Báo cáo riêng về đồng chí Mẫu" });
        Assert.Equal(
            ["L4", Reviews.Head],
            await ReadersAsync("Báo cáo riêng", Trips.Lead, Trips.Leader, Reviews.Head, Trips.Member, Reviews.Coordinator));
    }

    [Fact]
    public async Task Files_of_a_proposal_on_individuals_alone_are_theirs_who_read_that_part()
    {
        using var content = new MemoryStream(TextFiles.Pdf("Bien ban"));
        var file = (await _portal.Acts.UploadAsync(_portal.Person(Trips.Lead), "bien-ban.pdf", content)).Value;
        await ProposeAsync(OnlyIndividual() with { Files = [file.Id] });
        (string Person, bool Reads)[] people =
            [(Trips.Lead, true), (Trips.Leader, true), (Trips.Member, false), (Reviews.CadresHead, false)];
        foreach (var (person, reads) in people)
        {
            Assert.Equal((person, reads), (person, (await _portal.Acts.FindFileAsync(_portal.Person(person), file.Id)).IsSuccess));
        }
    }

    [Fact]
    public async Task Who_is_consulted_sees_no_difference_between_nothing_suggested_and_individuals_alone()
    {
        await using var portal = await TestPortal.CreateAsync(("Rev.IndividualsInPortal", "on"));
        var cycle = await portal.CycleAsync("A017", "A018");
        async Task<(string Seen, List<string> Asked)> SeenAsync(string area, ReviewFinalInput proposal)
        {
            var id = await portal.AreaCaseAsync(cycle, area);
            await portal.InputsAsync(id);
            await portal.MustAsync(id, "propose", Trips.Lead, "Consult", proposal.First());
            var view = (await portal.Cases.FindAsync(portal.Person(Reviews.CadresHead), id)).Value;
            var form = (JsonObject)Assert.Single(view.Submissions).Form!.DeepClone();
            form.Remove("rating");
            if (form["suggestions"] is JsonArray { Count: 0 })
            {
                form.Remove("suggestions");
            }

            return (form.ToJsonString(), (await portal.ProposalAsync(id)).DepartmentsToAsk.ToList());
        }

        var individuals = await SeenAsync("A018", OnlyIndividual());
        var nothing = await SeenAsync("A017", Reviews.Nothing());
        Assert.Equal(nothing.Seen, individuals.Seen);
        Assert.Equal(nothing.Asked, individuals.Asked);
    }

    [Fact]
    public async Task E_R9_Until_the_head_releases_it_nothing_tells_the_group_that_there_is_something_to_release()
    {
        await _portal.PassedOnAsync(_id, Reviews.Proposal(
            suggestions: [Reviews.Suggestion(), Reviews.Suggestion("Đề nghị làm rõ đơn thứ nhất")]));
        await _portal.SentAsync(_cycle, _id);
        var cycles = _portal.Services.GetRequiredService<ReviewCycles>();
        async Task<int?> CountAsync(string person) =>
            (await cycles.BoardAsync(_portal.Person(person), _cycle))!.Rows.Single(r => r.AreaId == "A017").Suggestions;

        Assert.Equal(2, await CountAsync(Trips.Member));
        await _portal.MustAsync(_id, "outcome", Reviews.Coordinator, "Recorded", Reviews.Outcome(
            new ItemOutcome { Item = 1, Outcome = StandingCommitteeOutcome.Approved },
            new ItemOutcome { Item = 2, Outcome = StandingCommitteeOutcome.NotApproved }));
        Assert.Equal((2, 1), (await CountAsync(Trips.Member), await CountAsync(Reviews.Head)));
        foreach (var person in new[] { Trips.Member, Trips.Lead })
        {
            var seen = (await _portal.Cases.FindAsync(_portal.Person(person), _id)).Value;
            Assert.DoesNotContain(seen.Open, t => t.Task.StepId == "release");
            Assert.DoesNotContain(seen.Tasks, t => t.StepId == "release");
            var board = (await cycles.BoardAsync(_portal.Person(person), _cycle))!;
            Assert.NotEqual("release", board.Rows.Single(r => r.AreaId == "A017").StepId);
        }

        Assert.Contains((await _portal.Cases.FindAsync(_portal.Person(Reviews.Head), _id)).Value.Open, t => t.Task.StepId == "release");
    }

    [Fact]
    public async Task X_04_Who_reads_and_exports_in_somebodys_place_stands_in_the_trail_with_that_person()
    {
        await _portal.PassedOnAsync(_id, Reviews.Proposal() with { Individuals = [Reviews.Individual()] });
        await _portal.DossierAsync(_cycle);
        await Processes.DirectiveRoads.LendAsync(_portal, Reviews.Head, OtherMember, "");
        var reader = _portal.Person(OtherMember);
        Assert.True((await _portal.Cases.FindAsync(reader, _id)).IsSuccess);
        var exported = await _portal.Services.GetRequiredService<ReviewCycles>()
            .ExportAsync(reader, _cycle, "ho-so.docx", "Chuẩn bị cho cuộc họp tập thể");
        Assert.True(exported.IsSuccess, exported.Refusal?.Code);
        var trail = await _portal.ReadAsync(db => db.AuditEntries
            .Where(a => a.PersonId == OtherMember && (a.Act == "Case.RestrictedRead" || a.Act == "Case.Exported")).ToListAsync());
        Assert.True(trail.Count >= 3);
        Assert.All(trail, a => Assert.Equal(Reviews.Head, a.ActingForId));
    }

    private static Remark Said(string text) => new(text, HoldsNoSecret: true);

    private static ReviewFinalInput OnlyIndividual() => Reviews.Proposal() with
    {
        Suggestions = null,
        Individuals = [Reviews.Individual()],
    };

    private async Task ProposeAsync(ReviewFinalInput proposal)
    {
        await _portal.InputsAsync(_id);
        await _portal.MustAsync(_id, "propose", Trips.Lead, "Consult", proposal.First() with { Files = proposal.Files });
    }

    private async Task<List<string>> ReadersAsync(string words, params string[] people)
    {
        var readers = new List<string>();
        foreach (var person in people)
        {
            var seen = (await _portal.Cases.FindAsync(_portal.Person(person), _id)).Value;
            if (seen.Decisions.Any(d => d.Opinion.Contains(words, StringComparison.Ordinal))
                || seen.Submissions.Any(s => s.Form?.ToString().Contains(words, StringComparison.Ordinal) == true))
            {
                readers.Add(person);
            }
        }

        return readers;
    }
}
