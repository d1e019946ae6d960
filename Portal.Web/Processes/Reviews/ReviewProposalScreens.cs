using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Domain.Reviews;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations.Tasks;
using Portal.Web.Persistence;
using Portal.Web.Texts;

namespace Portal.Web.Processes.Reviews;

/// <summary>P3: the proposal of an area, in a cycle or ad hoc, on the pages of cases.</summary>
public sealed class ReviewProposalScreens(ReviewCycles reviews, Localizer texts) : ProcessScreens
{
    private static readonly string[] EvidenceForms =
        [ReviewForms.Proposal.Key, ReviewForms.AdHocProposal.Key, ReviewForms.Final.Key, ReviewForms.AdHocFinal.Key];

    public override IReadOnlyList<string> ProcessKeys => [ReviewProposal.AreaProcessKey, ReviewProposal.AdHocProcessKey];

    /// <summary>What the rows of its forms are about: suggestions and remedies, those of individuals as far as they may be read.</summary>
    public override FormChoices Choices(FormChoices general, CaseView view, CaseContext context, string? item)
    {
        if (view.Subject is not ReviewProposal proposal)
        {
            return general;
        }

        IReadOnlyList<FormItem> Of(ReviewSubjectType type, Func<ReviewSuggestion, bool> which) =>
        [
            .. proposal.Suggestions.Where(s => s.SubjectType == type && which(s))
                .Select(s => new FormItem(s.Number, texts.SubjectOf(s), s.Text)),
        ];
        var knowsOutcome = context.Directory.IsLeader(context.Actor.PersonId, context.Today);
        bool IsKnown(ReviewSuggestion s) => knowsOutcome || proposal.IsKnownToGroup(s);
        var collective = Of(ReviewSubjectType.Collective, IsKnown);
        var items = new Dictionary<string, IReadOnlyList<FormItem>>
        {
            ["items"] = collective,
            ["suggestions"] = collective,
            ["remedies"] = Of(ReviewSubjectType.Collective, s => s.IsIssued),
            ["followed"] = Remedies(proposal, ReviewSubjectType.Collective),
        };
        if (view.ReadsRestricted)
        {
            items["individuals"] = Of(ReviewSubjectType.Individual, IsKnown);
            items["individualRemedies"] = Of(ReviewSubjectType.Individual, s => s.IsIssued);
            items["individualFollowed"] = Remedies(proposal, ReviewSubjectType.Individual);
        }

        return general with { Items = items };
    }

    private List<FormItem> Remedies(ReviewProposal proposal, ReviewSubjectType type) =>
    [
        .. proposal.RemediesOf(type).Select((r, i) => new FormItem(i + 1, r.What ?? "", string.Join(" · ", new[]
        {
            r.Who,
            r.By is { } by ? texts["Review.RemedyBy", by] : null,
            r.FromYear is { } year ? texts["Review.CarriedFrom", year] : null,
        }.OfType<string>()))),
    ];

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

    /// <summary>
    /// Cases that it names as evidence. Whoever is shown a suggestion knows by number what it rests on, a department too that knows
    /// nothing else of the case; what stands in a part on individuals is named to who may know of the case.
    /// </summary>
    public override async Task<IReadOnlyList<LinkedCase>> LinksAsync(
        PortalDbContext db, ICaseSubject subject, AccessScope scope, CancellationToken cancellation)
    {
        var proposal = (ReviewProposal)subject;
        var shown = proposal.Suggestions.Where(s => s.SubjectType == ReviewSubjectType.Collective)
            .SelectMany(s => s.Content.EvidenceCases ?? []).ToHashSet();
        var ids = proposal.Suggestions.SelectMany(s => s.Content.EvidenceCases ?? [])
            .Concat(proposal.Conference?.AttendanceCases ?? [])
            .ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var titled = await db.Cases.Where(CaseAccess.Title(scope))
            .Where(c => ids.Contains(c.Id))
            .Select(c => new LinkedCase(c.Id, c.Number, c.Title))
            .ToListAsync(cancellation);
        var known = titled.Select(c => c.Id).ToHashSet();
        var numbered = await db.Cases.Where(c => shown.Contains(c.Id) && !known.Contains(c.Id))
            .Select(c => new { c.Id, c.Number }).ToListAsync(cancellation);
        return [.. titled, .. numbered.Select(c => new LinkedCase(c.Id, c.Number, LocalText.Typed(c.Number)))];
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
