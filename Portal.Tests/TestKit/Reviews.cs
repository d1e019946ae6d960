using Microsoft.EntityFrameworkCore;
using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Tests.TestKit;

/// <summary>
/// The annual cycle of 2026, opened by S20 on Monday 05/10/2026 and approved by the head (L1), and the steps of one area's road: A017 of
/// group N03 (lead S11, members S31, S33, S19; leader in charge L4).
/// </summary>
public static class Reviews
{
    public const string Coordinator = "S20";
    public const string Head = "L1";
    public const string Clerk = "S03";

    /// <summary>Heads of the departments for cadres, Party organisation, internal political protection.</summary>
    public const string CadresHead = "S09";
    public const string PartyHead = "S23";

    public static ReviewCycleInput Cycle(params string[] areas) => new()
    {
        Secrecy = SecrecyGate.No,
        Year = 2026,
        Title = "Kiểm điểm, xếp loại năm 2026",
        ReferenceDate = new DateOnly(2026, 10, 5),
        LegalBases = [new LegalBasisInput { Document = "Quy định số 366-QĐ/TW, ngày 30/8/2025 của Bộ Chính trị" }],
        Scope = ReviewScope.CollectivesAndIndividuals,
        UsesScore = false,
        Conditions = RatingScale.Usual.Conditions,
        Quota = new QuotaInput { Percent = 20, ExceptionalPercent = 25, Base = QuotaBase.RatedGood, Rounding = QuotaRounding.Floor },
        ComparableGroups = [new ComparableGroupInput { Name = "Xã", AreaIds = areas.Length == 0 ? ["A017"] : areas }],
        Consultants =
        [
            new ConsultantInput { Domain = WorkDomains.OrganizationAndCadres, DepartmentId = "TCCB" },
            new ConsultantInput { Domain = WorkDomains.PartyOrgAndMembers, DepartmentId = "TCDV" },
        ],
        Calendar = ReviewCalendar.Of(2026),
    };

    public static SuggestionInput Suggestion(
        string text = "Đề nghị kiểm điểm làm rõ việc chậm rà soát quy hoạch", string domain = WorkDomains.OrganizationAndCadres) => new()
        {
            SubjectName = "Ban Thường vụ Đảng ủy xã",
            Domain = domain,
            Matter = "Rà soát quy hoạch cán bộ chậm hai tháng so với kế hoạch",
            Evidence = "Báo cáo chuyến công tác tháng 9",
            SuggestedText = text,
            ClarifyCause = true,
            ClarifyCollective = true,
        };

    public static SuggestionInput Individual(string name = "Đồng chí Nguyễn Văn Mẫu, Bí thư Đảng ủy") =>
        Suggestion("Đề nghị kiểm điểm làm rõ trách nhiệm người đứng đầu") with { SubjectName = name, KeptOffSystem = false };

    public static SuggestionInput IndividualOffSystem() => new()
    {
        KeptOffSystem = true,
        Stub = new OffSystemStub { Keeper = "Văn thư bảo mật", StoragePlace = "Tủ số 2" },
    };

    public static ReviewFinalInput Proposal(QualityRating level = QualityRating.Good, params SuggestionInput[] suggestions) => new()
    {
        Secrecy = SecrecyGate.No,
        NoSuggestion = false,
        Suggestions = suggestions.Length == 0 ? [Suggestion()] : suggestions,
        Rating = Rating(level),
    };

    public static ReviewFinalInput Nothing(QualityRating level = QualityRating.Good) => new()
    {
        Secrecy = SecrecyGate.No,
        NoSuggestion = true,
        NoSuggestionReason = "Địa bàn không có vấn đề nổi cộm trong năm",
        Rating = Rating(level),
    };

    public static RatingInput Rating(QualityRating level) => new()
    {
        Level = level,
        Justification = "Hoàn thành các chỉ tiêu chủ yếu",
        Conditions = level == QualityRating.Excellent
            ? [.. RatingScale.Usual.Questions().Select(q => q with { State = ConditionState.Met })]
            : null,
    };

    /// <summary>The same as the lead first sends it: without the handling of opinions.</summary>
    public static ReviewProposalInput First(this ReviewFinalInput input) => new()
    {
        Secrecy = input.Secrecy,
        NoSuggestion = input.NoSuggestion,
        NoSuggestionReason = input.NoSuggestionReason,
        Suggestions = input.Suggestions,
        Individuals = input.Individuals,
        IndividualFiles = input.IndividualFiles,
        Rating = input.Rating,
        ConflictedIds = input.ConflictedIds,
    };

    public static MemberInput Input(string matter = "Rà soát quy hoạch chậm") =>
        new() { Secrecy = SecrecyGate.No, Matters = [new MemberMatter { Matter = matter }] };

    public static MemberInput NoInput() => new() { Secrecy = SecrecyGate.No };

    public static ConsultationInput Opinion(string? comment = null) =>
        new() { Secrecy = SecrecyGate.No, RatingStance = ConsultationStance.Agree, Comment = comment };

    public static ReviewDecisionInput Decision(params ItemDecision[] items) =>
        new() { Secrecy = SecrecyGate.No, RatingDecision = RatingDecisionKind.Keep, Suggestions = items.Length == 0 ? null : items };

    public static CollectiveDecisionInput Collective(params ItemDecision[] items) => new()
    {
        Secrecy = SecrecyGate.No,
        MeetingDate = new DateOnly(2026, 11, 25),
        Form = CollectiveForm.CollectiveMeeting,
        RatingDecision = RatingDecisionKind.Keep,
        Suggestions = items.Length == 0 ? null : items,
    };

    public static OutcomeInput Outcome(params ItemOutcome[] items) => new()
    {
        Secrecy = SecrecyGate.No,
        DocumentDate = new DateOnly(2026, 12, 9),
        Suggestions = items.Length == 0 ? [new ItemOutcome { Item = 1, Outcome = StandingCommitteeOutcome.Approved }] : items,
    };

    public static IssueInput Issue() =>
        new()
        {
            Secrecy = SecrecyGate.No,
            DocumentNumber = "15-CV/TU",
            DocumentDate = new DateOnly(2026, 12, 10),
            SentOn = new DateOnly(2026, 12, 11),
            Addressee = "Đảng ủy xã"
        };

    public static ConferenceInput Conference() => new() { Secrecy = SecrecyGate.No, HeldOn = new DateOnly(2026, 12, 10) };

    public static AdviceInput Advice(QualityRating rating = QualityRating.Good, bool remedy = false) => new()
    {
        Secrecy = SecrecyGate.No,
        Suggestions = [new ItemFollowUp { Item = 1, Explanation = "Đơn vị nhận khuyết điểm", Assessment = FollowUpAssessment.Accepted,
            Reason = "Giải trình rõ nguyên nhân" }],
        Remedies = remedy
            ? [new RemedyInput { Item = 1, What = "Hoàn thành rà soát quy hoạch", Who = "Ban Thường vụ Đảng ủy xã",
                By = new DateOnly(2027, 3, 31) }]
            : null,
        Remark = "Đơn vị kiểm điểm nghiêm túc",
        AdvisedRating = rating,
    };

    /// <summary>The one remedy of <see cref="Advice"/>.</summary>
    public static RemediesInput Remedied(RemedyState state = RemedyState.Done) => new()
    {
        Secrecy = SecrecyGate.No,
        Followed = [new RemedyProgress { Item = 1, State = state }],
        Report = "Đã rà soát theo cam kết",
    };

    public static FinalRatingInput FinalRating(QualityRating level = QualityRating.Good) => new()
    {
        Secrecy = SecrecyGate.No,
        Level = level,
        DecidingBody = "Ban Thường vụ Tỉnh ủy",
        DocumentNumber = "20-QĐ/TU",
        DocumentDate = new DateOnly(2027, 1, 12),
    };

    /// <summary>A cycle that is open; returns its case.</summary>
    public static async Task<Guid> CycleAsync(this TestPortal portal, params string[] areas)
    {
        var started = await portal.StartAsync("review-suggestion-annual", Coordinator, Cycle(areas));
        Assert.True(started.IsSuccess, $"{started.Refusal?.Code} {string.Join(';', started.Refusal?.Fields ?? [])}");
        await portal.MustAsync(started.Value.CaseId, "approve", Head, "OpenCycle", Trips.Opinion());
        return started.Value.CaseId;
    }

    public static Task<Guid> AreaCaseAsync(this TestPortal portal, Guid cycle, string area = "A017") =>
        portal.ReadAsync(db =>
            db.Set<ReviewProposal>().Where(p => p.CycleId == cycle && p.AreaId == area).Select(p => p.CaseId).SingleAsync());

    public static async Task<ReviewProposal> ProposalAsync(this TestPortal portal, Guid id) =>
        (await portal.ReadAsync(db => db.Set<ReviewProposal>().SingleAsync(p => p.CaseId == id)));

    /// <summary>Members and departments have answered, the lead has submitted to the leader in charge.</summary>
    public static async Task SubmittedAsync(this TestPortal portal, Guid id, ReviewFinalInput? input = null)
    {
        var proposal = input ?? Proposal();
        await portal.InputsAsync(id);
        var (lead, _) = await portal.GroupAsync(id);
        await portal.MustAsync(id, "propose", lead, "Consult", proposal.First());
        foreach (var task in await portal.ReadAsync(db => db.UserTasks.Include(t => t.Assignees)
            .Where(t => t.CaseId == id && t.StepId == "opinion" && t.State == UserTaskState.Open)
            .ToListAsync()))
        {
            var answered = await portal.AnswerAsync(task.Id, task.Assignees[0].PersonId, "Agree", FormInput.ToJson(Opinion()));
            Assert.True(answered.IsSuccess, answered.Refusal?.Code);
        }

        await portal.MustAsync(id, "finalize", lead, "Submit", proposal);
    }

    /// <summary>Every member says that there is nothing.</summary>
    public static async Task InputsAsync(this TestPortal portal, Guid id)
    {
        var task = await portal.OpenTaskAsync(id, "inputs");
        foreach (var member in task.Assignees.Select(a => a.PersonId))
        {
            await portal.MustAsync(id, "inputs", member, "NoOpinion", NoInput());
        }
    }

    /// <summary>The leader in charge has passed it on.</summary>
    public static async Task PassedOnAsync(
        this TestPortal portal, Guid id, ReviewFinalInput? input = null, ReviewDecisionInput? decision = null)
    {
        await portal.SubmittedAsync(id, input);
        var (_, leader) = await portal.GroupAsync(id);
        await portal.MustAsync(id, "leader", leader, "AgreeToDossier", decision ?? Decision());
    }

    public static Task<Receipt> DossierAsync(this TestPortal portal, Guid cycle) =>
        portal.MustAsync(cycle, "dossier", Coordinator, "SubmitDossier", new DossierInput { Secrecy = SecrecyGate.No });

    /// <summary>Passed by the collective and submitted to the Standing Committee.</summary>
    public static async Task SentAsync(this TestPortal portal, Guid cycle, Guid id)
    {
        await portal.DossierAsync(cycle);
        await portal.MustAsync(id, "collective", Head, "Pass", Collective());
        await portal.MustAsync(cycle, "send", Coordinator, "Sent",
            new SubmissionSentInput { Secrecy = SecrecyGate.No, SentOn = VietnamTime.DayOf(portal.Now) });
    }

    /// <summary>Up to the advice of the lead.</summary>
    public static async Task AdvisedAsync(this TestPortal portal, Guid id, AdviceInput? advice = null)
    {
        var (lead, leader) = await portal.GroupAsync(id);
        await portal.MustAsync(id, "outcome", Coordinator, "Recorded", Outcome());
        await portal.MustAsync(id, "issue", Clerk, "Issued", Issue());
        portal.GoTo(new DateTime(2026, 12, 14, 9, 0, 0));
        await portal.MustAsync(id, "conference", lead, "Held", Conference());
        await portal.MustAsync(id, "advise", lead, "Submit", advice ?? Advice());
        await portal.MustAsync(id, "adviceReview", leader, "AgreeToAdvice", Trips.Opinion());
    }

    public static ConclusionInput Conclusion() =>
        new() { Secrecy = SecrecyGate.No, MeetingDate = new DateOnly(2026, 12, 14), Form = CollectiveForm.CollectiveMeeting };

    private static async Task<(string Lead, string Leader)> GroupAsync(this TestPortal portal, Guid id)
    {
        var context = await portal.Operations.ContextAsync(portal.Person(Coordinator));
        var proposal = await portal.ProposalAsync(id);
        return (context.Directory.LeadOf(proposal.GroupId, context.Today)!,
            context.Directory.LeaderInCharge(proposal.AreaId, proposal.GroupId, context.Today)!);
    }
}
