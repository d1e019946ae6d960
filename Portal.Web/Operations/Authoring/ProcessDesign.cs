using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Texts;
using Portal.Workflows;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Proving;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;

namespace Portal.Web.Operations.Authoring;

/// <summary>
/// Section 7.1: process designers change drafts, step by step and each change at once stored; what is published was checked, and a
/// second person published it. They see no case: counts only.
/// </summary>
public sealed partial class ProcessDesign(
    PortalOperations operations, ProcessCatalogue processes, ReferenceCache reference, TextCatalogue texts)
{
    /// <summary>Characters of the note to a version.</summary>
    public const int LongestNote = 4000;

    /// <summary>Designers change; administrators and the head read.</summary>
    public async Task<(bool Reads, bool Changes)> RightsAsync(Actor actor, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        return (Reads(context), IsDesigner(context));
    }

    public async Task<Result<IReadOnlyList<ProcessRow>>> ListAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (!(await RightsAsync(actor, cancellation)).Reads)
        {
            return Refusal.Forbidden;
        }

        return await operations.ReadAsync<Result<IReadOnlyList<ProcessRow>>>(async db =>
        {
            var open = await db.Instances.Join(
                db.Cases.Where(c => c.State == CaseState.Open), i => i.CaseId, c => c.Id, (i, c) => i.DefinitionVersionId)
                .GroupBy(v => v).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
            var versions = await db.DefinitionVersions.Select(v => new
            {
                v.Id,
                v.DefinitionId,
                v.Version,
                v.Name,
                v.IsPublished,
                v.ChangedAt,
                v.CreatedAt,
                v.ChangedById,
                v.PublishedAt,
                v.PublishedById,
                v.RequestedById,
                v.ReturnedById,
                v.ReturnNote,
                v.Note,
            }).ToListAsync(cancellation);
            return versions.GroupBy(v => v.DefinitionId)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new ProcessRow(g.Key, g.MaxBy(v => v.Version)!.Name, [.. g.OrderByDescending(v => v.Version).Select(v =>
                    new VersionRow(
                        v.Id,
                        v.Version,
                        v.IsPublished,
                        !v.IsPublished && v.PublishedAt is null,
                        open.GetValueOrDefault(v.Id),
                        v.ChangedAt == default ? v.CreatedAt : v.ChangedAt,
                        v.ChangedById,
                        v.PublishedAt,
                        v.PublishedById,
                        v.RequestedById,
                        v.Note,
                        v.ReturnedById,
                        v.ReturnNote))])).ToList();
        }, cancellation);
    }

    /// <summary>A version with what the check says of it.</summary>
    public async Task<Result<DesignView>> OpenAsync(Actor actor, string versionId, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        if (!Reads(context))
        {
            return Refusal.Forbidden;
        }

        var version = await operations.ReadAsync(
            db => db.DefinitionVersions.FirstOrDefaultAsync(v => v.Id == versionId, cancellation), cancellation);
        return version is null
            ? Refusal.NotFound
            : await ViewAsync(version, new CompiledDefinition(WorkflowDefinition.Read(version.Json)), IsDesigner(context), cancellation);
    }

    /// <summary>The draft of a process; made from its latest version where there is none.</summary>
    /// <returns>Id of the draft.</returns>
    public Task<Result<string>> DraftAsync(Actor actor, string definitionId, CancellationToken cancellation = default) =>
        operations.RunAsync<string>(actor, async o =>
        {
            if (!IsDesigner(o.Context))
            {
                return Refusal.Forbidden;
            }

            var versions = await o.Db.DefinitionVersions.Where(v => v.DefinitionId == definitionId)
                .OrderBy(v => v.Version)
                .ToListAsync(cancellation);
            if (versions.Count == 0)
            {
                return Refusal.NotFound;
            }

            if (versions.Find(v => v.IsDraft) is { } there)
            {
                return there.Id;
            }

            return Begin(o, definitionId, versions[^1].Name, versions, versions.Find(v => v.IsPublished)?.Json ?? versions[^1].Json).Id;
        }, cancellation: cancellation);

    /// <summary>Stores a change of a draft. Who saved meanwhile is named, and nothing is overwritten in silence.</summary>
    /// <param name="stamp">The count the change was made on; null takes over.</param>
    /// <returns>The draft after the change.</returns>
    public Task<Result<DesignView>> SaveAsync(
        Actor actor, string versionId, WorkflowDefinition definition, int? stamp, CancellationToken cancellation = default) =>
        SaveAsync(actor, versionId, new CompiledDefinition(definition), stamp, cancellation);

    /// <summary>The same, for callers that have compiled the definition already.</summary>
    public async Task<Result<DesignView>> SaveAsync(
        Actor actor, string versionId, CompiledDefinition compiled, int? stamp, CancellationToken cancellation = default)
    {
        var saved = await WriteAsync(actor, versionId, compiled.Definition, stamp, cancellation);
        return saved.IsSuccess ? await ViewAsync(saved.Value, compiled, mayEdit: true, cancellation) : saved.Refusal;
    }

    private Task<Result<DefinitionVersion>> WriteAsync(
        Actor actor, string versionId, WorkflowDefinition definition, int? stamp, CancellationToken cancellation) =>
        operations.RunAsync<DefinitionVersion>(actor, async o =>
        {
            var found = await DraftToChangeAsync(o, versionId, stamp, cancellation);
            if (!found.IsSuccess)
            {
                return found.Refusal;
            }

            if (definition.DefinitionId != found.Value.DefinitionId)
            {
                return Refusal.NotFound;
            }

            var before = found.Value.Json;
            Change(o, found.Value, definition);
            Remember(o, found.Value, before);
            return found.Value;
        }, cancellation: cancellation);

    private static async Task<Result<DefinitionVersion>> DraftToChangeAsync(
        Operation o, string versionId, int? stamp, CancellationToken cancellation)
    {
        if (!IsDesigner(o.Context))
        {
            return Refusal.Forbidden;
        }

        if (await o.Db.DefinitionVersions.FirstOrDefaultAsync(v => v.Id == versionId, cancellation) is not { } version)
        {
            return Refusal.NotFound;
        }

        if (!version.IsDraft)
        {
            return DesignRefusals.NotDraft;
        }

        return stamp is null || stamp == version.Stamp ? version : ChangedMeanwhile(o, version);
    }

    // A request to publish was about the draft as it was before: it lapses with the change.
    private static void Change(Operation o, DefinitionVersion version, WorkflowDefinition definition)
    {
        (version.Json, version.Name, version.ChangedAt, version.ChangedById, version.RequestedById) = (
            Stamped(definition, version, published: false), definition.Name, o.Context.Now, o.Context.Actor.PersonId, "");
        version.Touch(o.Context.Actor.PersonId);
        version.Stamp++;
    }

    public Task<Result> DiscardAsync(Actor actor, string versionId, CancellationToken cancellation = default) =>
        operations.RunAsync(actor, async o =>
        {
            if (!IsDesigner(o.Context))
            {
                return Refusal.Forbidden;
            }

            if (await o.Db.DefinitionVersions.FirstOrDefaultAsync(v => v.Id == versionId, cancellation) is not { IsDraft: true } draft)
            {
                return Refusal.NotFound;
            }

            if (await o.Db.DefinitionVersions.Where(v => v.DefinitionId == draft.DefinitionId && v.Id != draft.Id)
                .OrderByDescending(v => v.Version)
                .FirstOrDefaultAsync(cancellation) is { } before)
            {
                before.IsLatest = true;
            }

            o.Db.DefinitionVersions.Remove(draft);
            o.Audit("Definition.Discarded", draft.Id);
            return Result.Ok;
        }, cancellation: cancellation);

    /// <summary>What differs between two versions of one process.</summary>
    public async Task<Result<VersionComparison>> CompareAsync(
        Actor actor, string beforeId, string afterId, CancellationToken cancellation = default)
    {
        if (!(await RightsAsync(actor, cancellation)).Reads)
        {
            return Refusal.Forbidden;
        }

        var both = await operations.ReadAsync(
            db => db.DefinitionVersions.Where(v => v.Id == beforeId || v.Id == afterId).ToListAsync(cancellation), cancellation);
        if (both.Find(v => v.Id == beforeId) is not { } old
            || both.Find(v => v.Id == afterId) is not { } now
            || old.DefinitionId != now.DefinitionId)
        {
            return Refusal.NotFound;
        }

        var (before, after) = (WorkflowDefinition.Read(old.Json), WorkflowDefinition.Read(now.Json));
        return new VersionComparison(before, after, DefinitionDifference.Between(before, after));
    }

    /// <summary>Who would act at a step today, for an area: by the organisation alone, without a case.</summary>
    public async Task<IReadOnlyList<string>> WhoTodayAsync(
        Actor actor, IReadOnlyList<string> who, string areaId, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var (directory, today) = (context.Directory, context.Today);
        var group = directory.GroupOfArea(areaId, today);
        static IEnumerable<string> One(string? id) => id is null ? [] : [id];
        return [.. who.SelectMany(w => w switch
        {
            "groupLead" => One(group is null ? null : directory.LeadOf(group, today)),
            "groupMembers" => group is null ? [] : directory.MembersOf(group, today),
            "leaderInCharge" => One(directory.LeaderInCharge(areaId, group, today)),
            "head" => One(directory.Head(today)),
            "standingDeputy" => One(directory.StandingDeputy(today)),
            _ when w.StartsWith("role:", StringComparison.Ordinal) && Enum.TryParse<Role>(w[5..], out var role) =>
                directory.PeopleWith(role, today),
            _ when w.StartsWith("person:", StringComparison.Ordinal) => One(w[7..]),
            _ => [],
        }).Distinct()];
    }

    /// <summary>What mends a finding the usual way; null where there is no usual way.</summary>
    public Func<WorkflowDefinition>? Mending(CompiledDefinition definition, Problem problem) =>
        processes.Find(definition.Definition.DefinitionId) is { } process
            ? DefinitionEditor.Mend(definition, process.Conduct, problem) : null;

    /// <summary>What makes that a definition cannot be run at all.</summary>
    private static readonly HashSet<string> CannotRun =
    [
        "NoStart", "UnknownActivity", "DuplicateId", "BadSettings", "ScriptSyntax", "ScriptNotAllowed", "UnknownVariable",
        "NoProcess", "NoMoment",
    ];

    // What breaks the regulation is told first; only what can run is gone through.
    private (IReadOnlyList<Problem> Problems, Proof? Proof) Check(CompiledDefinition definition, ReferenceData data)
    {
        var key = definition.Definition.DefinitionId;
        var process = processes.Find(key);
        var found = DefinitionCheck.Run(definition, new CheckContext(
            processes.Forms, data.Clauses.Keys.ToHashSet(),
            process?.MandatoryRules ?? new Dictionary<string, string>(),
            ShippedProcesses.Answers(key),
            data.OwnProcesses.Keys.Concat(processes.All.Where(p => p.Opening<OpenedByDispatch>() is not null).Select(p => p.Key))
                .ToHashSet()));
        if (process is null || found.Any(p => CannotRun.Contains(p.Code)))
        {
            return (found, null);
        }

        var proof = Proof.Of(definition, process.Conduct, ShippedProcesses.AddedTo(definition));
        var apart = found.Where(p => p.Code == "Unreachable").Select(p => p.ActivityId).ToHashSet();
        return ([.. proof.Problems.Where(p => p.Code != "NeverReached" || !apart.Contains(p.ActivityId)), .. found], proof);
    }

    private async Task<DesignView> ViewAsync(DefinitionVersion v, CompiledDefinition compiled, bool mayEdit, CancellationToken cancellation)
    {
        var data = await reference.GetAsync(cancellation);
        var (problems, proof) = Check(compiled, data);
        return new DesignView(
            new VersionRow(
                v.Id,
                v.Version,
                v.IsPublished,
                v.IsDraft,
                0,
                v.ChangedAt,
                v.ChangedById,
                v.PublishedAt,
                v.PublishedById,
                v.RequestedById,
                v.Note,
                v.ReturnedById,
                v.ReturnNote),
            v.DefinitionId,
            compiled,
            v.Json,
            v.Stamp,
            problems,
            mayEdit && v.IsDraft)
        {
            MayUndo = v.IsDraft && v.Revision > v.OldestRevision,
            MayRedo = v.IsDraft && v.Revision < v.NewestRevision,
            Proved = proof is { IsComplete: true } && problems.All(p => p.Severity != ProblemSeverity.Error) ? proof.States : null,
        };
    }

    private static Refusal ChangedMeanwhile(Operation o, DefinitionVersion version) =>
        DesignRefusals.ChangedBy(o.Context.Directory.NameOf(version.ChangedById), version.ChangedAt);

    // The JSON carries the same name and version as its row, so that an export reads as if Elsa had written it.
    private static string Stamped(WorkflowDefinition definition, DefinitionVersion version, bool published) =>
        definition.WriteAs(version.Id, version.Version, published);

    private static bool IsDesigner(CaseContext context) =>
        context.Directory.HasRole(context.Actor.PersonId, Role.ProcessDesigner, context.Today);

    private static bool Reads(CaseContext context) =>
        IsDesigner(context)
        || context.Directory.HasRole(context.Actor.PersonId, Role.SystemAdministrator, context.Today)
        || context.Directory.HasRole(context.Actor.PersonId, Role.ComplianceOfficer, context.Today)
        || context.Directory.IsLeader(context.Actor.PersonId, context.Today);
}
