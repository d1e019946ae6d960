using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FollowUps;
using Portal.Domain.Forms;
using Portal.Web.Persistence;

namespace Portal.Web.Operations.FollowUps;

/// <summary>What all registers do alike.</summary>
internal abstract class FollowedSource<T> : IFollowedSource
    where T : FollowedRecord
{
    public const int PageSize = 25;

    private readonly Func<T, FollowedRow> _rowOf;

    protected FollowedSource(Expression<Func<T, FollowedRow>> row) => (Row, _rowOf) = (row, row.Compile());

    public abstract FollowedKind Kind { get; }

    public abstract FormSchema Form { get; }

    public abstract IReadOnlyList<string> Types { get; }

    /// <summary>Who reads records of this register besides those who read all of them.</summary>
    protected virtual Expression<Func<AccessScope, T, bool>>? AlsoReadBy => null;

    private Expression<Func<T, FollowedRow>> Row { get; }

    public abstract Result<FollowedRecord> Enter(JsonObject form, CaseContext context);

    public async Task<Page<FollowedRow>> ListAsync(
        PortalDbContext db, FollowedFilter filter, CaseContext context, CancellationToken cancellation)
    {
        var found = Found(db, filter, context);
        var rows = await Sorted(found, filter).Skip(Paging.Before(filter.Page, PageSize)).Take(PageSize).Select(Row)
            .ToListAsync(cancellation);
        return new Page<FollowedRow>(rows.ConvertAll(Veiled), await found.CountAsync(cancellation));
    }

    public Task<List<FollowedRow>> ExportAsync(
        PortalDbContext db, FollowedFilter filter, int most, CaseContext context, CancellationToken cancellation) =>
        Sorted(Found(db, filter, context).Where(r => r.Sensitivity == Sensitivity.Normal), filter).Take(most).Select(Row)
            .ToListAsync(cancellation);

    public Task<int> CountAsync(PortalDbContext db, FollowedFilter filter, CaseContext context, CancellationToken cancellation) =>
        Found(db, filter, context).CountAsync(cancellation);

    public async Task<FollowedRecord?> FindAsync(PortalDbContext db, Guid id, AccessScope scope, CancellationToken cancellation) =>
        await Whole(db.Set<T>()).Where(FollowUpAccess.Readable(scope, AlsoReadBy)).FirstOrDefaultAsync(r => r.Id == id, cancellation);

    public FollowedRow RowOf(FollowedRecord record) => _rowOf((T)record);

    /// <summary>With the parts that <see cref="RowOf"/> reads.</summary>
    protected virtual IQueryable<T> Whole(IQueryable<T> records) => records;

    /// <summary>Narrowed to one of <see cref="Types"/>.</summary>
    protected abstract IQueryable<T> OfType(IQueryable<T> records, string type);

    protected static Result<FollowedRecord> Entered<TRecord>(Result<TRecord> entered)
        where TRecord : FollowedRecord => entered.IsSuccess ? entered.Value : entered.Refusal;

    private IQueryable<T> Found(PortalDbContext db, FollowedFilter filter, CaseContext context)
    {
        var scope = AccessScope.Of(context.Actor.PersonId, context.Directory, context.Today);
        var found = InProgress(db.Set<T>().Where(FollowUpAccess.Readable(scope, AlsoReadBy)), filter.Progress, context.Today);
        if (filter.AreaId.Length > 0)
        {
            var areas = context.Directory.WithPredecessors([filter.AreaId]).ToList();
            found = found.Where(r => areas.Contains(r.AreaId));
        }

        found = filter.GroupId.Length > 0 ? found.Where(r => r.GroupId == filter.GroupId) : found;
        found = filter.Domain.Length > 0 ? found.Where(r => r.Domain == filter.Domain) : found;
        found = Types.Contains(filter.Type) ? OfType(found, filter.Type) : found;
        if (filter.From is { } first)
        {
            var from = VietnamTime.StartOf(first);
            found = found.Where(r => r.At >= from);
        }

        if (filter.To is { } last)
        {
            var to = VietnamTime.EndOf(last);
            found = found.Where(r => r.At < to);
        }

        return found;
    }

    private static IQueryable<T> InProgress(IQueryable<T> records, FollowedProgress progress, DateOnly today) => progress switch
    {
        FollowedProgress.Open => records.Where(r => r.State == FollowedState.Open),
        FollowedProgress.Due => records.Where(r => r.State == FollowedState.Open && r.FollowUpDue <= today),
        FollowedProgress.Settled => records.Where(r => r.State == FollowedState.Settled),
        FollowedProgress.Cancelled => records.Where(r => r.State == FollowedState.Cancelled),
        _ => records.Where(r => r.State != FollowedState.Cancelled),
    };

    private static IQueryable<T> Sorted(IQueryable<T> records, FollowedFilter filter) => filter.Sort == FollowedSort.Area
        ? records.By(r => r.AreaId, filter.IsDescending).ThenBy(r => r.At, filter.IsDescending)
        : records.By(r => r.At, filter.IsDescending).ThenBy(r => r.Id, filter.IsDescending);

    // a list says that there is something, and not a word of it.
    private static FollowedRow Veiled(FollowedRow row) => row.IsRestricted
        ? row with { With = "", DepartmentIds = [], Person = "", Subject = "", Summary = "", FollowUp = "", Outcome = "" }
        : row;
}
