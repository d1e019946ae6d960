using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Administration;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Domain.Reviews;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Forms;
using Portal.Workflows.Runtime;

namespace Portal.Tests.Scenarios;

/// <summary>P3 on the real engine and a real database: the acceptance tests of section 6.6, and the exceptional paths.</summary>
public class ReviewTests
{
    [Fact]
    public async Task A_cycle_goes_from_opening_to_the_official_rating_and_is_closed()
    {
        await using var portal = await TestPortal.CreateAsync();
        var cycle = await portal.CycleAsync("A017", "A018");
        Assert.Equal(["dossier"], await portal.OpenStepsAsync(cycle));
        var (id, other) = (await portal.AreaCaseAsync(cycle), await portal.AreaCaseAsync(cycle, "A018"));
        await portal.PassedOnAsync(id);
        await portal.PassedOnAsync(other, Reviews.Nothing());
        Assert.Equal(ReviewProposalStatus.AwaitingCollective, (await portal.ProposalAsync(id)).Status);
        await portal.DossierAsync(cycle);
        await portal.MustAsync(id, "collective", Reviews.Head, "Pass", Reviews.Collective());
        await portal.MustAsync(other, "collective", Reviews.Head, "Pass", Reviews.Collective());
        await portal.MustAsync(cycle, "send", Reviews.Coordinator, "Sent",
            new SubmissionSentInput { Secrecy = SecrecyGate.No, SentOn = new DateOnly(2026, 10, 5) });
        Assert.Equal(["conference"], await portal.OpenStepsAsync(other));
        await portal.AdvisedAsync(id, Reviews.Advice(remedy: true));
        await portal.MustAsync(id, "conclude", Reviews.Head, "Conclude", Reviews.Conclusion());
        await portal.MustAsync(id, "finalRating", Reviews.Coordinator, "Recorded", Reviews.FinalRating());
        var closed = await portal.MustAsync(
            id, "remedies", Trips.Lead, "Remedied", Reviews.Remedied());
        Assert.Equal(CaseState.Closed, closed.State);
        Assert.Empty(await portal.OpenStepsAsync(cycle));

        await portal.MustAsync(other, "conference", Trips.Lead, "Held", Reviews.Conference());
        await portal.MustAsync(other, "advise", Trips.Lead, "Submit", Reviews.Advice() with { Suggestions = null });
        await portal.MustAsync(other, "adviceReview", Trips.Leader, "AgreeToAdvice", Trips.Opinion());
        await portal.MustAsync(other, "conclude", Reviews.Head, "Conclude", Reviews.Conclusion());
        await portal.MustAsync(other, "finalRating", Reviews.Coordinator, "Recorded", Reviews.FinalRating());
        Assert.Equal(["closing"], await portal.OpenStepsAsync(cycle));
        var done = await portal.MustAsync(cycle, "closing", Reviews.Coordinator, "CloseCycle", new { });
        Assert.Equal(CaseState.Closed, done.State);
        Assert.Equal(0, await portal.ReadAsync(db => db.Incidents.CountAsync()));
    }

    [Fact]
    public async Task The_head_and_the_coordinator_are_told_each_working_morning_how_many_steps_are_overdue()
    {
        await using var portal = await TestPortal.CreateAsync();
        var cycle = await portal.CycleAsync("A017", "A018");
        async Task<List<string>> ToldAsync() =>
            (await portal.ReadAsync(db => db.Notifications
                .Where(n => n.CaseId == cycle && n.TaskId == null && n.Kind == NotificationKind.Overdue)
                .OrderBy(n => n.PersonId)
                .ToListAsync())).ConvertAll(n => $"{n.PersonId}: {n.Text.InVietnamese()}");
        await portal.TickAsync();
        Assert.Empty(await ToldAsync());

        portal.GoTo(new DateTime(2026, 10, 26, 17, 30, 0));
        await portal.TickAsync();

        // The proposals are late: a Monday, once before the hour and several times after it.
        var monday = new DateOnly(2026, 11, 23);
        portal.GoTo(monday.ToDateTime(new TimeOnly(7, 0)));
        await portal.TickAsync();
        Assert.Empty(await ToldAsync());
        portal.GoTo(monday.ToDateTime(new TimeOnly(7, 31)));
        await portal.TickAsync();
        await portal.TickAsync();
        var number = await portal.ReadAsync(db => db.Cases.Where(c => c.Id == cycle).Select(c => c.Number).SingleAsync());
        var people = (await portal.Operations.ContextAsync(portal.Person(Reviews.Head)))
            .Directory.PeopleWith(Portal.Domain.Organisation.Role.ReviewCoordinator, monday)
            .Append(Reviews.Head)
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.Contains(Reviews.Coordinator, people);
        Assert.Equal(people.Select(p => $"{p}: {number} · 2 bước quá hạn, 2 địa bàn"), await ToldAsync());
        portal.GoTo(monday.AddDays(1).ToDateTime(new TimeOnly(8, 0)));
        await portal.TickAsync();
        Assert.Equal(2 * people.Count, (await ToldAsync()).Count);

        // Nobody works on Saturday.
        portal.GoTo(monday.AddDays(5).ToDateTime(new TimeOnly(9, 0)));
        await portal.TickAsync();
        Assert.Equal(2 * people.Count, (await ToldAsync()).Count);
    }

    [Fact]
    public async Task Acceptance_1_An_area_without_suggestion_and_without_reason_blocks_consolidation_and_is_named()
    {
        await using var portal = await TestPortal.CreateAsync();
        var cycle = await portal.CycleAsync("A017", "A018");
        await portal.PassedOnAsync(await portal.AreaCaseAsync(cycle));
        var dossier = new DossierInput { Secrecy = SecrecyGate.No };
        var refused = await portal.AnswerAsync(cycle, "dossier", Reviews.Coordinator, "SubmitDossier", dossier);
        var missing = (await portal.Operations.ContextAsync(portal.Person(Reviews.Head))).Directory.AreaName("A018");
        Assert.Equal(("Review.AreasMissing", "Đ7.B.4"), (refused.Refusal!.Code, refused.Refusal.Clause));
        Assert.Contains(missing, refused.Refusal.Args[0]!.ToString(), StringComparison.Ordinal);

        // No suggestion needs its reason, too.
        var other = await portal.AreaCaseAsync(cycle, "A018");
        await portal.InputsAsync(other);
        var unexplained = await portal.AnswerAsync(
            other, "propose", Trips.Lead, "Consult", (Reviews.Nothing() with { NoSuggestionReason = null }).First());
        Assert.Contains(unexplained.Refusal!.Fields, f => f is { Path: "noSuggestionReason" });

        // E-R12: the coordinator may go on without it, and the dossier shows the gap; the area stays open and follows.
        await portal.MustAsync(cycle, "dossier", Reviews.Coordinator, "SubmitDossier",
            dossier with { Gaps = [new DossierGap { AreaId = "A018", Reason = "Nhóm trình chậm do thay Trưởng nhóm" }] });
        Assert.Contains("propose", await portal.OpenStepsAsync(other));
        await portal.MustAsync(other, "propose", Trips.Lead, "Consult", Reviews.Nothing().First());
        Assert.Contains("opinion", await portal.OpenStepsAsync(other));
    }

    [Fact]
    public async Task Acceptance_2_The_quota_blocks_consolidation_until_the_head_lets_it_be_exceeded()
    {
        static int Limit(int good, int excellent) =>
            new ExcellentQuota(20, QuotaBase.RatedGood, QuotaRounding.Floor)
                .Limit([.. Enumerable.Repeat(QualityRating.Good, good), .. Enumerable.Repeat(QualityRating.Excellent, excellent)]);
        Assert.Equal((2, 2, 1), (Limit(11, 2), Limit(11, 3), Limit(9, 2)));

        await using var portal = await TestPortal.CreateAsync();
        var cycle = await portal.CycleAsync("A017", "A018");
        await portal.PassedOnAsync(await portal.AreaCaseAsync(cycle), Reviews.Proposal(QualityRating.Excellent));
        await portal.PassedOnAsync(await portal.AreaCaseAsync(cycle, "A018"), Reviews.Nothing());
        var refused =
            await portal.AnswerAsync(cycle, "dossier", Reviews.Coordinator, "SubmitDossier", new DossierInput { Secrecy = SecrecyGate.No });
        Assert.Equal(("Review.QuotaExceeded", "Xã", 1, 0),
            (refused.Refusal!.Code, refused.Refusal.Args[0], refused.Refusal.Args[1], refused.Refusal.Args[2]));

        var allow = new QuotaOverrideInput
        {
            Secrecy = SecrecyGate.No,
            Group = "Xã",
            Kind = QuotaOverrideKind.Override,
            Reason = "Địa bàn có thành tích đặc biệt xuất sắc"
        };
        Assert.Equal(
            "Common.Forbidden", (await portal.AnswerAsync(cycle, "dossier", Reviews.Coordinator, "OverrideQuota", allow)).Refusal!.Code);
        await portal.MustAsync(cycle, "dossier", Reviews.Head, "OverrideQuota", allow);
        await portal.DossierAsync(cycle);
        var made = (await portal.ReadAsync(db => db.Set<ReviewCycle>().SingleAsync())).DossierQuota.Single();
        Assert.Equal((true, true, allow.Reason), (made.IsExceeded, made.IsOverridden, made.OverrideReason));
    }

    [Fact]
    public async Task Acceptance_4_and_E_R4_A_dropped_suggestion_with_its_reason_stays_visible_to_the_collective()
    {
        await using var portal = await TestPortal.CreateAsync();
        var cycle = await portal.CycleAsync();
        var id = await portal.AreaCaseAsync(cycle);
        var dropped = Reviews.Decision(new ItemDecision
        {
            Item = 1,
            Decision = LeaderDecisionKind.Drop,
            Reason = "Đơn vị đã khắc phục xong trong năm"
        });
        await portal.SubmittedAsync(id);
        var without = await portal.AnswerAsync(id, "leader", Trips.Leader, "AgreeToDossier",
            Reviews.Decision(new ItemDecision { Item = 1, Decision = LeaderDecisionKind.Drop }));
        Assert.Contains(without.Refusal!.Fields, f => f.Path == "suggestions[0].reason");
        await portal.MustAsync(id, "leader", Trips.Leader, "AgreeToDossier", dropped);
        await portal.DossierAsync(cycle);
        var suggestion = (await portal.ProposalAsync(id)).Suggestions.Single();
        Assert.Equal(
            (SuggestionStatus.DroppedByLeader, "Đơn vị đã khắc phục xong trong năm"), (suggestion.Status, suggestion.Changes[^1].Reason));

        // L3 is a deputy without this area in charge: a member of the collective, and reads it now.
        var seen = (await portal.Cases.FindAsync(portal.Person("L3"), id)).Value;
        Assert.True(seen.HasContent);
        Assert.Contains(seen.Submissions,
            s =>
                s.FormKey == "review-decision"
                    && s.Form?.ToJsonString(FormInput.Json).Contains("đã khắc phục xong", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Acceptance_5_Proposed_decided_and_final_ratings_are_three_values()
    {
        await using var portal = await TestPortal.CreateAsync();
        var cycle = await portal.CycleAsync();
        var id = await portal.AreaCaseAsync(cycle);
        await portal.PassedOnAsync(id,
            decision: Reviews.Decision() with
            {
                RatingDecision = RatingDecisionKind.Change,
                RatingLevel = QualityRating.Completed,
                RatingReason = "Còn chậm rà soát quy hoạch cán bộ"
            });
        await portal.SentAsync(cycle, id);
        await portal.AdvisedAsync(id, Reviews.Advice(QualityRating.Completed));
        await portal.MustAsync(id, "conclude", Reviews.Head, "Conclude", Reviews.Conclusion());
        var early = await portal.ProposalAsync(id);
        Assert.Null(early.FinalRating);
        await portal.MustAsync(id, "finalRating", Reviews.Coordinator, "Recorded", Reviews.FinalRating(QualityRating.NotCompleted));
        var proposal = await portal.ProposalAsync(id);
        Assert.Equal((QualityRating.Good, QualityRating.Completed, QualityRating.Completed, QualityRating.NotCompleted),
            (proposal.ProposedRating, proposal.DecidedRating, proposal.AdvisedRating, proposal.FinalRating));
        Assert.Equal(["Proposed", "Proposed", "LeaderInCharge", "Collective", "Advised", "Final"], proposal.Ratings.Select(r => r.Stage));
    }

    [Fact]
    public async Task Acceptance_6_The_flag_for_internal_unity_notifies_the_head_at_once()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.AreaCaseAsync(await portal.CycleAsync());
        await portal.InputsAsync(id);
        await portal.MustAsync(id, "propose", Trips.Lead, "Consult",
            Reviews.Proposal(suggestions: Reviews.Suggestion() with { LeadershipUnity = true }).First());
        var notice = Assert.Single(await portal.ReadAsync(db =>
            db.Notifications.Where(n => n.PersonId == Reviews.Head && n.Kind == NotificationKind.ForHead).ToListAsync()));
        Assert.Equal("GY-2026/0001", notice.Text.InVietnamese());
    }

    [Fact]
    public async Task Acceptance_7_Nobody_outside_learns_that_an_individual_is_a_subject()
    {
        await using var portal = await TestPortal.CreateAsync(("Rev.IndividualsInPortal", "on"));
        var cycle = await portal.CycleAsync();
        var id = await portal.AreaCaseAsync(cycle);
        const string name = "Nguyễn Văn Mẫu";
        var input = Reviews.Proposal() with { Individuals = [Reviews.Individual()] };
        await portal.SubmittedAsync(id, input);

        // Of another group: not even that the case exists. Of the own group, a member: not the part on individuals. The department: only
        // what it was asked.
        Assert.Equal("Common.NotFound", (await portal.Cases.FindAsync(portal.Person("S27"), id)).Refusal!.Code);
        foreach (var person in new[] { Trips.Member, Reviews.CadresHead })
        {
            var seen = (await portal.Cases.FindAsync(portal.Person(person), id)).Value;
            Assert.DoesNotContain(
                seen.Submissions, s => s.Form?.ToJsonString(FormInput.Json).Contains(name, StringComparison.Ordinal) == true);
            Assert.DoesNotContain(seen.Submissions, s => s.FormKey.EndsWith("-apart", StringComparison.Ordinal));
            Assert.Contains(seen.Submissions, s => s.FormKey == "review-proposal" && s.Form is not null);
        }

        var consulted = (await portal.Cases.FindAsync(portal.Person(Reviews.CadresHead), id)).Value;
        Assert.True(consulted.IsPartial);
        Assert.All(consulted.Submissions, s => Assert.True(s.FormKey is "review-proposal" || s.PersonId == Reviews.CadresHead));
        Assert.Empty(consulted.Decisions);
        foreach (var person in new[] { Trips.Lead, Trips.Leader, Reviews.Head, Reviews.Coordinator })
        {
            var seen = (await portal.Cases.FindAsync(portal.Person(person), id)).Value;
            Assert.Contains(seen.Submissions,
                s =>
                    s.FormKey == "review-final-apart"
                        && s.Form?.ToJsonString(FormInput.Json).Contains(name, StringComparison.Ordinal) == true);
        }

        Assert.DoesNotContain(await portal.ReadAsync(db => db.Notifications.Select(n => n.Text).ToListAsync()),
            t => t.Stored.Contains("Mẫu", StringComparison.Ordinal));
        Assert.DoesNotContain(await portal.ReadAsync(db => db.Cases.Select(c => c.Title).ToListAsync()),
            t => t.Stored.Contains("Mẫu", StringComparison.Ordinal));
        Assert.Empty(await portal.ReadAsync(db =>
            db.Cases.Where(c => c.SearchText.Contains("mau,")).ToListAsync()));
        Assert.Empty(await portal.ReadAsync(db =>
            db.AuditEntries.Where(a => a.Details.Contains("Mẫu") || a.Subject.Contains("Mẫu")).ToListAsync()));
    }

    [Fact]
    public async Task By_default_suggestions_on_individuals_stay_off_the_system()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.AreaCaseAsync(await portal.CycleAsync());
        await portal.InputsAsync(id);
        var inside = await portal.AnswerAsync(
            id, "propose", Trips.Lead, "Consult", (Reviews.Proposal() with { Individuals = [Reviews.Individual()] }).First());
        Assert.Contains(inside.Refusal!.Fields, f => f is { Path: "individuals[0].keptOffSystem", Code: "Review.IndividualsOffSystem" });
        var smuggled = await portal.AnswerAsync(id, "propose", Trips.Lead, "Consult",
            (Reviews.Proposal() with { Individuals = [Reviews.IndividualOffSystem() with { Matter = "Nội dung" }] }).First());
        Assert.Contains(smuggled.Refusal!.Fields, f => f is { Path: "individuals[0].matter", Code: "Secrecy.ContentWithStub" });
        await portal.MustAsync(
            id, "propose", Trips.Lead, "Consult", (Reviews.Proposal() with { Individuals = [Reviews.IndividualOffSystem()] }).First());
        Assert.True((await portal.ProposalAsync(id)).Suggestions[^1].IsKeptOffSystem);
    }

    [Fact]
    public async Task Only_the_lead_submits_and_each_suggestion_has_evidence_or_says_why_not()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.AreaCaseAsync(await portal.CycleAsync());
        await portal.InputsAsync(id);
        Assert.Equal("Common.Forbidden",
            (await portal.AnswerAsync(id, "propose", Trips.Member, "Consult", Reviews.Proposal().First())).Refusal!.Code);
        var bare = await portal.AnswerAsync(id, "propose", Trips.Lead, "Consult",
            Reviews.Proposal(suggestions: Reviews.Suggestion() with { Evidence = null, ClarifyCause = false, ClarifyCollective = null })
                .First());
        Assert.Equal(
            [
                ("suggestions[0].clarifyCause", "Review.ClarifyNothing", null),
                ("suggestions[0].noEvidenceReason", "Review.EvidenceNeeded", "Đ5.6"),
            ],
            bare.Refusal!.Fields.Select(f => (f.Path, f.Code, f.Clause)).Order());
        await portal.MustAsync(id, "propose", Trips.Lead, "Consult",
            Reviews.Proposal(suggestions: Reviews.Suggestion() with
            {
                Evidence = null,
                NoEvidenceReason = "Phản ánh qua tiếp xúc, chưa có văn bản"
            }).First());
    }

    [Fact]
    public async Task The_highest_level_in_spite_of_an_unmet_condition_says_why()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.AreaCaseAsync(await portal.CycleAsync());
        await portal.InputsAsync(id);
        var met = Reviews.Rating(QualityRating.Excellent);
        var rating = met with
        {
            Conditions = [.. met.Conditions!.Select(c => c.Item == 1 ? c with { State = ConditionState.NotMet } : c)],
        };
        var refused = await portal.AnswerAsync(id, "propose", Trips.Lead, "Consult", (Reviews.Proposal() with { Rating = rating }).First());
        Assert.Contains(refused.Refusal!.Fields, f => f is { Path: "rating.conditionReason", Code: "Common.ReasonRequired" });
        await portal.MustAsync(id, "propose", Trips.Lead, "Consult",
            (Reviews.Proposal() with { Rating = rating with { ConditionReason = "Chỉ tiêu chưa đạt do thiên tai" } }).First());
    }

    [Fact]
    public async Task E_R1_Returned_by_the_leader_then_by_the_collective_and_the_old_text_stays()
    {
        await using var portal = await TestPortal.CreateAsync();
        var cycle = await portal.CycleAsync();
        var id = await portal.AreaCaseAsync(cycle);
        await portal.SubmittedAsync(id);
        var silent = await portal.AnswerAsync(id, "leader", Trips.Leader, "Return", Reviews.Decision());
        Assert.Contains(silent.Refusal!.Fields, f => f is { Path: "opinion" });
        await portal.MustAsync(id, "leader", Trips.Leader, "Return", Reviews.Decision() with { Opinion = "Bổ sung căn cứ cho gợi ý số 1" });
        await portal.MustAsync(id, "finalize", Trips.Lead, "Submit",
            Reviews.Proposal(suggestions: Reviews.Suggestion("Đề nghị kiểm điểm làm rõ nguyên nhân và trách nhiệm")));
        await portal.MustAsync(id, "leader", Trips.Leader, "AgreeToDossier",
            Reviews.Decision(new ItemDecision
            {
                Item = 1,
                Decision = LeaderDecisionKind.Amend,
                Text = "Đề nghị làm rõ trách nhiệm của tập thể"
            }));
        await portal.DossierAsync(cycle);
        await portal.MustAsync(
            id, "collective", Reviews.Head, "ReturnToLead", Reviews.Collective() with { Opinion = "Làm rõ thêm thời điểm và số liệu" });
        Assert.Equal(["finalize"], await portal.OpenStepsAsync(id));
        await portal.MustAsync(id, "finalize", Trips.Lead, "Submit", Reviews.Proposal());
        await portal.MustAsync(id, "leader", Trips.Leader, "AgreeToDossier", Reviews.Decision());
        await portal.MustAsync(
            id, "collective", Reviews.Head, "ReturnToLeader", Reviews.Collective() with { Opinion = "Lãnh đạo phụ trách xem lại mức" });
        Assert.Equal(["leader"], await portal.OpenStepsAsync(id));
        await portal.MustAsync(id, "leader", Trips.Leader, "AgreeToDossier", Reviews.Decision());
        await portal.MustAsync(id, "collective", Reviews.Head, "Pass", Reviews.Collective());
        var texts = (await portal.ProposalAsync(id)).Suggestions.Single().Changes.Select(c => c.Text).Distinct().ToList();
        Assert.Equal(3, texts.Count);
    }

    [Fact]
    public async Task E_R2_The_lead_goes_on_without_a_late_department_whose_answer_is_still_taken()
    {
        await using var portal = await TestPortal.CreateAsync();
        var cycle = await portal.CycleAsync();
        var id = await portal.AreaCaseAsync(cycle);
        await portal.InputsAsync(id);
        await portal.MustAsync(id, "propose", Trips.Lead, "Consult", Reviews.Proposal().First());
        var early = await portal.AnswerAsync(id, "hurry", Trips.Lead, "GoOn", new { });
        Assert.Equal("Review.ConsultationRuns", early.Refusal!.Code);
        portal.GoTo(new DateTime(2026, 11, 11, 8, 0, 0));
        await portal.MustAsync(id, "hurry", Trips.Lead, "GoOn", new { });
        Assert.Equal(["finalize", "opinion"], await portal.OpenStepsAsync(id));
        Assert.Null((await portal.ProposalAsync(id)).Consultations.Single().Stance);
        await portal.MustAsync(id, "finalize", Trips.Lead, "Submit", Reviews.Proposal());
        await portal.MustAsync(id, "opinion", Reviews.CadresHead, "Disagree", Reviews.Opinion("Chưa đủ căn cứ để gợi ý"));
        Assert.Equal(ConsultationStance.Disagree, (await portal.ProposalAsync(id)).Consultations.Single().Stance);
        Assert.Equal(["leader"], await portal.OpenStepsAsync(id));
    }

    [Fact]
    public async Task An_opinion_that_differs_is_handled_before_the_proposal_goes_on()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.AreaCaseAsync(await portal.CycleAsync());
        await portal.InputsAsync(id);
        await portal.MustAsync(id, "propose", Trips.Lead, "Consult", Reviews.Proposal().First());
        var mute = await portal.AnswerAsync(id, "opinion", Reviews.CadresHead, "Disagree", Reviews.Opinion());
        Assert.Contains(mute.Refusal!.Fields, f => f is { Path: "comment" });
        Assert.Contains((await portal.AnswerAsync(id, "opinion", Reviews.CadresHead, "Assign",
            new AssignOpinionInput { StaffId = Trips.Member })).Refusal!.Fields, f => f.Code == "Review.NotOfDepartment");
        await portal.MustAsync(id, "opinion", Reviews.CadresHead, "Assign", new AssignOpinionInput { StaffId = Reviews.Coordinator });
        await portal.MustAsync(id, "prepareOpinion", Reviews.Coordinator, "Prepared", Reviews.Opinion("Đề nghị bỏ gợi ý này"));
        await portal.MustAsync(id, "opinion", Reviews.CadresHead, "Disagree", Reviews.Opinion("Đề nghị bỏ gợi ý này"));
        var unhandled = await portal.AnswerAsync(id, "finalize", Trips.Lead, "Submit", Reviews.Proposal());
        Assert.Contains(unhandled.Refusal!.Fields, f => f is { Path: "handling", Code: "Review.OpinionUnhandled", Clause: "Đ11" });
        await portal.MustAsync(id, "finalize", Trips.Lead, "Submit",
            Reviews.Proposal() with
            {
                Handling = [new OpinionHandlingInput { DepartmentId = "TCCB", Handling = OpinionHandling.NotAccepted,
                Reason = "Sự việc đã được xác minh tại địa bàn" }]
            });
    }

    [Fact]
    public async Task E_R5_and_E_R6_Withdrawn_supplemented_and_looked_at_again()
    {
        await using var portal = await TestPortal.CreateAsync();
        var cycle = await portal.CycleAsync();
        var id = await portal.AreaCaseAsync(cycle);
        await portal.SubmittedAsync(id);
        await portal.MustAsync(id, "leader", Trips.Lead, "Withdraw", Trips.Reason("Cần kiểm tra lại số liệu"));
        await portal.MustAsync(id, "finalize", Trips.Lead, "Submit", Reviews.Proposal());
        await portal.MustAsync(id, "leader", Trips.Leader, "AgreeToDossier", Reviews.Decision());
        Assert.Equal(["supplement"], await portal.OpenStepsAsync(id));
        await portal.MustAsync(id, "supplement", Trips.Lead, "Supplement", Trips.Reason("Phát sinh đơn tố cáo có cơ sở"));
        await portal.MustAsync(id, "finalize", Trips.Lead, "Submit",
            Reviews.Proposal(suggestions: [Reviews.Suggestion(), Reviews.Suggestion("Đề nghị làm rõ việc xử lý đơn tố cáo")]));
        await portal.MustAsync(id, "leader", Trips.Leader, "AgreeToDossier", Reviews.Decision());
        await portal.MustAsync(cycle, "dossier", Reviews.Coordinator, "LookAgain",
            new ReviewAgainInput { Secrecy = SecrecyGate.No, AreaId = "A017", Reason = "Mức xếp loại chưa tương xứng" });
        Assert.Equal(["leader"], await portal.OpenStepsAsync(id));
        await portal.MustAsync(id, "leader", Trips.Leader, "AgreeToDossier", Reviews.Decision());
        await portal.DossierAsync(cycle);
        Assert.Equal(["collective"], await portal.OpenStepsAsync(id));
        Assert.Equal(2, (await portal.ProposalAsync(id)).Suggestions.Count);
    }

    [Fact]
    public async Task E_R9_The_group_learns_the_outcome_as_far_as_the_head_releases_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        var cycle = await portal.CycleAsync();
        var id = await portal.AreaCaseAsync(cycle);
        await portal.PassedOnAsync(id);
        await portal.SentAsync(cycle, id);
        var incomplete =
            await portal.AnswerAsync(id, "outcome", Reviews.Coordinator, "Recorded", Reviews.Outcome() with { Suggestions = null });
        Assert.Contains(incomplete.Refusal!.Fields, f => f is { Path: "suggestions", Code: "Review.OutcomeMissing" });
        await portal.MustAsync(id, "outcome", Reviews.Coordinator, "Recorded",
            Reviews.Outcome(new ItemOutcome
            {
                Item = 1,
                Outcome = StandingCommitteeOutcome.ApprovedWithChange,
                FinalText = "Đề nghị làm rõ trách nhiệm"
            }));
        async Task<bool> Sees(string person) =>
            (await portal.Cases.FindAsync(portal.Person(person), id))
                .Value.Submissions
                .Any(s => s.FormKey == "review-outcome" && s.Form is not null);
        Assert.Equal((false, true, true, true),
            (await Sees(Trips.Lead), await Sees(Trips.Leader), await Sees(Reviews.Head), await Sees(Reviews.Coordinator)));

        await portal.MustAsync(id, "release", Reviews.Head, "Release", new ReleaseInput
        {
            Secrecy = SecrecyGate.No,
            Suggestions = [new ItemRelease { Item = 1, Released = false }],
        });

        // The records office enters number and day, and reads nothing of the proposal.
        var clerk = (await portal.Cases.FindAsync(portal.Person(Reviews.Clerk), id)).Value;
        Assert.True(clerk.IsPartial);
        Assert.Empty(clerk.Submissions);
        await portal.MustAsync(id, "issue", Reviews.Clerk, "Issued", Reviews.Issue());
    }

    [Fact]
    public async Task E_R10_A_review_that_is_put_off_and_an_explanation_that_is_not_accepted()
    {
        await using var portal = await TestPortal.CreateAsync();
        var cycle = await portal.CycleAsync();
        var id = await portal.AreaCaseAsync(cycle);
        await portal.PassedOnAsync(id);
        await portal.SentAsync(cycle, id);
        await portal.MustAsync(id, "outcome", Reviews.Coordinator, "Recorded", Reviews.Outcome());
        await portal.MustAsync(id, "issue", Reviews.Clerk, "Issued", Reviews.Issue());
        await portal.MustAsync(id, "conference", Trips.Lead, "Postponed",
            new PostponedInput
            {
                Secrecy = SecrecyGate.No,
                NewDate = new DateOnly(2027, 1, 5),
                Reason = "Đơn vị chưa chuẩn bị xong báo cáo"
            });
        Assert.Equal(
            new DateOnly(2027, 1, 5), DateOnly.FromDateTime((await portal.OpenTaskAsync(id, "conference")).DueAt!.Value.AddHours(7)));
        portal.GoTo(new DateTime(2027, 1, 6, 8, 0, 0));
        await portal.MustAsync(id, "conference", Trips.Lead, "Held", Reviews.Conference());
        var advice = Reviews.Advice() with
        {
            Suggestions = [new ItemFollowUp { Item = 1, Explanation = "Đơn vị giải trình chung chung",
            Assessment = FollowUpAssessment.NotAccepted, Reason = "Chưa nêu rõ nguyên nhân" }]
        };
        await portal.MustAsync(id, "advise", Trips.Lead, "Submit", advice);
        Assert.Equal(SuggestionStatus.NotAccepted, (await portal.ProposalAsync(id)).Suggestions.Single().Status);
        await portal.MustAsync(id, "adviceReview", Trips.Leader, "Return", Trips.Opinion("Làm rõ thêm căn cứ đánh giá"));
        Assert.Equal(["advise"], await portal.OpenStepsAsync(id));
        var again = portal.Services.GetRequiredService<ProcessCatalogue>().Known("review-advice",
            await portal.Operations.ContextAsync(portal.Person(Trips.Lead)),
            (await portal.Cases.FindAsync(portal.Person(Trips.Lead), id)).Value);
        Assert.Equal(("Đơn vị kiểm điểm nghiêm túc", "Đơn vị giải trình chung chung"),
            ((string?)again["remark"], (string?)again["suggestions"]![0]!["explanation"]));
        Assert.False(again.ContainsKey("secrecy"));
    }

    [Fact]
    public async Task E_R7_An_area_that_is_merged_keeps_its_proposal_and_its_heirs_group_follows_up()
    {
        await using var portal = await TestPortal.CreateAsync();
        var cycle = await portal.CycleAsync();
        var id = await portal.AreaCaseAsync(cycle);
        await portal.SubmittedAsync(id);
        var day = VietnamTime.DayOf(portal.Now).AddDays(1);
        var other = (await portal.Operations.ContextAsync(Actor.System)).Directory.GroupOfArea("A001", day)!;
        var merged = new AreaReorganizeInput
        {
            Kind = LineageKind.Merge,
            AreaIds = ["A017", "A018"],
            From = day,
            Successors = [new SuccessorInput { Name = "Xã Bàu Mới", KindId = "XA", GroupId = other }],
            Decision = new DecisionInput { Number = "302-QĐ/BTCTU", Date = VietnamTime.DayOf(portal.Now), SignerId = "L1" },
        };
        await portal.MustChangeAsync("area-reorganize", "", merged);
        portal.GoTo(day.ToDateTime(new TimeOnly(8, 30)));
        await portal.TickAsync();

        // The proposal goes on where it was made.
        var directory = (await portal.Operations.ContextAsync(Actor.System)).Directory;
        var heir = directory.LeadOf(other, day)!;
        await portal.MustAsync(id, "leader", Trips.Leader, "AgreeToDossier", Reviews.Decision());
        await portal.SentAsync(cycle, id);
        await portal.MustAsync(id, "outcome", Reviews.Coordinator, "Recorded", Reviews.Outcome());
        Assert.Equal("A017", (await portal.ProposalAsync(id)).AreaId);

        // What follows the sending goes to whoever watches what became of it.
        await portal.MustAsync(id, "issue", Reviews.Clerk, "Issued", Reviews.Issue());
        Assert.Equal(
            [heir], (await portal.OpenTaskAsync(id, "conference")).Assignees.Where(a => a.IsOpen && !a.IsOptional).Select(a => a.PersonId));
        portal.GoTo(new DateTime(2026, 12, 14, 9, 0, 0));
        Assert.False((await portal.AnswerAsync(id, "conference", Trips.Lead, "Held", Reviews.Conference())).IsSuccess);
        await portal.MustAsync(id, "conference", heir, "Held", Reviews.Conference());
        var view = (await portal.Cases.FindAsync(portal.Person(heir), id)).Value;
        Assert.Contains(view.Submissions, s => s is { FormKey: "review-final", Form: not null });
        await portal.MustAsync(id, "advise", heir, "Submit", Reviews.Advice());
        Assert.Equal([directory.LeaderInCharge(directory.TodaysArea("A017", day), other, day)],
            (await portal.OpenTaskAsync(id, "adviceReview")).Assignees.Where(a => a.IsOpen && !a.IsOptional).Select(a => a.PersonId));
    }

    [Fact]
    public async Task E_R11_The_calendar_moves_for_every_open_step_and_a_cancelled_cycle_ends_its_areas()
    {
        await using var portal = await TestPortal.CreateAsync();
        var cycle = await portal.CycleAsync("A017", "A018");
        var id = await portal.AreaCaseAsync(cycle);
        var before = (await portal.OpenTaskAsync(id, "inputs")).DueAt;
        Assert.Equal(new DateTime(2026, 10, 26, 17, 0, 0), before!.Value.AddHours(7));
        var move = new RescheduleInput { Secrecy = SecrecyGate.No, Days = 7, Reason = "Hoãn do bão, các đơn vị khắc phục hậu quả" };
        Assert.Equal(
            "Common.Forbidden", (await portal.AnswerAsync(cycle, "dossier", Reviews.Coordinator, "Reschedule", move)).Refusal!.Code);
        await portal.MustAsync(cycle, "dossier", Reviews.Head, "Reschedule", move);
        var moved = await portal.OpenTaskAsync(id, "inputs");
        Assert.Equal(new DateTime(2026, 11, 2, 17, 0, 0), moved.DueAt!.Value.AddHours(7));
        Assert.All(moved.Assignees, a => Assert.Equal(moved.DueAt, a.DueAt));
        await portal.MustAsync(cycle, "dossier", Reviews.Head, "CancelCycle", Trips.Reason("Thực hiện theo kế hoạch mới của Trung ương"));
        Assert.Equal([CaseState.Cancelled, CaseState.Cancelled, CaseState.Cancelled],
            await portal.ReadAsync(db => db.Cases.Select(c => c.State).ToListAsync()));
        Assert.Equal(0, await portal.ReadAsync(db => db.UserTasks.CountAsync(t => t.State == UserTaskState.Open)));

        // The year is free again.
        await portal.CycleAsync("A017");
    }

    [Fact]
    public async Task Nobody_decides_on_a_proposal_of_ones_own_and_a_second_cycle_of_the_year_is_refused()
    {
        await using var portal = await TestPortal.CreateAsync();
        var cycle = await portal.CycleAsync();
        var twice = await portal.StartAsync("review-suggestion-annual", Reviews.Coordinator, Reviews.Cycle("A018"));
        Assert.Contains(twice.Refusal!.Fields, f => f is { Path: "year", Code: "Review.YearTaken" });
        Assert.Equal("Review.OnlyCoordinator",
            (await portal.StartAsync("review-suggestion-annual", Trips.Lead, Reviews.Cycle("A018"))).Refusal!.Code);
        Assert.Equal("Review.OpenedByCycle", (await portal.StartAsync("review-suggestion-area", Trips.Lead, new { })).Refusal!.Code);

        // R-REV-09: a leader who is concerned does not decide; the step goes to the head.
        var id = await portal.AreaCaseAsync(cycle);
        await portal.SubmittedAsync(id, Reviews.Proposal() with { ConflictedIds = [Trips.Leader] });
        Assert.Equal(
            [Reviews.Head], (await portal.OpenTaskAsync(id, "leader")).Assignees.Where(a => !a.IsOptional).Select(a => a.PersonId));
        Assert.False((await portal.AnswerAsync(id, "leader", Trips.Leader, "AgreeToDossier", Reviews.Decision())).IsSuccess);
        await portal.MustAsync(id, "leader", Reviews.Head, "AgreeToDossier", Reviews.Decision());
    }

    [Fact]
    public async Task An_ad_hoc_review_goes_its_road_without_a_rating()
    {
        await using var portal = await TestPortal.CreateAsync();
        var start = new AdHocReviewInput
        {
            Secrecy = SecrecyGate.No,
            AreaId = "A017",
            Trigger = AdHocReviewTrigger.InspectionConclusion,
            TriggerText = "Kết luận kiểm tra nêu khuyết điểm"
        };
        Assert.Equal("Review.OnlyLeadsAndLeaders", (await portal.StartAsync("review-suggestion-adhoc", Trips.Member, start)).Refusal!.Code);
        Assert.Contains((await portal.StartAsync("review-suggestion-adhoc", Trips.Lead, start with { AreaId = "A001" })).Refusal!.Fields,
            f => f.Code == "Review.AreaNotYours");
        var started = await portal.StartAsync("review-suggestion-adhoc", Trips.Leader, start);
        var id = started.Value.CaseId;
        await portal.InputsAsync(id);
        var proposal = new AdHocProposalInput { Secrecy = SecrecyGate.No, NoSuggestion = false, Suggestions = [Reviews.Suggestion()] };
        var unexplained = await portal.AnswerAsync(id, "propose", Trips.Lead, "SkipConsult", proposal);
        Assert.Contains(unexplained.Refusal!.Fields, f => f is { Path: "skipConsultReason" });
        await portal.MustAsync(
            id, "propose", Trips.Lead, "SkipConsult", proposal with { SkipConsultReason = "Việc gấp, phòng đã tham gia kiểm tra" });
        await portal.MustAsync(id, "finalize", Trips.Lead, "Submit",
            new AdHocFinalInput { Secrecy = SecrecyGate.No, NoSuggestion = false, Suggestions = [Reviews.Suggestion()] });
        await portal.MustAsync(id, "leader", Trips.Leader, "AgreeToDossier", new AdHocDecisionInput { Secrecy = SecrecyGate.No });
        Assert.Equal(new DateTime(2026, 10, 19, 17, 0, 0), (await portal.OpenTaskAsync(id, "collective")).DueAt!.Value.AddHours(7));
        await portal.MustAsync(id, "collective", Reviews.Head, "Pass",
            new AdHocCollectiveInput
            {
                Secrecy = SecrecyGate.No,
                MeetingDate = new DateOnly(2026, 10, 5),
                Form = CollectiveForm.CollectiveMeeting
            });
        await portal.MustAsync(id, "send", Reviews.Coordinator, "Sent",
            new SubmissionSentInput { Secrecy = SecrecyGate.No, SentOn = new DateOnly(2026, 10, 5) });
        await portal.MustAsync(id, "outcome", Reviews.Coordinator, "Recorded", Reviews.Outcome());
        await portal.MustAsync(id, "issue", Reviews.Clerk, "Issued", Reviews.Issue());
        await portal.MustAsync(id, "conference", Trips.Lead, "Held", Reviews.Conference() with { HeldOn = new DateOnly(2026, 10, 5) });
        await portal.MustAsync(id, "advise", Trips.Lead, "Submit",
            new AdHocAdviceInput
            {
                Secrecy = SecrecyGate.No,
                Suggestions = Reviews.Advice().Suggestions,
                Remark = "Đơn vị kiểm điểm nghiêm túc"
            });
        await portal.MustAsync(id, "adviceReview", Trips.Leader, "AgreeToAdvice", Trips.Opinion());
        var closed = await portal.MustAsync(
            id, "conclude", Reviews.Head, "Conclude", Reviews.Conclusion() with { MeetingDate = new DateOnly(2026, 10, 5) });
        Assert.Equal(CaseState.Closed, closed.State);
        Assert.Empty((await portal.ProposalAsync(id)).Ratings);
    }
}
