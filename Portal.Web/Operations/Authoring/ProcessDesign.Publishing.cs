using Microsoft.EntityFrameworkCore;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Runtime;

namespace Portal.Web.Operations.Authoring;

/// <content>Which version of a process takes the new starts.</content>
public sealed partial class ProcessDesign
{
    /// <summary>
    /// Publishes a draft that has no errors: new cases begin with it, those at work stay on theirs. Under four eyes who changed it
    /// only asks, and another designer or a leader publishes.
    /// </summary>
    /// <returns>True when it is published; false when a second person has to do it.</returns>
    public async Task<Result<bool>> PublishAsync(
        Actor actor, string versionId, int stamp, string note, CancellationToken cancellation = default)
    {
        var unfit = await WhyNotPublishableAsync(actor, versionId, cancellation);
        var published = await operations.RunAsync<bool>(
            actor, o => PublishAsync(o, unfit, versionId, stamp, note.Trim(), cancellation), cancellation: cancellation);
        if (published is { IsSuccess: true, Value: true })
        {
            reference.Invalidate();
        }

        return published;
    }

    private static async Task<Result<bool>> PublishAsync(
        Operation o, (int Stamp, Refusal? Refusal) unfit, string versionId, int stamp, string typed, CancellationToken cancellation)
    {
        if (!MayPublish(o.Context))
        {
            return Refusal.Forbidden;
        }

        var versions = await AllOfProcess(o, versionId).OrderBy(v => v.Version).ToListAsync(cancellation);
        if (versions.Find(v => v.Id == versionId) is not { IsDraft: true } draft)
        {
            return Refusal.NotFound;
        }

        if (draft.Stamp != stamp || draft.Stamp != unfit.Stamp)
        {
            return ChangedMeanwhile(o, draft);
        }

        // Who publishes what another person asked for may leave the note as it was.
        var note = typed.Length == 0 && draft.RequestedById.Length > 0 ? draft.Note : typed;
        var definition = WorkflowDefinition.Read(draft.Json);
        if ((WhyNotNote(note) ?? unfit.Refusal) is { } refusal)
        {
            return refusal;
        }

        draft.Note = note;
        if (NeedsSecondPerson(o, draft))
        {
            AskForSecondPerson(o, draft, note);
            return false;
        }

        Publish(o, versions, draft, definition);
        return true;
    }

    /// <summary>All versions of the process that a version belongs to.</summary>
    private static IQueryable<DefinitionVersion> AllOfProcess(Operation o, string versionId) => o.Db.DefinitionVersions.Where(
        v => o.Db.DefinitionVersions.Any(d => d.Id == versionId && d.DefinitionId == v.DefinitionId));

    private static Refusal? WhyNotNote(string note) => Reasons.WhyNot(note, "note", LongestNote);

    // Going through all states takes longer than others wait to write: it is done before, and holds for the stamp that it was done on.
    private async Task<(int Stamp, Refusal? Refusal)> WhyNotPublishableAsync(
        Actor actor, string versionId, CancellationToken cancellation)
    {
        if (!MayPublish(await operations.ContextAsync(actor, cancellation: cancellation))
            || await operations.ReadAsync(
                db => db.DefinitionVersions.FirstOrDefaultAsync(v => v.Id == versionId, cancellation), cancellation) is not { } version)
        {
            return default;
        }

        var compiled = new CompiledDefinition(WorkflowDefinition.Read(version.Json));
        var errors = Check(compiled, await reference.GetAsync(cancellation)).Problems
            .Where(p => p.Severity == ProblemSeverity.Error)
            .ToList();
        return (version.Stamp, WhyNotPublishable(errors));
    }

    private static Refusal? WhyNotPublishable(List<Problem> errors)
    {
        if (errors.Count == 0)
        {
            return null;
        }

        if (errors.Find(p => p.Code == "GuardMissing") is { } guard)
        {
            return DesignRefusals.GuardMissing(guard.Clause, guard.Args[0]);
        }

        return DesignRefusals.HasErrors(errors.Count, errors.Find(p => p.Clause is not null)?.Clause);
    }

    // What was asked for the version that was in use has no object any more.
    private static void TakeOutOfUse(List<DefinitionVersion> versions)
    {
        foreach (var version in versions.Where(v => v.IsPublished))
        {
            version.IsPublished = false;
            Settle(version);
        }
    }

    private static void Publish(Operation o, List<DefinitionVersion> versions, DefinitionVersion draft, WorkflowDefinition definition)
    {
        var before = versions.Find(v => v.IsPublished);
        var differences = before is null ? [] : DefinitionDifference.Between(WorkflowDefinition.Read(before.Json), definition);
        TakeOutOfUse(versions);
        (draft.IsPublished, draft.PublishedAt, draft.PublishedById) = (true, o.Context.Now, o.Context.Actor.PersonId);
        Settle(draft);
        Forget(o, draft);
        draft.Json = Stamped(definition, draft, published: true);
        draft.Stamp++;
        var details = string.Join("; ", differences.Select(d => $"{d.Code} {d.Step}: {d.Before} → {d.After}"));
        o.Audit("Definition.Published", draft.Id, details.Length <= 3900 ? details : details[..3900] + "…", draft.Note);
    }

    /// <summary>
    /// Takes no new starts of a process; cases at work go on. Under four eyes asked for by one person and done by another. Its latest
    /// published version may be published again by <see cref="ResumeAsync"/>.
    /// </summary>
    /// <returns>True when it takes none; false when a second person has to do it.</returns>
    public Task<Result<bool>> RetireAsync(Actor actor, string versionId, string reason, CancellationToken cancellation = default) =>
        operations.RunAsync<bool>(actor, async o =>
        {
            if (!MayPublish(o.Context))
            {
                return Refusal.Forbidden;
            }

            if (await o.Db.DefinitionVersions.FirstOrDefaultAsync(v => v.Id == versionId, cancellation)
                is not { IsPublished: true } version)
            {
                return Refusal.NotFound;
            }

            if (MayOnlyDecide(o, version))
            {
                return Refusal.Forbidden;
            }

            if (WhyNotNote(reason.Trim()) is { } refusal)
            {
                return refusal;
            }

            if (NeedsSecondPerson(o, version))
            {
                AskForSecondPerson(o, version, reason.Trim());
                return false;
            }

            version.IsPublished = false;
            Settle(version);
            o.Audit("Definition.Retired", version.Id, "", reason.Trim());
            return true;
        }, cancellation: cancellation);

    /// <summary>
    /// An earlier version takes the new starts again: checked as it would be today, and under four eyes asked for by one person and done by
    /// another, like any other version.
    /// </summary>
    /// <returns>True when it takes them; false when a second person has to do it.</returns>
    public async Task<Result<bool>> ResumeAsync(Actor actor, string versionId, string reason, CancellationToken cancellation = default)
    {
        var unfit = await WhyNotPublishableAsync(actor, versionId, cancellation);
        var resumed = await operations.RunAsync<bool>(
            actor, o => TakeStartsAgainAsync(o, unfit.Refusal, versionId, reason.Trim(), cancellation), cancellation: cancellation);
        if (resumed is { IsSuccess: true, Value: true })
        {
            reference.Invalidate();
        }

        return resumed;
    }

    private static async Task<Result<bool>> TakeStartsAgainAsync(
        Operation o, Refusal? unfit, string versionId, string reason, CancellationToken cancellation)
    {
        if (!MayPublish(o.Context))
        {
            return Refusal.Forbidden;
        }

        var versions = await AllOfProcess(o, versionId).ToListAsync(cancellation);
        if (versions.Find(v => v.Id == versionId) is not { IsPublished: false, PublishedAt: not null } version)
        {
            return Refusal.NotFound;
        }

        if (MayOnlyDecide(o, version))
        {
            return Refusal.Forbidden;
        }

        if ((WhyNotNote(reason) ?? unfit) is { } refusal)
        {
            return refusal;
        }

        if (NeedsSecondPerson(o, version))
        {
            AskForSecondPerson(o, version, reason);
            return false;
        }

        TakeOutOfUse(versions);
        version.IsPublished = true;
        Settle(version);
        o.Audit("Definition.Resumed", version.Id, "", reason);
        return true;
    }
}
