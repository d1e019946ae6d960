using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Portal.Domain.Administration;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Forms;
using Portal.Web.Persistence;

namespace Portal.Web.Operations.Administration;

/// <summary>
/// Section 4's administrators: who changes the organisation, and the head, who reads it. Each act is tried on a draft of the
/// whole organisation first; nothing is stored that breaks a rule. The trail says what changed, row by row.
/// </summary>
public sealed class OrganisationAdministration(PortalOperations operations, ReferenceCache reference)
{
    private const int DetailsLength = 3900;

    /// <summary>Whether the person may read the lists, and change them.</summary>
    public async Task<(bool Reads, bool Changes)> RightsAsync(Actor actor, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var changes = IsAdministrator(context);
        return (changes || context.Directory.Head(context.Today) == actor.PersonId, changes);
    }

    /// <returns>The act's form for a row; refused to who may not do it, not found where there is no such act or row.</returns>
    public async Task<Result<ActPage>> OpenAsync(Actor actor, string actKey, string rowId, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        if (!IsAdministrator(context))
        {
            return Refusal.Forbidden;
        }

        if (OrganisationAct.Find(actKey) is not { } act
            || (act.OfRow
                && (Registry.NameOf(act.Register, rowId, context.Directory) is null
                    || !act.IsOpen(context.Directory, rowId, context.Today))))
        {
            return Refusal.NotFound;
        }

        var open = act.Key is "area-end"
            ? await operations.ReadAsync(db => db.Cases
                .Where(c => c.State == CaseState.Open && c.Sensitivity == Sensitivity.Normal && c.Areas.Any(a => a.AreaId == rowId))
                .OrderBy(c => c.Number)
                .Take(100)
                .Select(c => new OpenCase(c.Number, c.ProcessKey, c.Status, c.State)).ToListAsync(cancellation), cancellation) : [];
        return new ActPage(
            act,
            act.OfRow ? Registry.NameOf(act.Register, rowId, context.Directory)! : "",
            act.Known(context.Directory, rowId, context.Today),
            Choices(context),
            open);
    }

    /// <summary>
    /// Carries an act out at once; where it changes what a leader approves it is refused, it goes by <see cref="OrganisationRequests"/>.
    /// </summary>
    /// <param name="known">What the form opened with; when that is no longer so, nothing is done and the person is told. Null skips the
    /// comparison.</param>
    public async Task<Result> DoAsync(
        Actor actor, string actKey, string rowId, JsonObject form, JsonObject? known = null, DateTime? at = null,
        CancellationToken cancellation = default)
    {
        var done = await operations.RunAsync(actor, async o =>
        {
            if (!IsAdministrator(o.Context))
            {
                return Refusal.Forbidden;
            }

            var tried = await TriedAct.MakeAsync(o, actKey, rowId, form, known, cancellation);
            if (!tried.IsSuccess)
            {
                return tried.Refusal;
            }

            if (tried.Value.NeedsLeader)
            {
                return OrganisationRequestRefusals.NeedsLeader;
            }

            tried.Value.CarryOut(o, rowId, form);
            return Result.Ok;
        }, at, cancellation);
        if (done.IsSuccess)
        {
            reference.Invalidate();
        }

        return done;
    }

    internal static bool IsAdministrator(CaseContext context) =>
        context.Directory.HasRole(context.Actor.PersonId, Role.SystemAdministrator, context.Today);

    /// <summary>
    /// Whether a leader has to approve what this person asks for: not while there is no leader who could, as where a portal is set up.
    /// </summary>
    internal static bool NeedsApproval(CaseContext context) =>
        context.Settings.Text("Org.LeaderApproves") == "on"
        && context.Directory.LeadersOn(context.Today).Any(l => l != context.Actor.PersonId);

    /// <summary>The one way of a draft into what is stored with the operation.</summary>
    /// <returns>Whether a leader has to approve what it changes, before that is stored.</returns>
    internal static bool Take(Operation o, OrganisationDraft draft)
    {
        o.Db.AddRange(draft.Added);
        o.Db.RemoveRange(draft.Removed);
        return NeedsApproval(o.Context) && LeadersMatters.AreIn(o.Db);
    }

    // Rows of this operation's own, followed by its context: what the act changes is what is stored.
    internal static async Task<OrganisationDraft> DraftAsync(Operation o, CancellationToken cancellation)
    {
        var db = o.Db;
        var open = await db.Cases.Where(c => c.State == CaseState.Open)
            .GroupBy(c => c.GroupId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return new OrganisationDraft(new DirectoryData
        {
            Departments = await db.Departments.ToListAsync(cancellation),
            Staff = await db.Staff.ToListAsync(cancellation),
            Roles = await db.RoleGrants.ToListAsync(cancellation),
            Leaders = await db.Leaders.ToListAsync(cancellation),
            Portfolios = await db.Portfolios.ToListAsync(cancellation),
            Absences = await db.Absences.ToListAsync(cancellation),
            Delegations = await db.Delegations.ToListAsync(cancellation),
            MeetingTypes = await db.MeetingTypes.ToListAsync(cancellation),
            Kinds = await db.AreaKinds.ToListAsync(cancellation),
            Areas = await db.Areas.ToListAsync(cancellation),
            Lineage = await db.AreaLineage.ToListAsync(cancellation),
            Contacts = await db.AreaContacts.Where(c => c.EndedOn == null).ToListAsync(cancellation),
            SubUnits = await db.SubUnits.Where(u => u.EndedOn == null).ToListAsync(cancellation),
            Decisions = await db.AssignmentDecisions.ToListAsync(cancellation),
            Groups = await db.Groups.ToListAsync(cancellation),
            Memberships = await db.Memberships.ToListAsync(cancellation),
            Assignments = await db.AreaAssignments.ToListAsync(cancellation),
        }, o.Context.Today, open);
    }

    // what was, and what is; identities, dates and names, which are no secret inside the Committee.
    internal static string Changes(PortalDbContext db)
    {
        var parts = db.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(e => e.State switch
            {
                EntityState.Added => $"+ {Name(e)}: {Added(e)}",
                EntityState.Deleted => $"− {Name(e)}: {Removed(e)}",
                _ => $"{Name(e)} {Key(e)}: {Modified(e)}",
            });
        var text = string.Join("; ", parts);
        return text.Length <= DetailsLength ? text : text[..DetailsLength] + "…";

        static string Name(EntityEntry e) => e.Metadata.ClrType.Name;
        static string Added(EntityEntry e) =>
            string.Join(
                ", ",
                e.Properties.Where(p => Tells(p) && p.CurrentValue is not null and not "")
                    .Select(p => $"{p.Metadata.Name}={Show(p.CurrentValue)}"));
        static string Removed(EntityEntry e) =>
            string.Join(", ", e.Properties.Where(Tells).Select(p => $"{p.Metadata.Name}={Show(p.OriginalValue)}"));
        static string Modified(EntityEntry e) =>
            string.Join(
                ", ",
                e.Properties.Where(p => p.IsModified && Tells(p))
                    .Select(p => $"{p.Metadata.Name} {Show(p.OriginalValue)} → {Show(p.CurrentValue)}"));
        static string Key(EntityEntry e) =>
            string.Join(
                '/',
                new[]
                {
                    "GroupId",
                    "AreaId",
                    "PersonId",
                    "Id",
                }.Select(n => e.Properties.FirstOrDefault(p => p.Metadata.Name == n)?.CurrentValue).Where(v => v is string));
        static bool Tells(PropertyEntry p) =>
            p.Metadata.Name is not ("SortKey" or "SearchText") && !(p.Metadata.IsPrimaryKey() && p.CurrentValue is Guid);
        static string Show(object? value) =>
            value switch
            {
                null or "" => "∅",
                DateOnly day => day.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture),
                _ => value.ToString() ?? "",
            };
    }

    private static FormChoices Choices(CaseContext context)
    {
        var (data, today) = (context.Directory.Data, context.Today);
        return FormChoices.Of(context, null, wholeCommittee: true, areasAreFixed: false) with
        {
            Areas = [.. data.Areas.Where(a => a.ValidTo is not { } end || end >= today)
                .OrderBy(a => a.Name, VietnameseText.Comparer)
                .Select(a => new Option(a.Id, $"{a.Name} ({a.Id})"))],
            AreaKinds = [.. data.Kinds.Where(k => k.IsValidOn(today)).OrderBy(k => k.Order).Select(k => new Option(k.Id, k.Name))],
        };
    }
}
