using Microsoft.EntityFrameworkCore;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Web.Operations.Administration;

/// <summary>
/// What is there and what is missing before an office can work with the portal, in the order that works: what a row needs stands above
/// it. For administrators.
/// </summary>
public sealed class SetupAssistant(PortalOperations operations, ReferenceCache reference)
{
    private const int MostNamed = 5;
    private static readonly string[] Places = ["Doc.Province", "Doc.Place"];

    public async Task<Result<IReadOnlyList<SetupRow>>> RowsAsync(Actor actor, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        if (!OrganisationAdministration.IsAdministrator(context))
        {
            return Refusal.Forbidden;
        }

        var (directory, today) = (context.Directory, context.Today);
        var (data, regulation) = (directory.Data, (await reference.GetAsync(cancellation)).Regulation);
        var staff = data.Staff.Where(s => s.IsValidOn(today)).ToList();
        var groups = data.Groups.Where(g => g.IsValidOn(today)).ToList();
        var areas = data.Areas.Where(a => a.IsValidOn(today)).ToList();
        var accounts = await operations.ReadAsync(db => db.Users.Select(u => u.PersonId).ToHashSetAsync(cancellation), cancellation);
        var contacts = data.Contacts.Select(c => c.AreaId).ToHashSet();
        var inCharge = data.Portfolios.Where(p => p.IsValidOn(today)).Select(p => p.GroupId).ToHashSet();
        return new List<SetupRow>
        {
            new("regulation", regulation is { Number.Length: > 0, Date: not null } ? 1 : 0, 0),
            new("departments", data.Departments.Count, 0),
            Row("staff", staff, s => s.DepartmentId is null && !directory.IsLeader(s.Id, today)
                && !directory.HasRole(s.Id, Role.SystemAdministrator, today), s => s.FullName),
            Leaders(context),
            new("kinds", data.Kinds.Count(k => k.IsValidOn(today)), 0),
            Row("groups", groups, g => OrganisationRules.WhyNotActive(g, directory, today) is not null, g => g.Name),
            Row("areas", areas, a => directory.GroupOfArea(a.Id, today) is null, a => a.Name),
            Row("portfolios", groups, g => !inCharge.Contains(g.Id), g => g.Name, groups.Count(g => inCharge.Contains(g.Id))),
            Row("contacts", areas, a => !contacts.Contains(a.Id), a => a.Name, areas.Count(a => contacts.Contains(a.Id))),
            new("parameters", Places.Count(p => IsSet(context, p)), Places.Count(p => !IsSet(context, p))),
            Row("accounts", staff, s => !accounts.Contains(s.Id), s => s.FullName, staff.Count(s => accounts.Contains(s.Id))),
        };
    }

    // A head, and the roles without which steps would find nobody.
    private static SetupRow Leaders(CaseContext context)
    {
        var (directory, today) = (context.Directory, context.Today);
        var missing = new[] { Role.RecordsClerk, Role.ReviewCoordinator, Role.ComplianceOfficer }
            .Count(r => !directory.PeopleWith(r, today).Any()) + (directory.Head(today) is null ? 1 : 0);
        return new("leaders", directory.LeadersOn(today).Count(), missing);
    }

    private static SetupRow Row<T>(string key, IReadOnlyList<T> rows, Func<T, bool> lacks, Func<T, string> name, int? have = null)
    {
        var lacking = rows.Where(lacks).Select(name).ToList();
        return new SetupRow(
            key, have ?? rows.Count, lacking.Count,
            string.Join(", ", lacking.Take(MostNamed)) + (lacking.Count > MostNamed ? "…" : ""));
    }

    private static bool IsSet(CaseContext context, string key) => context.Settings.Text(key) != PortalSettings.Defaults[key];
}
