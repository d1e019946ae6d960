using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Runtime;

namespace Portal.Web.Operations.Authoring;

/// <content>A draft remembers its changes: each may be taken back and done again, also after the page was loaded anew, by whoever works
/// on it.</content>
public sealed partial class ProcessDesign
{
    private const int MostRevisions = 100, FewestRevisions = 10;

    /// <summary>About what the revisions of one draft may take, compressed.</summary>
    private const int RevisionBytes = 2_000_000;

    /// <summary>Takes the last change of a draft back.</summary>
    /// <param name="stamp">The count that is shown.</param>
    /// <returns>The draft as it was before it.</returns>
    public Task<Result<DesignView>> UndoAsync(Actor actor, string versionId, int stamp, CancellationToken cancellation = default) =>
        GoAsync(actor, versionId, stamp, -1, cancellation);

    /// <summary>Does the change again that was taken back last.</summary>
    /// <param name="stamp">The count that is shown.</param>
    /// <returns>The draft with it.</returns>
    public Task<Result<DesignView>> RedoAsync(Actor actor, string versionId, int stamp, CancellationToken cancellation = default) =>
        GoAsync(actor, versionId, stamp, 1, cancellation);

    private async Task<Result<DesignView>> GoAsync(
        Actor actor, string versionId, int stamp, int steps, CancellationToken cancellation)
    {
        var gone = await operations.RunAsync<DefinitionVersion>(actor, async o =>
        {
            var found = await DraftToChangeAsync(o, versionId, stamp, cancellation);
            if (!found.IsSuccess)
            {
                return found.Refusal;
            }

            var version = found.Value;
            var number = version.Revision + steps;
            if (await o.Db.DraftRevisions.AsNoTracking()
                .FirstOrDefaultAsync(r => r.VersionId == versionId && r.Number == number, cancellation) is not { } revision)
            {
                return DesignRefusals.NothingToUndo;
            }

            Change(o, version, WorkflowDefinition.Read(Unpack(revision.Json)));
            version.Revision = number;
            return version;
        }, cancellation: cancellation);
        return gone.IsSuccess
            ? await ViewAsync(gone.Value, new CompiledDefinition(WorkflowDefinition.Read(gone.Value.Json)), mayEdit: true, cancellation)
            : gone.Refusal;
    }

    // A change after some were taken back ends what could have been done again; the oldest go when there are too many.
    private static void Remember(Operation o, DefinitionVersion version, string before)
    {
        var packed = Pack(version.Json);
        if (version.NewestRevision == 0)
        {
            Keep(o, version.Id, 0, Pack(before));
        }

        version.Revision++;
        for (var number = version.Revision + 1; number <= version.NewestRevision; number++)
        {
            Drop(o, version.Id, number);
        }

        if (version.Revision <= version.NewestRevision)
        {
            o.Db.DraftRevisions.Update(new DraftRevision { VersionId = version.Id, Number = version.Revision, Json = packed });
        }
        else
        {
            Keep(o, version.Id, version.Revision, packed);
        }

        version.NewestRevision = version.Revision;
        var most = Math.Clamp(RevisionBytes / packed.Length, FewestRevisions, MostRevisions);
        for (; version.NewestRevision - version.OldestRevision > most; version.OldestRevision++)
        {
            Drop(o, version.Id, version.OldestRevision);
        }
    }

    // What was published or thrown away is not taken back step by step.
    private static void Forget(Operation o, DefinitionVersion version)
    {
        for (var number = version.OldestRevision; version.NewestRevision > 0 && number <= version.NewestRevision; number++)
        {
            Drop(o, version.Id, number);
        }

        (version.Revision, version.OldestRevision, version.NewestRevision) = (0, 0, 0);
    }

    private static void Keep(Operation o, string versionId, int number, byte[] packed) =>
        o.Db.DraftRevisions.Add(new DraftRevision { VersionId = versionId, Number = number, Json = packed });

    private static void Drop(Operation o, string versionId, int number) =>
        o.Db.DraftRevisions.Remove(new DraftRevision { VersionId = versionId, Number = number, Json = [] });

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            brotli.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private static string Unpack(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var reader = new StreamReader(brotli, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
