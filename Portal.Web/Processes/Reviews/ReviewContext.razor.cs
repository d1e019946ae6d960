using Microsoft.AspNetCore.Components;
using Portal.Domain.Cases;
using Portal.Domain.Reviews;
using Portal.Web.Operations.Cases;

namespace Portal.Web.Processes.Reviews;

public partial class ReviewContext
{
    private ReviewDigest? _digest;

    [Parameter, EditorRequired]
    public required CaseView View { get; set; }

    [Parameter, EditorRequired]
    public required string StepId { get; set; }

    [Parameter, EditorRequired]
    public required CaseContext Context { get; set; }

    private ReviewProposal Proposal => (ReviewProposal)View.Subject!;

    private RatingInput? Rating => View.IsPartial ? null : Proposal.Rated?.Rating;

    private bool IsEarly => StepId is "inputs" or "propose";

    private IReadOnlyList<SubmissionView> Inputs => [.. View.Submissions.Where(s => s.FormKey == "review-input")];

    // E-R9: what is not released yet stays with the leaders.
    private IReadOnlyList<ReviewSuggestion> Listed =>
        [.. Proposal.Suggestions.Where(s => s.SubjectType == ReviewSubjectType.Collective || View.ReadsRestricted)
            .Where(s => s.Status != SuggestionStatus.NotApproved
                || Proposal.Outcome?.ReleasedToGroup != false
                || Context.Directory.IsLeader(Context.Actor.PersonId, Context.Today))];

    private string Standing => Proposal.CurrentRating is { } level
        ? $" – {L[Proposal.DecidedRating is null ? "Review.Proposed" : "Review.Decided", L[$"rating.{level}"]]}"
        : "";

    private string IssuesOf(ReviewDigest digest) => digest.Issues is { } issues ? $" {L["Review.DigestIssues", issues]}" : "";

    private string KindWord(ReportItemKind kind) => L.First(kind.ToString(), $"option.kind.{kind}", $"option.{kind}");

    private string RatingWord(QualityRating? decided, QualityRating? final) => (decided, final) switch
    {
        (_, { } known) => L[$"rating.{known}"],
        ({ } proposed, null) => L["Review.OnlyProposed", L[$"rating.{proposed}"]],
        _ => "–",
    };

    private SubmissionView? ApartFrom(SubmissionView input) => View.Submissions.FirstOrDefault(
        s => s.FormKey == "review-input-apart" && s.PersonId == input.PersonId && s.At == input.At);

    private SubmissionView? OpinionOf(DepartmentConsultation consultation) => View.Submissions.LastOrDefault(
        s => s.FormKey == "review-consultation" && s.StepId == "opinion" && s.Item == consultation.DepartmentId);

    private string StanceWord(DepartmentConsultation consultation) =>
        consultation.Stance is { } stance ? L[$"option.stance.{stance}"] : L["Review.NoAnswer"];

    private string SubjectOf(ReviewSuggestion suggestion) =>
        (suggestion.SubjectType == ReviewSubjectType.Individual ? $"{L["Review.Individual"]} " : "")
            + (suggestion.IsKeptOffSystem ? L["Review.OffSystem"] : suggestion.Content.SubjectName);

    private static string After(string reason) => reason.Length > 0 ? $": {reason}" : "";

    protected override async Task OnInitializedAsync() =>
        _digest = View.IsPartial ? null : await Reviews.DigestAsync(await Current.GetAsync(), View.Case.Id);
}
