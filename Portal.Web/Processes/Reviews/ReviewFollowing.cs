using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Domain.Reviews;
using Portal.Web.Operations;
using Portal.Web.Persistence;

namespace Portal.Web.Processes.Reviews;

/// <summary>
/// RP-16 (Đ5.6): how what was suggested is reviewed and mended, area by area, for a year; each line of a case that the person reads.
/// </summary>
public sealed class ReviewFollowing(PortalOperations operations)
{
    private static readonly Dictionary<Guid, LinkedCase> NoCases = [];

    private static readonly Dictionary<Guid, string> NoFiles = [];

    /// <summary>What is late first, then by the day until which it is to be mended.</summary>
    public async Task<Result<IReadOnlyList<FollowedSuggestion>>> ListAsync(
        Actor actor, int year, FollowedFilter filter, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        var found = await operations.ReadAsync(db => RowsAsync(db, year, scope, cancellation), cancellation);
        FollowedSuggestion[] rows =
        [
            .. found.Where(r => filter.WithIndividuals || !r.IsOfIndividual).Where(r => IsAskedFor(r, filter, context.Today))
                .OrderByDescending(r => r.IsLate(context.Today))
                .ThenBy(r => r.Remedy?.By ?? DateOnly.MaxValue)
                .ThenBy(r => context.Directory.AreaName(r.AreaId), VietnameseText.Comparer),
        ];

        // that what judges people was read is recorded.
        var read = rows.Where(r => r.IsOfIndividual).Select(r => (r.CaseId, r.Number)).Distinct().ToList();
        var recorded = read.Count == 0
            ? Result.Ok
            : await operations.RunAsync(actor, o => Task.FromResult(Record(o, read)), cancellation: cancellation);
        return recorded.IsSuccess ? rows : recorded.Refusal;
    }

    /// <summary>The lines for a file, which names no individuals; that they were taken away is recorded first.</summary>
    public async Task<Result<IReadOnlyList<FollowedSuggestion>>> ExportAsync(
        Actor actor, int year, FollowedFilter filter, CancellationToken cancellation = default)
    {
        var recorded = await operations.RecordAsync(
            actor, "Case.FollowingExported", $"{year}", filter.GroupId, cancellation: cancellation);
        return recorded.IsSuccess
            ? await ListAsync(actor, year, filter with { WithIndividuals = false }, cancellation)
            : recorded.Refusal;
    }

    private static Result Record(Operation o, IEnumerable<(Guid CaseId, string Number)> read)
    {
        foreach (var (caseId, number) in read)
        {
            o.Audit("Case.RestrictedRead", number, caseId: caseId);
        }

        return Result.Ok;
    }

    private static async Task<List<FollowedSuggestion>> RowsAsync(
        PortalDbContext db, int year, AccessScope scope, CancellationToken cancellation)
    {
        var proposals = await db.Set<ReviewProposal>().Where(p => p.Year == year)
            .Where(p => db.Cases.Where(CaseAccess.Content(scope)).Any(c => c.Id == p.CaseId))
            .AsSplitQuery()
            .ToListAsync(cancellation);
        var ids = proposals.ConvertAll(p => p.CaseId);
        var cases = await db.Cases.Where(c => ids.Contains(c.Id))
            .Include(c => c.People)
            .Include(c => c.Areas)
            .AsSplitQuery()
            .ToDictionaryAsync(c => c.Id, cancellation);
        return [.. proposals.SelectMany(p => RowsOf(ReviewCycles.AreaFor(scope, p, cases[p.CaseId], [], NoCases, NoFiles)))];
    }

    private static IEnumerable<FollowedSuggestion> RowsOf(DossierArea area)
    {
        var proposal = area.Proposal;
        FollowedSuggestion Row(bool ofIndividual, string text, SuggestionStatus? status, ReviewRemedy? remedy) =>
            new(proposal.CaseId, proposal.AreaId, proposal.GroupId, area.Number, ofIndividual, text, status, remedy);

        // Before the area has it, what is missing here would tell the group what was refused (E-R9).
        return area.Suggestions.Where(s => s.IsIssued && proposal.Issue is not null)
            .SelectMany(s => s.Remedies.DefaultIfEmpty<ReviewRemedy?>(null).Select(r => Row(
                s.SubjectType == ReviewSubjectType.Individual, s.Text, s.Status, r)))
            .Concat(area.Carried.Select(r => Row(r.OfIndividual == true, "", null, r)));
    }

    private static bool IsAskedFor(FollowedSuggestion row, FollowedFilter filter, DateOnly today) =>
        (filter.GroupId.Length == 0 || row.GroupId == filter.GroupId) && filter.Progress switch
        {
            FollowedProgress.Open => row.IsOpen,
            FollowedProgress.Late => row.IsLate(today),
            FollowedProgress.Done => !row.IsOpen,
            _ => true,
        };
}
