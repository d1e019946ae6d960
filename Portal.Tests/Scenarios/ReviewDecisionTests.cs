using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations.Tasks;
using Portal.Web.Processes.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Tests.Scenarios;

/// <summary>P3, steps 5, 7 and 9: what is said and decided of each suggestion, on the suggestion itself (F14 to F16).</summary>
public class ReviewDecisionTests
{
    private static readonly ReviewFinalInput Two =
        Reviews.Proposal(suggestions: [Reviews.Suggestion(), Reviews.Suggestion("Đề nghị làm rõ việc xử lý đơn")]);

    [Fact]
    public async Task Every_decision_and_opinion_has_a_row_for_each_suggestion_before_anybody_types()
    {
        await using var portal = await TestPortal.CreateAsync();
        var cycle = await portal.CycleAsync();
        var id = await portal.AreaCaseAsync(cycle);
        await portal.InputsAsync(id);
        await portal.MustAsync(id, "propose", Trips.Lead, "Consult", Two.First());
        var asked = await KnownAsync(portal, id, "review-consultation", Reviews.CadresHead, "TCCB");
        Assert.Equal([(1, "Agree"), (2, "Agree")], Rows(asked, "items", "stance"));
        Assert.Equal("Agree", (string?)asked["ratingStance"]);
        await portal.MustAsync(id, "opinion", Reviews.CadresHead, "Agree", Gated(asked));
        await portal.MustAsync(id, "finalize", Trips.Lead, "Submit", Two);
        var decided = await KnownAsync(portal, id, "review-decision", Trips.Leader);
        Assert.Equal([(1, "Keep"), (2, "Keep")], Rows(decided, "suggestions", "decision"));
        decided["suggestions"]![1]!["decision"] = "Drop";
        decided["suggestions"]![1]!["reason"] = "Đã khắc phục xong trong năm";
        await portal.MustAsync(id, "leader", Trips.Leader, "AgreeToDossier", Gated(decided));

        // What the leader dropped is before the collective as such; kept, it goes on.
        await portal.DossierAsync(cycle);
        var collective = await KnownAsync(portal, id, "review-collective", Reviews.Head);
        Assert.Equal([(1, "Keep"), (2, "Drop")], Rows(collective, "suggestions", "decision"));
        Assert.Equal("Đã khắc phục xong trong năm", (string?)collective["suggestions"]![1]!["reason"]);
        ((JsonObject)collective["suggestions"]![1]!).Remove("reason");
        collective["suggestions"]![1]!["decision"] = "Keep";
        await portal.MustAsync(id, "collective", Reviews.Head, "Pass", Gated(collective));
        Assert.All((await portal.ProposalAsync(id)).Suggestions, s => Assert.True(s.IsAlive));
    }

    [Theory]
    [InlineData("AgreeToDossier")]
    [InlineData("Return")]
    [InlineData("ForwardToHead")]
    public async Task A_row_for_a_suggestion_that_is_not_there_and_a_second_row_for_one_are_refused(string outcome)
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.AreaCaseAsync(await portal.CycleAsync());
        await portal.SubmittedAsync(id);
        var one = new ItemDecision { Item = 1, Decision = LeaderDecisionKind.Keep };
        async Task<FieldError> RefusedAsync(params ItemDecision[] rows) => Assert.Single((await portal.AnswerAsync(
            id, "leader", Trips.Leader, outcome, Reviews.Decision(rows) with { Opinion = "Đề nghị xem lại căn cứ" })).Refusal!.Fields);
        Assert.Equal(("suggestions[1].item", "Review.NoSuchSuggestion"), Of(await RefusedAsync(one, one with { Item = 2 })));
        Assert.Equal(("suggestions[0].item", "Review.TwiceDecided"), Of(await RefusedAsync(one, one)));
        Assert.Equal(["leader"], await portal.OpenStepsAsync(id));
    }

    [Theory]
    [InlineData("Pass")]
    [InlineData("NotPass")]
    [InlineData("ReturnToLead")]
    public async Task The_collective_too_answers_for_the_suggestions_that_there_are(string outcome)
    {
        await using var portal = await TestPortal.CreateAsync();
        var cycle = await portal.CycleAsync();
        var id = await portal.AreaCaseAsync(cycle);
        await portal.PassedOnAsync(id);
        await portal.DossierAsync(cycle);
        var three = new ItemDecision { Item = 3, Decision = LeaderDecisionKind.Keep };
        var refused = await portal.AnswerAsync(
            id, "collective", Reviews.Head, outcome, Reviews.Collective(three) with { Opinion = "Chưa đủ căn cứ để thông qua" });
        Assert.Equal(("suggestions[0].item", "Review.NoSuchSuggestion"), Of(Assert.Single(refused.Refusal!.Fields)));
    }

    [Fact]
    public async Task A_department_says_at_the_suggestion_what_it_does_not_agree_to()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.AreaCaseAsync(await portal.CycleAsync());
        await portal.InputsAsync(id);
        await portal.MustAsync(id, "propose", Trips.Lead, "Consult", Two.First());
        var differs = Reviews.Opinion() with
        {
            Items =
            [
                new ItemStance { Item = 1, Stance = ConsultationStance.Agree },
                new ItemStance { Item = 2, Stance = ConsultationStance.Disagree, Comment = "Đơn đã được kết luận không có cơ sở" },
            ],
        };
        async Task<(string, string)> RefusedAsync(string outcome, ConsultationInput input) =>
            Of(Assert.Single((await portal.AnswerAsync(id, "opinion", Reviews.CadresHead, outcome, input)).Refusal!.Fields));
        Assert.Equal(("items[1].stance", "Review.StanceDiffers"), await RefusedAsync("Agree", differs));
        Assert.Equal(("ratingStance", "Review.StanceDiffers"), await RefusedAsync(
            "Agree", Reviews.Opinion() with { RatingStance = ConsultationStance.Disagree, RatingComment = "Chưa tương xứng kết quả" }));
        Assert.Equal(("ratingStance", "Common.Required"), await RefusedAsync("Agree", Reviews.Opinion() with { RatingStance = null }));
        Assert.Equal(("items[1].comment", "Common.ReasonRequired"), await RefusedAsync(
            "Disagree", differs with { Items = [differs.Items![0], differs.Items[1] with { Comment = null }] }));
        Assert.Equal(("comment", "Common.ReasonRequired"), await RefusedAsync("Disagree", differs with { Items = [differs.Items[0]] }));
        Assert.Equal(("items[2].item", "Review.NoSuchSuggestion"), await RefusedAsync(
            "Disagree", differs with { Items = [.. differs.Items, new ItemStance { Item = 9, Stance = ConsultationStance.Agree }] }));
        await portal.MustAsync(id, "opinion", Reviews.CadresHead, "Disagree", differs);
    }

    [Fact]
    public async Task All_are_kept_at_once_from_the_inbox()
    {
        await using var portal = await TestPortal.CreateAsync();
        var cycle = await portal.CycleAsync("A017", "A018");
        List<BulkItem> items = [];
        foreach (var area in new[] { "A017", "A018" })
        {
            var id = await portal.AreaCaseAsync(cycle, area);
            await portal.SubmittedAsync(id, Two);
            items.Add(new BulkItem((await portal.OpenTaskAsync(id, "leader")).Id, 1));
        }

        var done = await portal.Services.GetRequiredService<BulkDecisions>()
            .DecideAsync(portal.Person(Trips.Leader), items, "AgreeToDossier", "");
        Assert.All(done, o => Assert.Null(o.Refusal));
        var proposal = await portal.ProposalAsync(await portal.AreaCaseAsync(cycle));
        Assert.Equal(ReviewProposalStatus.AwaitingCollective, proposal.Status);
        Assert.All(proposal.Suggestions, s => Assert.Equal(SuggestionStatus.Proposed, s.Status));
    }

    [Fact]
    public async Task R_REV_04_What_is_the_heads_is_told_in_whatever_round_it_is_written_and_once()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.AreaCaseAsync(await portal.CycleAsync());
        await portal.SubmittedAsync(id);
        Task<int> ToldAsync() => portal.ReadAsync(db => db.Notifications.CountAsync(
            n => n.PersonId == Reviews.Head && n.CaseId == id && n.Kind == NotificationKind.ForHead));
        async Task AgainAsync(SuggestionInput suggestion)
        {
            await portal.MustAsync(id, "leader", Trips.Leader, "Return", Reviews.Decision() with { Opinion = "Làm rõ thêm căn cứ" });
            await portal.MustAsync(id, "finalize", Trips.Lead, "Submit", Reviews.Proposal(suggestions: suggestion));
        }

        await AgainAsync(Reviews.Suggestion());
        Assert.Equal(0, await ToldAsync());
        var flagged = Reviews.Suggestion() with { LeadershipUnity = true };
        await AgainAsync(flagged);
        Assert.Equal(1, await ToldAsync());
        await AgainAsync(flagged with { SuggestedText = "Đề nghị kiểm điểm làm rõ trách nhiệm tập thể" });
        Assert.Equal(1, await ToldAsync());
        await AgainAsync(flagged with { DemocraticCentralism = true });
        Assert.Equal(2, await ToldAsync());
    }

    [Fact]
    public async Task Members_who_see_the_rating_otherwise_are_named_to_the_deciders()
    {
        await using var portal = await TestPortal.CreateAsync();
        var cycle = await portal.CycleAsync();
        var id = await portal.AreaCaseAsync(cycle);
        var views = new Dictionary<string, QualityRating> { ["S31"] = QualityRating.Completed, ["S33"] = QualityRating.Good };
        foreach (var (member, view) in views)
        {
            await portal.MustAsync(id, "inputs", member, "Submit", Reviews.Input() with { RatingView = view });
        }

        await portal.MustAsync(id, "inputs", "S19", "NoOpinion", Reviews.NoInput());
        await portal.MustAsync(id, "propose", Trips.Lead, "Consult", Reviews.Proposal().First());
        await portal.MustAsync(id, "opinion", Reviews.CadresHead, "Agree", Reviews.Opinion());
        await portal.MustAsync(id, "finalize", Trips.Lead, "Submit", Reviews.Proposal());
        await portal.MustAsync(id, "leader", Trips.Leader, "AgreeToDossier", Reviews.Decision());
        var dissent = Assert.Single((await portal.ProposalAsync(id)).Dissent);
        Assert.Equal(("S31", QualityRating.Completed), (dissent.PersonId, dissent.RatingView));
        var coordinator = portal.Person(Reviews.Coordinator);
        var context = await portal.Operations.ContextAsync(coordinator);
        var dossier = (await portal.Services.GetRequiredService<ReviewCycles>().DossierAsync(coordinator, cycle)).Value;
        using var document = WordprocessingDocument.Open(
            new MemoryStream(portal.Services.GetRequiredService<ReviewDocuments>().Dossier(dossier, context)), false);
        Assert.Contains($"{context.Directory.NameOf("S31")}: Hoàn thành nhiệm vụ",
            document.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
    }

    private static (string Path, string Code) Of(FieldError error) => (error.Path, error.Code);

    private static async Task<JsonObject> KnownAsync(TestPortal portal, Guid id, string form, string person, string? item = null) =>
        portal.Services.GetRequiredService<ProcessCatalogue>().Known(
            form, await portal.Operations.ContextAsync(portal.Person(person)),
            (await portal.Cases.FindAsync(portal.Person(person), id)).Value, item);

    private static List<(int, string)> Rows(JsonObject form, string list, string field) =>
        [.. form[list]!.AsArray().Select(r => ((int)r!["item"]!, (string)r[field]!))];

    private static JsonObject Gated(JsonObject form)
    {
        form["secrecy"] = FormInput.ToJson(SecrecyGate.No);
        return form;
    }
}
