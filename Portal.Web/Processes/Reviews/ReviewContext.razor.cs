using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Portal.Domain.Cases;
using Portal.Domain.Organisation;
using Portal.Domain.Reviews;
using Portal.Web.Operations.Cases;
using Portal.Web.Shared.Forms;

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
            .Where(s => KnowsOutcome || Proposal.IsKnownToGroup(s))];

    private bool KnowsOutcome => Context.Directory.IsLeader(Context.Actor.PersonId, Context.Today)
        || Context.Directory.HasRole(Context.Actor.PersonId, Role.ReviewCoordinator, Context.Today);

    private string Standing => Proposal.CurrentRating is { } level
        ? $" – {L[StandingWord, L[$"rating.{level}"]]}"
        : "";

    // R-REV-07: what the leader in charge agreed to is no decision of the leaders together.
    private string StandingWord => Proposal switch
    {
        { DecidedRating: null } => "Review.Proposed",
        { IsPassed: true } => "Review.Decided",
        _ => "Review.LeaderView",
    };

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

    // What departments say of this suggestion in particular.
    private IEnumerable<string> OpinionsOn(ReviewSuggestion suggestion) => suggestion.SubjectType == ReviewSubjectType.Individual ? []
        : Proposal.Consultations.SelectMany(c => (OpinionOf(c)?.Form?["items"] as JsonArray ?? []).OfType<JsonObject>()
            .Where(row => FormModel.Text(row, "item") == $"{suggestion.Number}"
                && FormModel.Text(row, "stance") != nameof(ConsultationStance.Agree))
            .Select(row => $"{Context.Directory.Department(c.DepartmentId)?.Name}: {L[$"option.stance.{FormModel.Text(row, "stance")}"]}"
                + After(FormModel.Text(row, "comment") ?? "")));

    private static string After(string reason) => reason.Length > 0 ? $": {reason}" : "";

    protected override async Task OnInitializedAsync() =>
        _digest = View.IsPartial ? null : await Reviews.DigestAsync(await Current.GetAsync(), View.Case.Id);
}
