using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Organisation;
using Portal.Domain.Reviews;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations.Tasks;
using Portal.Web.Persistence;

namespace Portal.Web.Processes.Reviews;

/// <summary>P3: the proposal of an area, in a cycle or ad hoc, on the pages of cases.</summary>
public sealed class ReviewProposalScreens(ReviewCycles reviews) : ProcessScreens
{
    private static readonly string[] EvidenceForms =
        [ReviewForms.Proposal.Key, ReviewForms.AdHocProposal.Key, ReviewForms.Final.Key, ReviewForms.AdHocFinal.Key];

    public override IReadOnlyList<string> ProcessKeys => [ReviewProposal.AreaProcessKey, ReviewProposal.AdHocProcessKey];

    public override async Task<IReadOnlyList<Option>> CasesToPickAsync(string formKey, Actor actor, Guid? caseId)
    {
        if (caseId is not { } id)
        {
            return [];
        }

        if (EvidenceForms.Contains(formKey))
        {
            return await reviews.EvidenceAsync(actor, id, null);
        }

        if (formKey == ReviewForms.Conference.Key)
        {
            return await reviews.EvidenceAsync(actor, id, EngagementKind.Meeting);
        }

        return [];
    }

    public override IEnumerable<ScreenPart> OfArea(string areaId) => [ScreenPart.Of<AreaRatings>((nameof(AreaRatings.AreaId), areaId))];

    /// <summary>The department of each line of the consultation.</summary>
    public override IReadOnlyDictionary<string, string> Items(ICaseSubject subject, CaseContext context) =>
        ((ReviewProposal)subject).Consultations.ToDictionary(c => c.DepartmentId, c => context.Directory.Department(c.DepartmentId)?.Name
            ?? c.DepartmentId);

    /// <summary>Cases that it names as evidence.</summary>
    public override async Task<IReadOnlyList<LinkedCase>> LinksAsync(
        PortalDbContext db, ICaseSubject subject, AccessScope scope, CancellationToken cancellation)
    {
        var proposal = (ReviewProposal)subject;
        var ids = proposal.Suggestions.SelectMany(s => s.Content.EvidenceCases ?? [])
            .Concat(proposal.Conference?.AttendanceCases ?? [])
            .ToList();
        return ids.Count == 0 ? []
            : await db.Cases.Where(CaseAccess.Title(scope))
                .Where(c => ids.Contains(c.Id))
                .Select(c => new LinkedCase(c.Id, c.Number, c.Title))
                .ToListAsync(cancellation);
    }

    public override IEnumerable<ScreenPart> BesideStep(
        CaseView view, TaskView task, string? chosen, CaseContext context) => Around(view, task.Task.StepId, context);

    public override bool UnfoldsWhatWasSent(TaskView task) => task.Spec.Form == ReviewForms.Consultation.Key;

    public override IEnumerable<ScreenPart> OfCase(CaseView view, CaseContext context) => view.IsPartial ? [] : Around(view, "", context);

    private static IEnumerable<ScreenPart> Around(CaseView view, string step, CaseContext context) => view.Subject is ReviewProposal
        ? [ScreenPart.Of<ReviewContext>(
            (nameof(ReviewContext.View), view), (nameof(ReviewContext.StepId), step), (nameof(ReviewContext.Context), context))]
        : [];
}
