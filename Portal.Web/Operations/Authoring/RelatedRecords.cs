using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Web.Processes;
using Portal.Workflows.Runtime;

namespace Portal.Web.Operations.Authoring;

/// <summary>
/// Untracked copies of what a form may refer to: a dry run may change them, and nothing comes of it. What no module shows to dry runs is
/// none of a designer's business and is not seen.
/// </summary>
/// <param name="caseId">The case that is replayed: what it left behind is not there yet. Null for a run of its own.</param>
internal sealed class RelatedRecords(PortalOperations operations, IEnumerable<IDryRunRecord> records, Guid? caseId = null) : IRelatedRecords
{
    public Task<IReadOnlyList<T>> WhereAsync<T>(Expression<Func<T, bool>> which, CancellationToken cancellation)
        where T : class
    {
        var shown = records.FirstOrDefault(r => r.Kind == typeof(T));
        return typeof(T) != typeof(Case) && shown is null ? Task.FromResult<IReadOnlyList<T>>([])
            : operations.ReadAsync<IReadOnlyList<T>>(
                async db =>
                {
                    var found = await db.Set<T>().Where(which).ToListAsync(cancellation);
                    if (shown is not null && caseId is { } id)
                    {
                        found.ForEach(f => shown.SetBack(db, f, id));
                    }

                    return found;
                },
                cancellation);
    }

    public object KeyOf(object record) =>
        record.GetType().GetProperty("Id")?.GetValue(record) ?? record.GetType().GetProperty("CaseId")?.GetValue(record) ?? record;
}
