using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.FieldTrips;
using Portal.Web.Persistence;
using Portal.Workflows.Runtime;

namespace Portal.Web.Operations.Authoring;

/// <summary>
/// Untracked copies of what a form may refer to: a dry run may change them, and nothing comes of it. Other people's meetings and
/// cycles are none of a designer's business and are not seen.
/// </summary>
/// <param name="caseId">The case that is replayed: what it left behind is not there yet. Null for a run of its own.</param>
internal sealed class RelatedRecords(PortalOperations operations, Guid? caseId = null) : IRelatedRecords
{
    public Task<IReadOnlyList<T>> WhereAsync<T>(Expression<Func<T, bool>> which, CancellationToken cancellation)
        where T : class => typeof(T) != typeof(Case) && typeof(T) != typeof(TripPlanItem) ? Task.FromResult<IReadOnlyList<T>>([])
        : operations.ReadAsync<IReadOnlyList<T>>(async db =>
        {
            var found = await db.Set<T>().Where(which).ToListAsync(cancellation);
            found.OfType<TripPlanItem>().Where(i => caseId is not null && i.TripId == caseId).ToList().ForEach(i => BeforeTrip(db, i));
            return found;
        }, cancellation);

    public object KeyOf(object record) => record.GetType().GetProperty("Id")?.GetValue(record) ?? record.GetType().GetProperty("CaseId")?.GetValue(record) ?? record;

    private static void BeforeTrip(PortalDbContext db, TripPlanItem item)
    {
        var entry = db.Entry(item);
        entry.Property(i => i.TripId).CurrentValue = null;
        entry.Property(i => i.State).CurrentValue = PlanItemState.Planned;
        entry.State = EntityState.Detached;
    }
}
