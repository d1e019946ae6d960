using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Persistence;
using Portal.Web.Processes;
using Portal.Workflows.Runtime;

namespace Portal.Web.Operations.Compliance;

/// <summary>
/// RP-04, chấp hành Quy chế (Đ13.3): plans, notices, results and notes that are missing or were late, and what was done without an answer.
/// For the compliance officer and the head all of it, for others what they may know of. Titles and days, never content.
/// </summary>
public sealed class ComplianceList(PortalOperations operations, IEnumerable<IComplianceSource> sources)
{
    /// <summary>Working days after which what is not done is listed.</summary>
    private const string MissingKey = "Compliance.AfterDays";

    private readonly IReadOnlyList<IComplianceSource> _sources = [.. sources];

    /// <summary>All findings of the month, the newest first.</summary>
    public async Task<IReadOnlyList<ComplianceFinding>> OfAsync(
        Actor actor, ComplianceFilter filter, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        var month = ComplianceFilter.MonthOf(filter.Month, context.Today);
        var from = VietnamTime.StartOf(month);
        var to = VietnamTime.StartOf(month.AddMonths(1));
        return await operations.ReadAsync(async db =>
        {
            var cases = db.Cases.Where(CaseAccess.Title(scope)).Where(c => c.Sensitivity == Sensitivity.Normal);
            cases = filter.GroupId.Length > 0 ? cases.Where(c => c.GroupId == filter.GroupId) : cases;
            var found = await LateAsync(db, cases, from, to, context, cancellation);
            foreach (var source in _sources)
            {
                found.AddRange(await source.FlagsAsync(db, cases, from, to, cancellation));
            }

            return (IReadOnlyList<ComplianceFinding>)
            [
                .. found.Where(f => filter.Kind.Length == 0 || f.Kind == filter.Kind)
                    .OrderByDescending(f => f.At)
                    .ThenBy(f => f.Number, StringComparer.Ordinal),
            ];
        }, cancellation);
    }

    /// <summary>The same for a file; that it was taken away is recorded first.</summary>
    public async Task<Result<IReadOnlyList<ComplianceFinding>>> ExportAsync(
        Actor actor, ComplianceFilter filter, CancellationToken cancellation = default)
    {
        var recorded = await operations.RecordAsync(
            actor, "Case.ComplianceExported", $"{filter.Month:yyyy-MM}", filter.GroupId, cancellation: cancellation);
        return recorded.IsSuccess ? (await OfAsync(actor, filter, cancellation)).ToList() : recorded.Refusal;
    }

    private async Task<List<ComplianceFinding>> LateAsync(
        PortalDbContext db, IQueryable<Case> cases, DateTime from, DateTime to, CaseContext context, CancellationToken cancellation)
    {
        var steps = _sources.SelectMany(s => s.Steps).ToHashSet();
        var (processes, ids, now) = (steps.Select(s => s.ProcessKey).ToList(), steps.Select(s => s.StepId).ToList(), context.Now);
        var rows = await db.UserTasks
            .Where(t => t.DueAt >= from && t.DueAt < to && processes.Contains(t.ProcessKey) && ids.Contains(t.StepId))
            .Where(t => (t.State == UserTaskState.Completed && t.CompletedAt > t.DueAt)
                || (t.State == UserTaskState.Open && t.DueAt < now))
            .Join(cases, t => t.CaseId, c => c.Id, (t, c) => new
            {
                t.ProcessKey,
                t.StepId,
                t.Title,
                t.State,
                DueAt = t.DueAt!.Value,
                t.CompletedAt,
                c.Number,
                CaseTitle = c.Title,
                c.GroupId,
            })
            .ToListAsync(cancellation);
        var missing = context.Settings.Int(MissingKey);
        return
        [
            .. from row in rows
               where steps.Contains((row.ProcessKey, row.StepId))
               let isOpen = row.State == UserTaskState.Open
               let days = context.Calendar.WorkingDaysBetween(
                   VietnamTime.DayOf(row.DueAt), VietnamTime.DayOf(row.CompletedAt ?? now))
               where days >= (isOpen ? missing : 1)
               select new ComplianceFinding(
                   isOpen ? ComplianceFinding.Missing : ComplianceFinding.Late, row.Number, row.CaseTitle, row.ProcessKey, row.GroupId,
                   row.StepId, row.Title, row.DueAt, days),
        ];
    }
}
