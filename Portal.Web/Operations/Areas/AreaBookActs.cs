using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Contacts;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;

namespace Portal.Web.Operations.Areas;

/// <summary>
/// Contacts (Đ9.1) and sub-units (Đ9.4) of an area, kept by the group that watches it. Who may not read the area's contacts is told that
/// there are none.
/// </summary>
public sealed class AreaBookActs(PortalOperations operations, ReferenceCache reference)
{
    private static readonly KnownContactValidator ContactRules = new();
    private static readonly SubUnitValidator UnitRules = new();

    public Task<Result> AddContactAsync(Actor actor, string areaId, JsonObject form, CancellationToken cancellation = default) =>
        RunAsync(actor, o => ReadAsync(form, ContactRules, input =>
        {
            var made = AreaBook.Add(areaId, input, o.Context);
            return Task.FromResult(made.IsSuccess ? Kept(o, made.Value, "Organisation.ContactAdded", areaId) : made.Refusal);
        }), cancellation);

    public Task<Result> ChangeContactAsync(Actor actor, Guid id, JsonObject form, CancellationToken cancellation = default) =>
        RunAsync(actor, o => ReadAsync(form, ContactRules, async input =>
            await FindAsync(o, id, cancellation) is not { } contact
                ? Refusal.NotFound
                : Noted(o, AreaBook.Change(contact, input, o.Context), "Organisation.ContactChanged", contact.AreaId)), cancellation);

    /// <summary>The person is no longer the area's contact: nobody is offered them any more.</summary>
    public Task<Result> EndContactAsync(Actor actor, Guid id, CancellationToken cancellation = default) =>
        RunAsync(actor, async o => await FindAsync(o, id, cancellation) is not { } contact
            ? Refusal.NotFound
            : Noted(o, AreaBook.End(contact, o.Context), "Organisation.ContactEnded", contact.AreaId), cancellation);

    public Task<Result> AddUnitAsync(Actor actor, string areaId, JsonObject form, CancellationToken cancellation = default) =>
        RunAsync(actor, o => ReadAsync(form, UnitRules, input =>
        {
            var made = AreaBook.Add(areaId, input, o.Context);
            return Task.FromResult(made.IsSuccess ? Kept(o, made.Value, "Organisation.SubUnitAdded", areaId) : made.Refusal);
        }), cancellation);

    public Task<Result> EndUnitAsync(Actor actor, Guid id, CancellationToken cancellation = default) =>
        RunAsync(actor, async o => await o.Db.SubUnits.FirstOrDefaultAsync(u => u.Id == id, cancellation) is not { } unit
            ? Refusal.NotFound
            : Noted(o, AreaBook.End(unit, o.Context), "Organisation.SubUnitEnded", unit.AreaId), cancellation);

    private async Task<Result> RunAsync(Actor actor, Func<Operation, Task<Result>> act, CancellationToken cancellation)
    {
        var done = await operations.RunAsync(actor, act, cancellation: cancellation);
        if (done.IsSuccess)
        {
            reference.Invalidate();
        }

        return done;
    }

    private static async Task<AreaContact?> FindAsync(Operation o, Guid id, CancellationToken cancellation)
    {
        var scope = AccessScope.Of(o.Context.Actor.PersonId, o.Context.Directory, o.Context.Today);
        var found = await o.Db.AreaContacts.FirstOrDefaultAsync(c => c.Id == id, cancellation);
        return found is not null && (scope.IsHead || scope.AreaIds.Contains(found.AreaId)) ? found : null;
    }

    private static async Task<Result> ReadAsync<T>(JsonObject form, FormRules<T> rules, Func<T, Task<Result>> then)
        where T : class
    {
        var input = FormInput.Read(form, rules);
        return input.IsSuccess ? await then(input.Value) : input.Refusal;
    }

    private static Result Kept(Operation o, object row, string act, string areaId)
    {
        o.Db.Add(row);
        return Noted(o, Result.Ok, act, areaId);
    }

    private static Result Noted(Operation o, Result done, string act, string areaId)
    {
        if (done.IsSuccess)
        {
            o.Audit(act, areaId);
        }

        return done;
    }
}
