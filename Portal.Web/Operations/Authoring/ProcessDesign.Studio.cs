using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;
using Portal.Workflows.Runtime;

namespace Portal.Web.Operations.Authoring;

/// <content>Definitions as Elsa Studio reads and stores them: drafts, check, four eyes and trail are those of the portal's own
/// pages.</content>
public sealed partial class ProcessDesign
{
    /// <summary>Versions with their documents, latest first, for designers alone.</summary>
    /// <param name="definitionIds">The processes, all versions of each; where there is none, of all processes what is latest or in
    /// use.</param>
    public async Task<Result<IReadOnlyList<DefinitionVersion>>> VersionsAsync(
        Actor actor, IReadOnlyList<string> definitionIds, CancellationToken cancellation = default)
    {
        if (!IsDesigner(await operations.ContextAsync(actor, cancellation: cancellation)))
        {
            return Refusal.Forbidden;
        }

        return await operations.ReadAsync(
            db => (definitionIds.Count == 0
                    ? db.DefinitionVersions.Where(v => v.IsLatest || v.IsPublished)
                    : db.DefinitionVersions.Where(v => definitionIds.Contains(v.DefinitionId)))
                .OrderBy(v => v.DefinitionId)
                .ThenByDescending(v => v.Version)
                .ToListAsync(cancellation),
            cancellation);
    }

    /// <summary>
    /// Stores what Elsa Studio sent: into the draft that it shows, into a new draft where it shows a version that is in use, or as a new
    /// process. Studio stores by itself while somebody works in it, so nothing new is not stored again.
    /// </summary>
    /// <param name="model">As Studio writes a definition; <c>id</c> says which version it shows.</param>
    /// <param name="stamp">The count of changes that it shows; null where it does not say.</param>
    /// <returns>The version as it stands then.</returns>
    public async Task<Result<DefinitionVersion>> StoreAsync(
        Actor actor, JsonObject model, int? stamp, CancellationToken cancellation = default)
    {
        var (versionId, definitionId) = StudioDocument.Shown(model);
        var found = await VersionsAsync(actor, [definitionId], cancellation);
        if (!found.IsSuccess)
        {
            return found.Refusal;
        }

        var versions = found.Value;
        if (versions.Count == 0)
        {
            return await StoredAsync(
                await ImportNewAsync(actor, StudioDocument.FromStudio(model, null).ToJsonString(), cancellation),
                cancellation);
        }

        if (versions.FirstOrDefault(v => v.Id == versionId) is not { } shown)
        {
            return Refusal.NotFound;
        }

        var stored = WorkflowDefinition.Read(shown.Json);
        var read = Read(StudioDocument.FromStudio(model, stored).ToJsonString());
        if (!read.IsSuccess)
        {
            return read.Refusal;
        }

        if (JsonNode.DeepEquals(
            JsonNode.Parse(Stamped(read.Value, shown, shown.IsPublished)), JsonNode.Parse(Stamped(stored, shown, shown.IsPublished))))
        {
            return shown;
        }

        // Studio goes on showing the count that it opened with: one's own changes since are no surprise. It stores every few seconds, and
        // shows nothing of the check: that is done where it is asked for.
        return shown.IsDraft
            ? await WriteAsync(
                actor, shown.Id, read.Value, shown.ChangedById == actor.PersonId ? shown.Stamp : stamp, cancellation)
            : await BeginAsync(actor, versions, read.Value, cancellation);
    }

    private async Task<Result<DefinitionVersion>> BeginAsync(
        Actor actor, IReadOnlyList<DefinitionVersion> versions, WorkflowDefinition definition, CancellationToken cancellation)
    {
        if (versions.Any(v => v.IsDraft))
        {
            return DesignRefusals.DraftThere;
        }

        var begun = await ImportAsync(actor, versions[0].DefinitionId, definition.Write(), cancellation);
        return await StoredAsync(begun, cancellation);
    }

    private async Task<Result<DefinitionVersion>> StoredAsync(Result<string> versionId, CancellationToken cancellation)
    {
        if (!versionId.IsSuccess)
        {
            return versionId.Refusal;
        }

        return await operations.ReadAsync(
            db => db.DefinitionVersions.FirstAsync(v => v.Id == versionId.Value, cancellation), cancellation);
    }
}
