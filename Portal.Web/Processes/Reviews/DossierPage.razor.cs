using Microsoft.AspNetCore.Components;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Reviews;

namespace Portal.Web.Processes.Reviews;

public partial class DossierPage
{
    private CaseContext? _context;
    private ReviewDossierView? _view;
    private Refusal? _refusal;

    [Parameter]
    public int Year { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var actor = await Current.GetAsync();
        var context = await Operations.ContextAsync(actor);
        var cycle = (await Cycles.CyclesAsync(actor)).FirstOrDefault(c => c.Year == Year);
        Result<ReviewDossierView> view = cycle is null ? Refusal.NotFound : await Cycles.DossierAsync(actor, cycle.Id);
        _view = view.IsSuccess ? view.Value : null;
        _refusal = view.Refusal;
        _context = context;
    }

    private string LeadNow(ReviewProposal proposal) =>
        _context!.Directory.LeadOf(proposal.GroupId, _context.Today) is { } lead && lead != proposal.AuthorId
            ? $" · {L["Review.LeadNow", _context.Directory.NameOf(lead)]}"
            : "";

    private string AnswerOf(DepartmentConsultation consultation) =>
        (consultation.Stance is { } stance ? L[$"option.stance.{stance}"] : L["Review.NoAnswer"])
            + (consultation.Handling is { } handling ? $" · {L[$"option.handling.{handling}"]} {consultation.HandlingReason}" : "");

    private string MarksOf(DossierOpinion opinion) =>
        (opinion.IsLate ? $" ({L["Review.LateOpinion"]})" : "") + (opinion.IsWithdrawn ? $" ({L["Review.WithdrawnOpinion"]})" : "");

    private static string After(string reason) => reason.Length > 0 ? $": {reason}" : "";

    // R-REV-07: each value with its name.
    private string Rating(ReviewProposal proposal) => string.Join(" · ", new[]
    {
        proposal.ProposedRating is { } p ? L["Review.ProposedOf", L[$"rating.{p}"]] : null,
        proposal.DecidedRating is { } d
            ? L["Review.DecidedOf", L[$"rating.{d}"]] + (d != proposal.ProposedRating ? $" ({L["Review.Different"]})" : "")
            : null,
        proposal.FinalRating is { } f
            ? L["Review.FinalOf", L[$"rating.{f}"]] + (f != proposal.ProposedRating ? $" ({L["Review.Different"]})" : "")
            : null,
    }.OfType<string>());
}
