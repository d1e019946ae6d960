using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Administration;
using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Web.Operations.Administration;

/// <summary>The lists that administrators keep, each as rows of text. Read by administrators and the head (section 13).</summary>
public sealed partial class Registry(PortalOperations operations, OrganisationAdministration administration)
{
    /// <summary>Columns of a list after code and name; text keys <c>column.…</c>.</summary>
    public static IReadOnlyList<string> Columns(string register) => register switch
    {
        Registers.Areas => ["kind", "group", "leader"],
        Registers.Groups => ["lead", "members", "areas", "leader"],
        Registers.Leaders => ["leaderPosition", "charge"],
        Registers.Staff => ["position", "department", "roles", "account"],
        Registers.Departments => ["shortName", "domains"],
        Registers.AreaKinds => ["areas"],
        _ => [],
    };

    public async Task<Result<Page<RegisterRow>>> ListAsync(
        Actor actor, string register, RegisterFilter filter, Func<string, string> text, CancellationToken cancellation = default)
    {
        if (!(await administration.RightsAsync(actor, cancellation)).Reads)
        {
            return Refusal.Forbidden;
        }

        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var words = VietnameseText.Fold(filter.Search).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var rows = new RegisterRows(context.Directory, context.Today, text).Of(register)
            .Where(r => filter.WithEnded || r.To is not { } end || end >= context.Today)
            .Where(r => words.Length == 0
                || (VietnameseText.Fold($"{r.Id} {r.Name} {string.Join(' ', r.Cells)}") is var folded && words.All(folded.Contains)))
            .ToList();
        rows = Sorted(rows, register, filter);
        var page = rows.Skip(Paging.Before(filter.Page, filter.PageSize)).Take(filter.PageSize).ToList();
        return new Page<RegisterRow>(register == Registers.Staff ? await WithAccountsAsync(page, text, cancellation) : page, rows.Count);
    }

    private static List<RegisterRow> Sorted(List<RegisterRow> rows, string register, RegisterFilter filter)
    {
        var cell = Columns(register).ToList().IndexOf(filter.Sort);
        Func<RegisterRow, string>? key = (filter.Sort, cell) switch
        {
            ("code", _) => r => r.Id,
            ("name", _) => r => Comparable(r.Name),
            ("period", _) => r => $"{r.From:yyyy-MM-dd}",
            (_, >= 0) => r => Comparable(r.Cells[cell]),
            _ => null,
        };
        if (key is null)
        {
            return rows;
        }

        return filter.IsDescending
            ? [.. rows.OrderByDescending(key, VietnameseText.Comparer)]
            : [.. rows.OrderBy(key, VietnameseText.Comparer)];
    }

    [GeneratedRegex(@"\d+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Number();

    // Numbers by their value: group 2 before group 10.
    private static string Comparable(string cell) => Number().Replace(cell, n => n.Value.PadLeft(9, '0'));

    public async Task<Result<RegisterDetail>> FindAsync(
        Actor actor, string register, string id, Func<string, string> text, CancellationToken cancellation = default)
    {
        var (reads, changes) = await administration.RightsAsync(actor, cancellation);
        if (!reads)
        {
            return Refusal.Forbidden;
        }

        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var (directory, today) = (context.Directory, context.Today);
        if (new RegisterRows(directory, today, text).Of(register).FirstOrDefault(r => r.Id == id) is not { } row)
        {
            return Refusal.NotFound;
        }

        if (register == Registers.Staff)
        {
            row = (await WithAccountsAsync([row], text, cancellation))[0];
        }

        var acts = OrganisationAct.All.Where(a => changes && a.Register == register && a.OfRow && a.IsOpen(directory, id, today)).ToList();
        var history = new RegisterHistory(directory, text).Of(register, id).OrderByDescending(h => h.From);
        return new RegisterDetail(row, [.. history], acts);
    }

    /// <summary>The row's name; null where there is none.</summary>
    internal static string? NameOf(string register, string id, OrganisationDirectory directory) => register switch
    {
        Registers.Areas => directory.Area(id)?.Name,
        Registers.Groups => directory.Group(id)?.Name,
        Registers.Leaders or Registers.Staff => directory.Person(id)?.FullName,
        Registers.Departments => directory.Department(id)?.Name,
        Registers.AreaKinds => directory.Data.Kinds.FirstOrDefault(k => k.Id == id)?.Name,
        Registers.MeetingTypes => directory.Data.MeetingTypes.FirstOrDefault(t => t.Id == id)?.Name,
        _ => null,
    };

    private async Task<List<RegisterRow>> WithAccountsAsync(
        List<RegisterRow> rows, Func<string, string> text, CancellationToken cancellation)
    {
        var ids = rows.ConvertAll(r => r.Id);
        var accounts = await operations.ReadAsync(
            db => db.Users.Where(u => ids.Contains(u.PersonId))
                .Select(u => new { u.PersonId, u.UserName, u.LockoutEnd })
                .ToListAsync(cancellation),
            cancellation);
        return rows.ConvertAll(r => r with
        {
            Cells =
            [
                .. r.Cells.SkipLast(1),
                accounts.Find(a => a.PersonId == r.Id) is { } account ? Shown(account.UserName!, account.LockoutEnd) : "",
            ],
        });

        string Shown(string userName, DateTimeOffset? lockedUntil) =>
            lockedUntil == DateTimeOffset.MaxValue ? $"{userName} ({text("Registry.Locked")})" : userName;
    }
}
