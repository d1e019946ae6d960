using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Administration;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Web.Operations.Administration;

namespace Portal.Tests.TestKit;

/// <summary>The organisation changed as the Committee does it: an administrator asks, a leader approves where one has to.</summary>
internal static class OrganisationChanges
{
    public const string Administrator = "S06";

    public static OrganisationRequests Requests(this TestPortal portal) => portal.Services.GetRequiredService<OrganisationRequests>();

    public static async Task<Result> ChangeAsync<T>(
        this TestPortal portal, string act, string row, T input, string leader = Trips.Head)
    {
        var form = FormInput.ToJson(input);
        if (OrganisationAct.Find(act) is not { IsShownFirst: true })
        {
            return await portal.Services.GetRequiredService<OrganisationAdministration>()
                .DoAsync(portal.Person(Administrator), act, row, form);
        }

        var asked = await portal.Requests().AskAsync(portal.Person(Administrator), act, row, form, null, "");
        return asked.IsSuccess
            ? await portal.Requests().DecideAsync(portal.Person(leader), asked.Value, approves: true, "")
            : Result.From(asked.Refusal);
    }

    public static async Task MustChangeAsync<T>(this TestPortal portal, string act, string row, T input)
    {
        var done = await portal.ChangeAsync(act, row, input);
        Assert.True(done.IsSuccess, $"{act}: {done.Refusal?.Code} {string.Join(';', done.Refusal?.Fields ?? [])}");
    }

    /// <summary>Every row of the organisation as it is stored.</summary>
    public static Task<string> OrganisationAsync(this TestPortal portal) => portal.ReadAsync(async db =>
    {
        IEnumerable<object> rows =
        [
            .. await db.Departments.ToListAsync(), .. await db.Staff.ToListAsync(), .. await db.RoleGrants.ToListAsync(),
            .. await db.Leaders.ToListAsync(), .. await db.Portfolios.ToListAsync(), .. await db.AreaKinds.ToListAsync(),
            .. await db.Areas.ToListAsync(), .. await db.AreaLineage.ToListAsync(), .. await db.AreaContacts.ToListAsync(),
            .. await db.AssignmentDecisions.ToListAsync(), .. await db.Groups.ToListAsync(), .. await db.Memberships.ToListAsync(),
            .. await db.AreaAssignments.ToListAsync(),
        ];
        return string.Join('\n', rows.Select(r => $"{r.GetType().Name} {JsonSerializer.Serialize(r, r.GetType())}")
            .Order(StringComparer.Ordinal));
    });
}
