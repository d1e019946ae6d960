
namespace Portal.Workflows.Runtime;

/// <summary>Copies of real records, for a dry run to read.</summary>
public interface IRelatedRecords
{
    Task<IReadOnlyList<T>> WhereAsync<T>(System.Linq.Expressions.Expression<Func<T, bool>> which, CancellationToken cancellation)
        where T : class;

    /// <summary>What tells a record from others of its type.</summary>
    object KeyOf(object record);
}
