using Microsoft.EntityFrameworkCore;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Workflows.Engine;
using Portal.Workflows.Runtime;

namespace Portal.Web.Operations.Authoring;

/// <summary>
/// chosen running cases go over to another version, each in one act or not at all, in the trail with its reason. Process
/// designers do it; of a case they see its number and its open steps.
/// </summary>
public sealed class ProcessMigration(PortalOperations operations, CompiledDefinitions definitions)
{
    public const int PageSize = 50;

    /// <param name="mapping">Steps that are gone, and what they become.</param>
    public async Task<Result<MigrationView>> PreviewAsync(
        Actor actor, string versionId, IReadOnlyDictionary<string, string> mapping, int page = 0, CancellationToken cancellation = default)
    {
        var found = await FindAsync(actor, versionId, cancellation);
        if (!found.IsSuccess)
        {
            return found.Refusal;
        }

        var (version, to) = (found.Value, definitions.Of(found.Value));
        var (ids, total, versions) = await operations.ReadAsync(async db =>
        {
            var open = db.Instances.Where(i => i.Status == InstanceStatus.Running
                && i.DefinitionVersionId != versionId
                && db.DefinitionVersions.Any(v => v.Id == i.DefinitionVersionId && v.DefinitionId == version.DefinitionId))
                .Join(db.Cases, i => i.CaseId, c => c.Id, (_, c) => c);
            return (
                await open.OrderBy(c => c.CreatedAt)
                    .ThenBy(c => c.Id)
                    .Skip(Paging.Before(page, PageSize))
                    .Take(PageSize)
                    .Select(c => c.Id)
                    .ToListAsync(cancellation),
                await open.CountAsync(cancellation),
                await db.DefinitionVersions.Where(v => v.DefinitionId == version.DefinitionId)
                    .ToDictionaryAsync(v => v.Id, v => v.Version, cancellation));
        }, cancellation);
        var cases = await operations.RunAsync<List<CasePreview>>(actor, async o =>
        {
            var previews = new List<CasePreview>();
            foreach (var id in ids)
            {
                if (await o.Cases.PreviewMigrationAsync(
                    id, to, mapping, o.Context, cancellation) is { IsSuccess: true, Value: { } preview })
                {
                    previews.Add(preview);
                }
            }

            return previews;
        }, cancellation: cancellation);
        return cases.IsSuccess ? new MigrationView(version.DefinitionId, version.Name, version.Version, versions, cases.Value, total,
            [.. to.All.Where(a => a.FixedSpec is not null).Select(a => (a.Id, a.FixedSpec!.Title))]) : cases.Refusal;
    }

    /// <summary>Moves cases, each by itself: what cannot be moved stays as it was and says why.</summary>
    /// <param name="progress">Told how many are done, after each.</param>
    public async Task<Result<IReadOnlyList<MigrationOutcome>>> MoveAsync(
        Actor actor, string versionId, IReadOnlyCollection<Guid> caseIds, IReadOnlyDictionary<string, string> mapping, string reason,
        IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        var found = await FindAsync(actor, versionId, cancellation);
        if (!found.IsSuccess)
        {
            return found.Refusal;
        }

        reason = reason.Trim();
        if (Reasons.WhyNot(reason, "reason") is { } refusal)
        {
            return refusal;
        }

        var outcomes = new List<MigrationOutcome>();
        foreach (var id in caseIds.Distinct())
        {
            progress?.Report(outcomes.Count);
            var moved = await operations.RunAsync<CasePreview>(actor, async o =>
                await o.Db.Instances.AnyAsync(
                    i => i.CaseId == id
                        && o.Db.DefinitionVersions.Any(v => v.Id == i.DefinitionVersionId && v.DefinitionId == found.Value.DefinitionId),
                    cancellation)
                    ? await o.Cases.MigrateAsync(id, versionId, mapping, reason, o.Context, cancellation) : Refusal.NotFound,
                        cancellation: cancellation);
            outcomes.Add(new MigrationOutcome(id, moved.IsSuccess ? null : moved.Refusal));
        }

        return outcomes;
    }

    // Running cases move only to versions that were published, and therefore checked.
    private async Task<Result<DefinitionVersion>> FindAsync(Actor actor, string versionId, CancellationToken cancellation)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        if (!context.Directory.HasRole(actor.PersonId, Role.ProcessDesigner, context.Today))
        {
            return Refusal.Forbidden;
        }

        var version = await operations.ReadAsync(
            db => db.DefinitionVersions.FirstOrDefaultAsync(v => v.Id == versionId, cancellation), cancellation);
        if (version is null)
        {
            return Refusal.NotFound;
        }

        if (version.IsDraft)
        {
            return DesignRefusals.DraftNotForCases;
        }

        return version;
    }
}
