using Microsoft.AspNetCore.Components;
using Portal.Domain.Cases;
using Portal.Domain.Reviews;
using Portal.Web.Operations.Forms;

namespace Portal.Web.Processes.Reviews;

/// <summary>The board of a review cycle: where each area stands, and who is late.</summary>
public partial class ReviewBoardPage
{
    private const int Stages = 9;

    private CaseContext? _context;
    private IReadOnlyList<CycleRow> _cycles = [];
    private ReviewBoard? _board;
    private int? _stage;
    private bool _late;
    private bool _notBegun;
    private bool _mayOpen;

    /// <summary>The year of the cycle; the newest where none is named.</summary>
    [Parameter]
    public int? Year { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var actor = await Current.GetAsync();
        var context = await Operations.ContextAsync(actor);
        _cycles = await Cycles.CyclesAsync(actor);
        var chosen = _cycles.FirstOrDefault(c => Year is null || c.Year == Year);
        _board = chosen is null ? null : await Cycles.BoardAsync(actor, chosen.Id);
        _mayOpen = (await Startable.ForAsync(context)).Any(p => p.Process.Key == ReviewCycle.ProcessKey);
        _context = context;
    }

    private bool IsLate(ReviewRow row) => row.DueAt < _context!.Now;

    private bool IsShown(ReviewRow row) =>
        (_stage is null || Stage(row.Status) == _stage) && (!_late || IsLate(row)) && (!_notBegun || !row.IsStarted);

    private List<Option> Years =>
        [.. _cycles.DistinctBy(c => c.Year).Select(c => new Option($"{c.Year}", $"{c.Year} – {L[$"enum.ReviewCycleStatus.{c.Status}"]}"))];

    private string KindName(string id) => _context!.Directory.Data.Kinds.FirstOrDefault(k => k.Id == id)?.Name ?? id;

    private string StageClass(int stage, int reached, ReviewRow row)
    {
        if (stage < reached)
        {
            return "done";
        }

        if (stage > reached)
        {
            return "";
        }

        return IsLate(row) ? "late" : "now";
    }

    private string StageName(int stage) => stage >= Stages ? L["Review.StageDone"] : L[$"Review.Stage.{stage}"];

    private string Level(QualityRating? level) => level is { } l ? L[$"rating-short.{l}"] : "";

    private static int Stage(ReviewProposalStatus status) => status switch
    {
        ReviewProposalStatus.NotStarted or ReviewProposalStatus.CollectingInputs => 0,
        ReviewProposalStatus.Drafting => 1,
        ReviewProposalStatus.InConsultation => 2,
        ReviewProposalStatus.Finalizing or ReviewProposalStatus.Returned or ReviewProposalStatus.Withdrawn => 3,
        ReviewProposalStatus.AwaitingLeaderInCharge => 4,
        ReviewProposalStatus.AwaitingCollective => 5,
        ReviewProposalStatus.PassedByCollective or ReviewProposalStatus.SubmittedToStandingCommittee => 6,
        ReviewProposalStatus.DecidedByStandingCommittee or ReviewProposalStatus.Issued or ReviewProposalStatus.Monitoring => 7,
        ReviewProposalStatus.Concluded or ReviewProposalStatus.NotPassed => 8,
        _ => 9,
    };
}
