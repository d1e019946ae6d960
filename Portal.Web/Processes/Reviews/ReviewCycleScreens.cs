using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Organisation;
using Portal.Domain.Reviews;
using Portal.Web.Operations;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations.Tasks;
using Portal.Web.Shared.TaskForms;
using Portal.Workflows.Processes.Reviews;

namespace Portal.Web.Processes.Reviews;

/// <summary>P3: the cycle of a year on the pages of cases.</summary>
public sealed class ReviewCycleScreens(PortalOperations operations) : ProcessScreens
{
    /// <summary>Years whose legal bases are offered.</summary>
    private const int MostYears = 3;

    public override IReadOnlyList<string> ProcessKeys => [ReviewCycleProcess.ProcessKey];

    public override bool IsForWholeCommittee => true;

    public override bool CanBeCopied => true;

    /// <summary>The cycle of another year: its days, groups of areas, quota, departments and bases are the data of the next.</summary>
    public override async Task<StartSource> SourceAsync(Actor actor, Guid id, CaseView? earlier) =>
        earlier?.Sent<ReviewCycleInput>(ReviewForms.Cycle.Key) is { } cycle
            ? new StartSource(ReviewPrefill.LikeEarlier(cycle, (await operations.ContextAsync(actor)).Today))
            : new StartSource(null, ScreenPart.Of<NoSuchSource>());

    /// <summary>Documents that the cycles before cited, to be picked.</summary>
    public override async Task<IReadOnlyList<FormSuggestion>> SuggestAsync(string formKey, Actor actor, CaseView? view)
    {
        if (formKey != ReviewForms.Cycle.Key)
        {
            return [];
        }

        var context = await operations.ContextAsync(actor);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        var cycles = await operations.ReadAsync(db => db.Set<ReviewCycle>()
            .Join(db.Cases.Where(CaseAccess.Content(scope)), r => r.CaseId, c => c.Id, (r, _) => r)
            .OrderByDescending(r => r.Year)
            .Take(MostYears)
            .ToListAsync());
        return
        [
            .. cycles.SelectMany(c => c.Content.LegalBases ?? []).Select(b => b.Document).OfType<string>().Distinct()
                .Select(d => new FormSuggestion("document", d, new Dictionary<string, string> { ["document"] = d })),
        ];
    }

    public override FormChoices Choices(FormChoices general, CaseView view, CaseContext context, string? item) => general with
    {
        ComparableGroups = [.. ((view.Subject as ReviewCycle)?.Content.ComparableGroups ?? []).Select(g => new Option(g.Name!, g.Name!))],
    };

    public override IEnumerable<ScreenPart> BesideStep(CaseView view, TaskView task, string? chosen, CaseContext context)
    {
        if (view.Subject is not ReviewCycle cycle)
        {
            yield break;
        }

        if (cycle.Status is ReviewCycleStatus.InProgress or ReviewCycleStatus.Consolidated)
        {
            yield return ScreenPart.Of<CycleLinks>((nameof(CycleLinks.Year), cycle.Year));
        }

        if (chosen == ReviewForms.Reschedule.Key)
        {
            yield return ScreenPart.Of<CycleCalendar>(
                (nameof(CycleCalendar.Calendar), cycle.Content.Calendar), (nameof(CycleCalendar.Today), context.Today));
        }
    }
}
