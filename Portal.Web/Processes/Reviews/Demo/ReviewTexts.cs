using System.Globalization;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;

namespace Portal.Web.Processes.Reviews.Demo;

/// <summary>What the people of the demo write about the proposal of an area. Everything is invented.</summary>
internal sealed class ReviewTexts(ReviewedArea reviewed)
{
    private static readonly (string Matter, string Text, string Domain)[] Matters =
    [
        (
            "Rà soát, bổ sung quy hoạch cán bộ chậm so với kế hoạch của Tỉnh ủy.",
            "Đề nghị kiểm điểm làm rõ nguyên nhân và trách nhiệm trong việc chậm rà soát quy hoạch cán bộ",
            WorkDomains.OrganizationAndCadres),
        (
            "Một số chi bộ duy trì sinh hoạt chưa đều, chất lượng nghị quyết còn hạn chế.",
            "Đề nghị kiểm điểm làm rõ trách nhiệm lãnh đạo, chỉ đạo nâng cao chất lượng sinh hoạt chi bộ", WorkDomains.PartyOrgAndMembers),
        (
            "Công tác rà soát lịch sử chính trị đối với cán bộ trước khi bổ nhiệm có hồ sơ chưa kịp thời.",
            "Đề nghị kiểm điểm làm rõ việc chấp hành quy định về bảo vệ chính trị nội bộ", WorkDomains.InternalPoliticalProtection),
        (
            "Bố trí công chức sau sắp xếp còn vị trí chưa phù hợp chuyên môn.",
            "Đề nghị kiểm điểm làm rõ việc bố trí công chức theo vị trí việc làm", WorkDomains.CivilServants),
    ];

    private readonly List<OpinionHandlingInput> _handling = [];

    private int Index => reviewed.Index;

    // A third has nothing to suggest; some suggestions are on individuals and lie off the system.
    private bool HasNothing => (Index + reviewed.Year) % 3 == 0;

    private string? WhyNothing => HasNothing ? "Trong năm không có vấn đề nổi cộm cần gợi ý kiểm điểm." : null;

    private SuggestionInput[]? Suggestions => HasNothing ? null : [.. Enumerable.Range(0, 1 + (Index % 2)).Select(Suggestion)];

    private SuggestionInput[]? Individuals => !HasNothing && Index % 5 == 2 ? [OffSystemSuggestion] : null;

    public bool HasSuggestions => !HasNothing;

    /// <summary>The departments that are consulted agree, but ask for a change.</summary>
    public bool ConsultantsDiffer => Index % 9 == 4;

    public bool HasRemedies => HasSuggestions && Index % 4 == 0;

    /// <summary>What the leader in charge answers to a proposal that is not ready.</summary>
    public static ReviewDecisionInput Return { get; } = new()
    {
        Secrecy = SecrecyGate.No,
        Opinion = "Bổ sung căn cứ của gợi ý và làm rõ lý do đề xuất mức xếp loại.",
    };

    public static ReviewDecisionInput LowerRating { get; } = new()
    {
        Secrecy = SecrecyGate.No,
        RatingDecision = RatingDecisionKind.Change,
        RatingLevel = QualityRating.Completed,
        RatingReason = "Trong năm còn để xảy ra mất đoàn kết ở một chi bộ trực thuộc.",
    };

    public static ReviewDecisionInput KeepRating { get; } = new()
    {
        Secrecy = SecrecyGate.No,
        RatingDecision = RatingDecisionKind.Keep,
    };

    public static ReservedOpinionInput Reserved { get; } = new()
    {
        Opinion =
            "Đề nghị giữ mức đề xuất của nhóm: việc mất đoàn kết đã được đơn vị chủ động phát hiện, xử lý dứt điểm trong quý II.",
        Difference = "Lãnh đạo phụ trách hạ mức xếp loại so với đề xuất của nhóm.",
        Grounds = "Báo cáo kết quả chuyến công tác tháng 6 và kết luận của ban thường vụ cấp ủy.",
        DiffersFrom = OpinionDiffersFrom.LeaderInCharge,
        Forward = true,
    };

    public ReviewProposalInput Proposal => new()
    {
        Secrecy = SecrecyGate.No,
        NoSuggestion = HasNothing,
        NoSuggestionReason = WhyNothing,
        Suggestions = Suggestions,
        Individuals = Individuals,
        Rating = Rating,
    };

    /// <summary>The proposal as it goes to the leader, with what became of the departments' opinions.</summary>
    public ReviewFinalInput Final => new()
    {
        Secrecy = SecrecyGate.No,
        NoSuggestion = HasNothing,
        NoSuggestionReason = WhyNothing,
        Suggestions = Suggestions,
        Individuals = Individuals,
        Rating = Rating,
        Handling = _handling.Count > 0 ? [.. _handling] : null,
    };

    /// <param name="member">The place of the member in the group; it varies the matter.</param>
    public MemberInput Input(int member) => new()
    {
        Secrecy = SecrecyGate.No,
        Matters =
        [
            new MemberMatter
            {
                Matter = Matters[(Index + member) % Matters.Length].Matter,
                Evidence = "Theo dõi qua các chuyến công tác trong năm",
            },
        ],
        RatingView = reviewed.Rating,
    };

    public ConsultationInput Consultation() => new()
    {
        Secrecy = SecrecyGate.No,
        Items = [.. (Suggestions ?? []).Select((_, i) => Stance(i + 1))],
        RatingStance = ConsultationStance.Agree,
        Comment = ConsultantsDiffer ? "Đề nghị nêu rõ thêm số liệu và thời điểm của vấn đề." : null,
    };

    // Where a department differs, it does so on the first suggestion.
    private ItemStance Stance(int number) => ConsultantsDiffer && number == 1
        ? new ItemStance { Item = number, Stance = ConsultationStance.AgreeWithChange, Comment = "Bổ sung số liệu và thời điểm." }
        : new ItemStance { Item = number, Stance = ConsultationStance.Agree };

    /// <summary>Takes up what a department asked to change.</summary>
    public void Handle(string department) => _handling.Add(new OpinionHandlingInput
    {
        DepartmentId = department,
        Handling = OpinionHandling.Accepted,
        Reason = "Đã bổ sung số liệu vào căn cứ.",
    });

    public OutcomeInput Outcome(DateOnly day) => new()
    {
        Secrecy = SecrecyGate.No,
        DocumentNumber = "245-TB/TU",
        DocumentDate = day,
        Suggestions = Approved(Suggestions ?? []),
        Individuals = Individuals is { } individuals ? Approved(individuals) : null,
    };

    public IssueInput Issue(DateOnly day, string? addressee) => new()
    {
        Secrecy = SecrecyGate.No,
        DocumentNumber = $"{(300 + Index).ToString(CultureInfo.InvariantCulture)}-CV/TU",
        DocumentDate = day,
        SentOn = day,
        Addressee = addressee,
    };

    public AdviceInput Advice(QualityRating decided) => new()
    {
        Secrecy = SecrecyGate.No,
        Suggestions = Suggestions is { } suggestions ? [.. suggestions.Select((_, i) => FollowUp(i + 1))] : null,
        Remedies = HasRemedies ? [Remedy] : null,
        Remark = "Đơn vị kiểm điểm nghiêm túc, tự phê bình và phê bình thẳng thắn.",
        AdvisedRating = decided,
    };

    private RemedyInput Remedy => new()
    {
        Item = 1,
        What = "Hoàn thành rà soát và báo cáo kết quả",
        Who = "Ban thường vụ cấp ủy",
        By = new DateOnly(reviewed.Year + 1, 3, 31),
    };

    private RatingInput Rating => reviewed.Rating == QualityRating.Excellent
        ? new RatingInput
        {
            Level = reviewed.Rating,
            Justification = "Hoàn thành vượt mức các chỉ tiêu chủ yếu, nội bộ đoàn kết, được khen thưởng trong năm.",
            Conditions = [.. RatingScale.Usual.Questions().Select(q => q with { State = ConditionState.Met })],
        }
        : new RatingInput
        {
            Level = reviewed.Rating,
            Justification = "Hoàn thành các nhiệm vụ chủ yếu trong năm, còn một số hạn chế đã nêu.",
        };

    private SuggestionInput OffSystemSuggestion => new()
    {
        KeptOffSystem = true,
        Stub = new OffSystemStub
        {
            DocumentNumber = $"{(Index + 1).ToString("00", CultureInfo.InvariantCulture)}/BTC",
            Keeper = "Văn thư bảo mật",
            StoragePlace = "Tủ hồ sơ mật, Văn phòng Ban",
        },
    };

    private SuggestionInput Suggestion(int i)
    {
        var (matter, text, domain) = Matters[(Index + i + reviewed.Year) % Matters.Length];
        return new SuggestionInput
        {
            SubjectName = "Ban thường vụ cấp ủy",
            Domain = domain,
            Matter = matter,
            Evidence = "Báo cáo kết quả các chuyến công tác và dự họp trong năm",
            SuggestedText = text,
            ClarifyCause = true,
            ClarifyCollective = true,
            ClarifyRemedy = i == 0,
        };
    }

    private static ItemOutcome[] Approved(SuggestionInput[] items) =>
        [.. items.Select((_, i) => new ItemOutcome { Item = i + 1, Outcome = StandingCommitteeOutcome.Approved })];

    private static ItemFollowUp FollowUp(int item) => new()
    {
        Item = item,
        Explanation = "Đơn vị nhận khuyết điểm, nêu rõ nguyên nhân và trách nhiệm.",
        Assessment = FollowUpAssessment.Accepted,
        Reason = "Giải trình rõ, có biện pháp khắc phục.",
    };
}
