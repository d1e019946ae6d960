using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Portal.Domain.Administration;
using Portal.Domain.Administration.Workbook;
using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Persistence;
using Portal.Web.Processes;

namespace Portal.Web.Operations.Administration;

/// <summary>
/// Workbooks of the organisation: what one would change, the change itself, and its undoing while nothing has come of it. For
/// administrators.
/// </summary>
public sealed class OrganisationImports(PortalOperations operations, ReferenceCache reference, IEnumerable<IWorkbookPart> parts)
{
    private const int MostNamed = 10;
    private const int MostListed = 50;

    /// <summary>Sheets of the organisation and of all modules, in the order in which they are read.</summary>
    public IReadOnlyList<IWorkbookSheet> Sheets { get; } =
        [.. OrganisationWorkbook.Sheets.Concat(parts.Select(p => p.Sheet)).OrderBy(s => s.Order)];

    /// <summary>All rows that the workbook shows; that it was taken away is recorded.</summary>
    /// <param name="subject">What the trail says was taken: a list, or all.</param>
    public async Task<Result<WorkbookRows>> RowsAsync(Actor actor, string subject, CancellationToken cancellation = default)
    {
        WorkbookRows? rows = null;
        var done = await operations.RunAsync(actor, async o =>
        {
            if (!OrganisationAdministration.IsAdministrator(o.Context))
            {
                return Refusal.Forbidden;
            }

            rows = new WorkbookRows(o.Context.Directory.Data, await OthersAsync(o.Db, cancellation), []);
            o.Audit("Organisation.export", subject);
            return Result.Ok;
        }, cancellation: cancellation);
        return done.IsSuccess ? rows! : done.Refusal;
    }

    /// <summary>What the tables would change; nothing is stored.</summary>
    /// <param name="optionOf">The choice that a word in a cell means; null where it means none.</param>
    public async Task<Result<ImportReport>> TryAsync(
        Actor actor, IReadOnlyList<WorkbookTable> tables, Func<WorkbookColumn, string, string?> optionOf,
        CancellationToken cancellation = default)
    {
        var report = new ImportReport([]);
        var done = await operations.RunAsync(actor, async o =>
        {
            if (!OrganisationAdministration.IsAdministrator(o.Context))
            {
                return Refusal.Forbidden;
            }

            var draft = await OrganisationAdministration.DraftAsync(o, cancellation);
            report = OrganisationWorkbook.Run(draft, Sheets, await OthersAsync(o.Db, cancellation), tables, optionOf);
            return Result.From(AdministrationRefusals.OnlyTried);
        }, cancellation: cancellation);
        return done.Refusal == AdministrationRefusals.OnlyTried ? report : done.Refusal!;
    }

    /// <summary>Stores what was shown, all of it or nothing.</summary>
    /// <param name="shown">The report that the person saw; when the tables would now do something else, nothing is done.</param>
    public async Task<Result<ImportReport>> StoreAsync(
        Actor actor, string fileName, IReadOnlyList<WorkbookTable> tables, Func<WorkbookColumn, string, string?> optionOf,
        ImportReport shown, CancellationToken cancellation = default)
    {
        var report = shown;
        var done = await operations.RunAsync(actor, async o =>
        {
            if (!OrganisationAdministration.IsAdministrator(o.Context))
            {
                return Refusal.Forbidden;
            }

            var draft = await OrganisationAdministration.DraftAsync(o, cancellation);
            report = OrganisationWorkbook.Run(draft, Sheets, await OthersAsync(o.Db, cancellation), tables, optionOf);
            if (FingerprintOf(report) != FingerprintOf(shown))
            {
                return AdministrationRefusals.ShownOtherwise;
            }

            if (report.HasErrors || !report.ChangesAnything)
            {
                return AdministrationRefusals.OnlyTried;
            }

            if (OrganisationAdministration.Take(o, draft))
            {
                return OrganisationRequestRefusals.WorkbookNeedsLeader;
            }

            var (changes, trace) = (OrganisationAdministration.Changes(o.Db), ImportTrace.Of(o.Db));
            o.Db.OrganisationImports.Add(new OrganisationImport
            {
                PersonId = actor.PersonId,
                At = o.Context.Now,
                FileName = PlainText.CleanLine(fileName),
                NewRows = report.Count(ImportOutcome.New),
                ChangedRows = report.Count(ImportOutcome.Changed),
                Trace = trace,
            });
            o.Audit("Organisation.import", PlainText.CleanLine(fileName), changes);
            return Result.Ok;
        }, cancellation: cancellation);
        if (!done.IsSuccess)
        {
            return done.Refusal == AdministrationRefusals.OnlyTried ? report : done.Refusal;
        }

        reference.Invalidate();
        return report with { IsStored = true };
    }

    /// <summary>The workbooks that were taken in, the newest first.</summary>
    public async Task<Result<IReadOnlyList<StoredImportRow>>> ListAsync(Actor actor, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        if (!OrganisationAdministration.IsAdministrator(context))
        {
            return Refusal.Forbidden;
        }

        var rows = await operations.ReadAsync(db => db.OrganisationImports.OrderByDescending(i => i.At).Take(MostListed)
            .Select(i => new { i.Id, i.PersonId, i.At, i.FileName, i.NewRows, i.ChangedRows, i.TakenBackAt, i.TakenBackById })
            .ToListAsync(cancellation), cancellation);
        return rows.ConvertAll(i => new StoredImportRow(
            i.Id, context.Directory.NameOf(i.PersonId), i.At, i.FileName, i.NewRows, i.ChangedRows, i.TakenBackAt,
            i.TakenBackById is { } by ? context.Directory.NameOf(by) : null));
    }

    /// <summary>
    /// Undoes an import: what it brought is removed, what it changed is as before. Refused when something of it was changed since, has
    /// accounts or cases, or is named by others; the refusal says what.
    /// </summary>
    public async Task<Result> TakeBackAsync(Actor actor, Guid id, CancellationToken cancellation = default)
    {
        var done = await operations.RunAsync(actor, async o =>
        {
            if (!OrganisationAdministration.IsAdministrator(o.Context))
            {
                return Refusal.Forbidden;
            }

            if (await o.Db.OrganisationImports.FirstOrDefaultAsync(i => i.Id == id, cancellation) is not { } import)
            {
                return Refusal.NotFound;
            }

            if (import.TakenBackAt is not null)
            {
                return AdministrationRefusals.TakenBackBefore;
            }

            if (await UndoAsync(o, ImportTrace.Read(import.Trace), cancellation) is { } refusal)
            {
                return refusal;
            }

            // Within a day it is taken back as requests are; later it is a change like any other.
            var isLate = import.At.AddHours(OrganisationRequest.HoursToTakeBack) < o.Context.Now;
            if (isLate && OrganisationAdministration.NeedsApproval(o.Context) && LeadersMatters.AreIn(o.Db))
            {
                return OrganisationRequestRefusals.ImportNeedsLeader(OrganisationRequest.HoursToTakeBack);
            }

            import.TakeBack(actor.PersonId, o.Context.Now);
            o.Audit("Organisation.importTakenBack", import.FileName);
            return Result.Ok;
        }, cancellation: cancellation);
        if (done.IsSuccess)
        {
            reference.Invalidate();
        }

        return done;
    }

    /// <summary>Undoes row by row what a trace says was stored; refused when something of it was changed since or is in use.</summary>
    internal async Task<Refusal?> UndoAsync(Operation o, IReadOnlyList<TracedRow> rows, CancellationToken cancellation)
    {
        var draft = await OrganisationAdministration.DraftAsync(o, cancellation);
        await OthersAsync(o.Db, cancellation);
        var found = new List<(TracedRow Row, EntityEntry? Entry)>();
        foreach (var row in rows)
        {
            found.Add((row, await ImportTrace.FindAsync(o.Db, row, cancellation)));
        }

        var changed = found.Where(f => !ImportTrace.IsAsLeft(f.Entry, f.Row)).ToList();
        if (changed.Count > 0)
        {
            return AdministrationRefusals.ChangedSince(Named(changed.Select(c => NameOf(c.Entry?.Entity) ?? c.Row.Type)));
        }

        var brought = found.Where(f => f.Row.Before is null).Select(f => f.Entry!.Entity).ToList();
        if (await InUseAsync(o.Db, brought, cancellation) is { Count: > 0 } used)
        {
            return AdministrationRefusals.InUse(Named(used));
        }

        draft.Removed.AddRange(brought);
        foreach (var (row, entry) in found.Where(f => f.Row.Before is not null))
        {
            if (entry is not null)
            {
                ImportTrace.Restore(entry, row);
                draft.NoteChanged(entry.Entity);
            }
            else
            {
                draft.Added.Add(ImportTrace.Remake(o.Db, row));
            }
        }

        brought.ForEach(draft.NoteChanged);
        if (OrganisationReferences.Missing(draft.Directory.Data) is { Count: > 0 } missing)
        {
            return AdministrationRefusals.InUse(Named(missing));
        }

        OrganisationAdministration.Take(o, draft);
        return draft.Unsound(draft.Today, draft.Today).Select(u => u.Refusal).FirstOrDefault();
    }

    /// <returns>Names of what has an account or a case.</returns>
    private static async Task<IReadOnlyList<string>> InUseAsync(PortalDbContext db, List<object> brought, CancellationToken cancellation)
    {
        var people = brought.OfType<StaffMember>().ToDictionary(s => s.Id, s => s.FullName);
        var groups = brought.OfType<MonitoringGroup>().ToDictionary(g => g.Id, g => g.Name);
        var areas = brought.OfType<MonitoredArea>().ToDictionary(a => a.Id, a => a.Name);
        var accounts = await db.Users.Where(u => people.Keys.Contains(u.PersonId)).Select(u => u.PersonId).ToListAsync(cancellation);
        var inCases = await db.Set<Domain.Cases.CasePerson>().Where(p => people.Keys.Contains(p.PersonId)).Select(p => p.PersonId)
            .Distinct().ToListAsync(cancellation);
        var groupCases = await db.Cases.Where(c => groups.Keys.Contains(c.GroupId)).Select(c => c.GroupId).Distinct()
            .ToListAsync(cancellation);
        var areaCases = await db.Set<Domain.Cases.CaseArea>().Where(a => areas.Keys.Contains(a.AreaId)).Select(a => a.AreaId)
            .Distinct().ToListAsync(cancellation);
        return [.. accounts.Concat(inCases).Distinct().Select(p => people[p]), .. groupCases.Select(g => groups[g]),
            .. areaCases.Select(a => areas[a])];
    }

    private static string Named(IEnumerable<string> names)
    {
        var all = names.Distinct().ToList();
        return string.Join(", ", all.Take(MostNamed)) + (all.Count > MostNamed ? "…" : "");
    }

    private static string? NameOf(object? row) => row switch
    {
        StaffMember s => s.FullName,
        MonitoredArea a => a.Name,
        MonitoringGroup g => g.Name,
        Department d => d.Name,
        AreaKind k => k.Name,
        AreaContact c => c.FullName,
        AssignmentDecision d => d.Number,
        GroupMembership m => $"{m.GroupId} – {m.PersonId}",
        AreaAssignment a => $"{a.GroupId} – {a.AreaId}",
        RoleGrant r => $"{r.PersonId} – {r.Role}",
        LeaderPortfolio p => $"{p.PersonId} – {p.GroupId ?? p.AreaId ?? p.DepartmentId}",
        CommitteeLeader l => l.PersonId,
        _ => null,
    };

    private async Task<IReadOnlyList<object>> OthersAsync(PortalDbContext db, CancellationToken cancellation)
    {
        var rows = new List<object>();
        foreach (var part in parts)
        {
            rows.AddRange(await part.RowsAsync(db, cancellation));
        }

        return rows;
    }

    private static string FingerprintOf(ImportReport report) => Convert.ToHexString(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(report.Rows.Select(r => new { r.Sheet, r.Line, r.Id, r.Name, r.Outcome, r.Changes }))));
}
