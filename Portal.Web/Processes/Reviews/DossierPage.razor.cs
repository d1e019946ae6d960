using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using MudBlazor;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Domain.Reviews;
using Portal.Web.Monitoring;
using Portal.Web.Operations;
using Portal.Web.Operations.Areas;
using Portal.Web.Operations.Audit;
using Portal.Web.Operations.Calendar;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Files;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations.Incidents;
using Portal.Web.Operations.Notices;
using Portal.Web.Operations.People;
using Portal.Web.Operations.Searching;
using Portal.Web.Operations.Settings;
using Portal.Web.Operations.Tasks;
using Portal.Web.Processes;
using Portal.Web.Security;
using Portal.Web.Shared;
using Portal.Web.Shared.Diagrams;
using Portal.Web.Shared.Forms;
using Portal.Web.Shared.Layout;
using Portal.Web.Shared.TaskForms;
using Portal.Web.Shared.Wizard;
using Portal.Web.Texts;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;
using Portal.Workflows.UserTasks;

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

    private string SubjectOf(ReviewSuggestion suggestion) =>
        (suggestion.SubjectType == ReviewSubjectType.Individual ? $"{L["Review.Individual"]} " : "")
            + (suggestion.IsKeptOffSystem ? L["Review.OffSystem"] : suggestion.Content.SubjectName);

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
