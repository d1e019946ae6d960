using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Domain.Reviews;
using Portal.Web.Operations;
using Portal.Web.Operations.Forms;
using Portal.Web.Persistence;
using Portal.Web.Texts;
using Portal.Workflows.Runtime;

namespace Portal.Web.Processes.Reviews;

/// <summary>
/// P3 beyond single cases: the board of a cycle, its dossier, what is known of an area. Every read asks <see cref="CaseAccess"/>.
/// </summary>
public sealed class ReviewCycles(PortalOperations operations, Localizer texts, IEnumerable<IInternalMatters> matters)
{
    private const int MaxEvidence = 60;

    /// <summary>Former years shown beside a proposal at most.</summary>
    private const int MostPast = 5;

    /// <summary>Cycles, the newest first; drafts only for who prepares and approves them.</summary>
    public async Task<IReadOnlyList<CycleRow>> CyclesAsync(Actor actor, CancellationToken cancellation = default)
    {
        var (_, scope) = await ScopeAsync(actor, cancellation);
        return await operations.ReadAsync(async db =>
        {
            var readable = db.Cases.Where(CaseAccess.Content(scope)).Where(c => c.ProcessKey == ReviewCycle.ProcessKey);
            var numbers = await readable.ToDictionaryAsync(c => c.Id, c => c.Number, cancellation);
            var cycles = await db.Set<ReviewCycle>().OrderByDescending(c => c.Year).ThenBy(c => c.Status == ReviewCycleStatus.Cancelled)
                .Select(c => new { c.CaseId, c.Year, c.Content, c.Status }).ToListAsync(cancellation);
            return (IReadOnlyList<CycleRow>)[.. cycles.Where(c => numbers.ContainsKey(c.CaseId)
                || c.Status is not (ReviewCycleStatus.Draft
                    or ReviewCycleStatus.AwaitingHead
                    or ReviewCycleStatus.Returned
                    or ReviewCycleStatus.Cancelled))
                .Select(c => new CycleRow(c.CaseId, c.Year, c.Content.Title ?? "", c.Status, numbers.GetValueOrDefault(c.CaseId)))];
        }, cancellation);
    }

    /// <summary>The board of a cycle: areas that the person may know of, where each stands, who is late.</summary>
    public async Task<ReviewBoard?> BoardAsync(Actor actor, Guid cycleId, CancellationToken cancellation = default)
    {
        var (context, scope) = await ScopeAsync(actor, cancellation);
        if ((await CyclesAsync(actor, cancellation)).FirstOrDefault(c => c.Id == cycleId) is not { } row)
        {
            return null;
        }

        return await operations.ReadAsync(async db =>
        {
            var cycle = await db.Set<ReviewCycle>().FirstAsync(c => c.CaseId == cycleId, cancellation);
            var proposals = db.Set<ReviewProposal>().IgnoreAutoIncludes().Where(p => p.CycleId == cycleId);
            var known = await KnownAsync(proposals, db.Cases.Where(CaseAccess.Title(scope)), cancellation);
            var readable = (await db.Cases.Where(CaseAccess.Content(scope))
                .Where(c => c.ParentId == cycleId)
                .Select(c => c.Id)
                .ToListAsync(cancellation)).ToHashSet();
            var suggestions = await SuggestionsAsync(db, proposals, cancellation);
            var steps = await NextStepsAsync(db, proposals, scope, cancellation);
            var rows = known
                .Select(p =>
                {
                    var alive = suggestions[p.CaseId].Count(s => IsAliveFor(scope, p, s));
                    return RowOf(p, context, readable.Contains(p.CaseId) ? alive : null, steps.GetValueOrDefault(p.CaseId));
                })
                .OrderBy(r => KindOrder(context, r.KindId))
                .ThenBy(r => context.Directory.AreaName(r.AreaId), VietnameseText.Comparer)
                .ToList();
            var levels = rows.Where(r => r.HasContent && (r.Decided ?? r.Proposed) is not null)
                .ToLookup(r => r.ComparableGroup, r => (r.Decided ?? r.Proposed)!.Value);
            return new ReviewBoard(
                row,
                rows,
                levels.Count == 0 ? [] : cycle.CountOf(levels),
                rows.Count(r => r.HasContent) == cycle.AreaIds.Count,
                row.Number is not null && rows.Count > 0);
        }, cancellation);
    }

    private static Task<List<KnownProposal>> KnownAsync(
        IQueryable<ReviewProposal> proposals, IQueryable<Case> cases, CancellationToken cancellation) =>
        proposals.Join(cases, p => p.CaseId, c => c.Id, (p, c) => new KnownProposal(
            p.CaseId,
            p.AreaId,
            p.GroupId,
            p.ComparableGroup,
            p.Status,
            p.ProposedRating,
            p.DecidedRating,
            p.AdvisedRating,
            p.FinalRating,
            p.Rounds,
            c.Number,
            EF.Property<List<MemberInputNote>>(p, "_inputs"),
            p.Outcome,
            p.Released))
            .ToListAsync(cancellation);

    private static async Task<ILookup<Guid, KnownSuggestion>> SuggestionsAsync(
        PortalDbContext db, IQueryable<ReviewProposal> proposals, CancellationToken cancellation)
    {
        var suggestions = await proposals
            .Join(
                db.Set<ReviewSuggestion>(),
                p => p.CaseId,
                s => s.CaseId,
                (p, s) => new KnownSuggestion(p.CaseId, p.GroupId, s.SubjectType, s.Number, s.Status))
            .ToListAsync(cancellation);
        return suggestions.ToLookup(s => s.CaseId);
    }

    /// <summary>For each proposal that waits for somebody, the open step that is due first.</summary>
    private static async Task<Dictionary<Guid, OpenStep>> NextStepsAsync(
        PortalDbContext db, IQueryable<ReviewProposal> proposals, AccessScope scope, CancellationToken cancellation)
    {
        var discreet = scope.IsLeader || scope.IsCoordinator ? [] : ReviewAudience.DiscreetSteps;
        var open = await db.UserTasks
            .Where(t => t.State == UserTaskState.Open && !t.IsOptional && proposals.Any(p => p.CaseId == t.CaseId))
            .Where(t => !discreet.Contains(t.StepId))
            .Select(t => new OpenStep(t.CaseId, t.StepId, t.Title, t.DueAt))
            .ToListAsync(cancellation);
        return open.GroupBy(t => t.CaseId).ToDictionary(g => g.Key, g => g.OrderBy(t => t.DueAt ?? DateTime.MaxValue).First());
    }

    // What the Standing Committee refused counts as before for the group, until the head lets it know (E-R9).
    private static bool IsAliveFor(AccessScope scope, KnownProposal proposal, KnownSuggestion suggestion) =>
        suggestion.Status is not (SuggestionStatus.DroppedByLeader or SuggestionStatus.DroppedByCollective)
        && (suggestion.Status != SuggestionStatus.NotApproved
            || !(scope.IsLeader || scope.IsCoordinator || IsReleased(proposal, suggestion)))
        && (suggestion.SubjectType == ReviewSubjectType.Collective || SeesIndividuals(scope, suggestion.GroupId));

    private static bool IsReleased(KnownProposal proposal, KnownSuggestion suggestion) =>
        proposal.Outcome?.ReleasedToGroup == true || proposal.Released?.Releases(suggestion.SubjectType, suggestion.Number) == true;

    // Who may not read the case sees that there is one and where it waits, and nothing of what it says.
    private static ReviewRow RowOf(KnownProposal proposal, CaseContext context, int? suggestions, OpenStep? step)
    {
        var hasContent = suggestions is not null;
        return new ReviewRow(
            proposal.AreaId,
            context.Directory.Area(proposal.AreaId)?.KindId ?? "",
            proposal.GroupId,
            proposal.ComparableGroup,
            proposal.Number,
            proposal.Status,
            hasContent,
            proposal.Inputs.Count > 0 || proposal.Rounds > 0,
            hasContent ? proposal.Proposed : null,
            hasContent ? proposal.Decided : null,
            hasContent ? proposal.Advised : null,
            hasContent ? proposal.Final : null,
            suggestions,
            step?.StepId,
            step?.Title,
            step?.DueAt);
    }

    /// <summary>
    /// RP-15; not found for who may not read the cycle. A proposal that lies with its group or leader yet is left out for the others.
    /// </summary>
    public async Task<Result<ReviewDossierView>> DossierAsync(Actor actor, Guid cycleId, CancellationToken cancellation = default)
    {
        var (context, scope) = await ScopeAsync(actor, cancellation);
        var view = await operations.ReadAsync(async db =>
        {
            if (await db.Cases.Where(CaseAccess.Content(scope)).FirstOrDefaultAsync(c => c.Id == cycleId, cancellation) is not { } found
                || await db.Set<ReviewCycle>().FirstOrDefaultAsync(c => c.CaseId == cycleId, cancellation) is not { } cycle)
            {
                return null;
            }

            var cases = await db.Cases.Where(CaseAccess.Content(scope))
                .Where(c => c.ParentId == cycleId)
                .Include(c => c.People)
                .Include(c => c.Areas)
                .AsSplitQuery()
                .ToDictionaryAsync(c => c.Id, cancellation);
            var proposals = await db.Set<ReviewProposal>().Where(p => p.CycleId == cycleId).AsSplitQuery().ToListAsync(cancellation);
            var opinions = (await db.ReservedOpinions.Where(o => db.Cases.Any(c => c.Id == o.CaseId && c.ParentId == cycleId))
                .OrderBy(o => o.At)
                .ToListAsync(cancellation)).ToLookup(o => o.CaseId);
            var fileNames = await FileNamesAsync(db, [.. opinions.SelectMany(o => o).SelectMany(o => o.Files ?? [])], cancellation);
            var evidence = await EvidenceOfAsync(db, scope, proposals, cancellation);
            var areas = proposals.Where(p => cases.ContainsKey(p.CaseId) && p.Rounds > 0)
                .OrderBy(p => KindOrder(context, context.Directory.Area(p.AreaId)?.KindId))
                .ThenBy(p => context.Directory.AreaName(p.AreaId), VietnameseText.Comparer)
                .Select(p => AreaFor(scope, p, cases[p.CaseId], opinions[p.CaseId], evidence, fileNames))
                .ToList();
            return new ReviewDossierView(
                cycle,
                found.Number,
                areas,
                MissingOf(cycle, proposals, areas),
                cycle.Status == ReviewCycleStatus.InProgress ? cycle.Count(proposals) : cycle.DossierQuota,
                cycle.IsDecided(proposals),
                areas.Exists(a => a.Suggestions.Any(s => s.SubjectType == ReviewSubjectType.Individual)))
            {
                ReadFor = CaseAccess.ReadsRestrictedFor(scope, found),
            };
        }, cancellation);
        if (view is null)
        {
            return Refusal.NotFound;
        }

        if (view.HasRestricted)
        {
            var recorded = await operations.RecordAsync(
                actor, "Case.RestrictedRead", view.Number, caseId: view.Cycle.CaseId, actingFor: view.ReadFor,
                cancellation: cancellation);
            if (!recorded.IsSuccess)
            {
                return recorded.Refusal;
            }
        }

        return view;
    }

    private static List<DossierMissing> MissingOf(ReviewCycle cycle, List<ReviewProposal> proposals, List<DossierArea> areas)
    {
        var gaps = (cycle.Dossier?.Gaps ?? []).ToDictionary(g => g.AreaId!, g => g.Reason ?? "");
        var there = areas.Where(a => a.Proposal.HasReachedCollective).Select(a => a.Proposal.AreaId).ToHashSet();
        var states = proposals.ToDictionary(p => p.AreaId, p => p.Status);
        return
        [
            .. cycle.AreaIds.Where(a => !there.Contains(a))
                .Select(a => new DossierMissing(a, states.GetValueOrDefault(a), gaps.GetValueOrDefault(a, ""))),
        ];
    }

    private static async Task<IReadOnlyDictionary<Guid, string>> FileNamesAsync(
        PortalDbContext db, List<Guid> ids, CancellationToken cancellation) =>
        await db.Attachments.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.FileName, cancellation);

    // Number and title, or the number alone where the reader may not know more.
    private static async Task<IReadOnlyDictionary<Guid, LinkedCase>> EvidenceOfAsync(
        PortalDbContext db, AccessScope scope, List<ReviewProposal> proposals, CancellationToken cancellation)
    {
        var ids = proposals.SelectMany(p => p.Suggestions).SelectMany(s => s.Content.EvidenceCases ?? []).Distinct().ToList();
        var titles = await db.Cases.Where(CaseAccess.Title(scope)).Where(c => ids.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => c.Title, cancellation);
        var numbers = await db.Cases.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Number }).ToListAsync(cancellation);
        return numbers.ToDictionary(c => c.Id, c => new LinkedCase(c.Id, c.Number, titles.GetValueOrDefault(c.Id)));
    }

    /// <summary>What of an area's proposal the person may read.</summary>
    internal static DossierArea AreaFor(
        AccessScope scope, ReviewProposal proposal, Case subject, IEnumerable<ReservedOpinion> opinions,
        IReadOnlyDictionary<Guid, LinkedCase> evidence, IReadOnlyDictionary<Guid, string> fileNames)
    {
        var restricted = CaseAccess.CanReadPart(scope, subject, Sensitivity.Restricted, "");
        var leaders = CaseAccess.CanReadPart(scope, subject, Sensitivity.Leaders, "");
        var suggestions = proposal.Suggestions.Where(s => (s.SubjectType == ReviewSubjectType.Collective || restricted)
            && (leaders || proposal.IsKnownToGroup(s)));
        var readable = opinions.Where(o => CaseAccess.CanReadPart(scope, subject, o.Sensitivity, o.AuthorId))
            .Select(o => new DossierOpinion(
                o.AuthorId, o.At, o.Opinion, o.Difference, o.Grounds, o.IsLate, o.WithdrawnAt is not null, o.Response,
                [.. (o.Files ?? []).Select(f => fileNames.GetValueOrDefault(f)).OfType<string>()], o.Stub));
        return new DossierArea(proposal, subject.Number, [.. suggestions], [.. readable], evidence,
            [.. proposal.Carried.Where(r => restricted || r.OfIndividual != true)]);
    }

    /// <summary>Longest purpose of an export, in characters.</summary>
    private const int MaxPurpose = 500;

    /// <summary>
    /// Section 9: an export is recorded; one that names individuals says what for. What is said may name them: it stands on the case, for
    /// who reads them, and not in the trail, which others read.
    /// </summary>
    public async Task<Result<ReviewDossierView>> ExportAsync(
        Actor actor, Guid cycleId, string document, string purpose, CancellationToken cancellation = default)
    {
        var view = await DossierAsync(actor, cycleId, cancellation);
        if (!view.IsSuccess)
        {
            return view.Refusal;
        }

        if (view.Value.HasRestricted && Reasons.WhyNot(purpose, "purpose", MaxPurpose) is { } refusal)
        {
            return refusal;
        }

        if (purpose.Trim().Length > MaxPurpose)
        {
            return Refusal.Invalid([new FieldError("purpose", "Common.TooLong", null, MaxPurpose)]);
        }

        var recorded = await operations.RunAsync(actor, o =>
        {
            o.Audit("Case.Exported", view.Value.Number, document, caseId: cycleId, actingFor: view.Value.ReadFor);
            if (purpose.Trim() is { Length: > 0 } said)
            {
                o.Db.Comments.Add(new CaseComment
                {
                    CaseId = cycleId,
                    PersonId = actor.PersonId,
                    Text = $"{document}: {said}",
                    At = o.Context.Now,
                    Sensitivity = view.Value.HasRestricted ? Sensitivity.Restricted : Sensitivity.Normal,
                });
            }

            return Task.FromResult(Result.Ok);
        }, cancellation: cancellation);
        return recorded.IsSuccess ? view : recorded.Refusal;
    }

    /// <summary>Step 2: what the year has shown of the area. For who reads the case; else nothing.</summary>
    public async Task<ReviewDigest?> DigestAsync(Actor actor, Guid caseId, CancellationToken cancellation = default)
    {
        var (context, scope) = await ScopeAsync(actor, cancellation);
        return await operations.ReadAsync(async db =>
        {
            if (!await db.Cases.Where(CaseAccess.Content(scope)).AnyAsync(c => c.Id == caseId, cancellation)
                || await db.Set<ReviewProposal>()
                    .IgnoreAutoIncludes()
                    .FirstOrDefaultAsync(p => p.CaseId == caseId, cancellation) is not { } proposal)
            {
                return null;
            }

            var (area, year) = (proposal.AreaId, proposal.Year);
            var (from, to) = (VietnamTime.ToUtc(new DateTime(year, 1, 1)), VietnamTime.ToUtc(new DateTime(year + 1, 1, 1)));
            var held = await db.Cases.Where(c => c.BeganAt >= from && c.BeganAt < to && c.Areas.Any(a => a.AreaId == area))
                .GroupBy(c => c.Engagement).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
            int Held(EngagementKind kind) => held.Find(h => h.Key == kind)?.Count ?? 0;
            var items = await db.ReportItems.Where(i => i.AreaId == area
                && i.CreatedAt >= from
                && i.CreatedAt < to
                && i.Sensitivity == Sensitivity.Normal)
                .GroupBy(i => i.Kind).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
            var individuals = SeesIndividuals(scope, proposal.GroupId);
            int? issues = individuals
                ? await MattersAsync(db, db.Cases.Where(CaseAccess.Content(scope)), area, from, to, cancellation)
                : null;
            var before = await db.Set<ReviewProposal>()
                .Where(p => p.AreaId == area && p.CaseId != caseId && p.Year < year)
                .OrderByDescending(p => p.Year)
                .Take(MostPast)
                .ToListAsync(cancellation);
            var earlier = before.SelectMany(p => p.Suggestions.Where(s => s.IsIssued
                && (s.SubjectType == ReviewSubjectType.Collective || individuals)).Select(s => (p.Year, s.Text, s.Status))).ToList();
            var share = await ShareAsync(db, proposal, cancellation);
            var past = await db.Set<PastRating>()
                .Where(r => r.AreaId == area && r.Year < year)
                .OrderByDescending(r => r.Year)
                .Take(MostPast)
                .ToListAsync(cancellation);
            return new ReviewDigest(
                Held(EngagementKind.Trip),
                Held(EngagementKind.Meeting),
                [.. items.Select(i => (i.Key, i.Count))],
                issues,
                [
                    .. before.Where(p => !p.IsAdHoc).Select(p => (p.Year, p.CurrentRating, p.FinalRating)),
                    .. past.Where(r => !before.Exists(p => !p.IsAdHoc && p.Year == r.Year))
                        .Select(r => (r.Year, (QualityRating?)null, (QualityRating?)r.Level)),
                ],
                earlier,
                share);
        }, cancellation);
    }

    /// <summary>How much of the ceiling the group's own proposals take up in the comparable group; null outside a cycle.</summary>
    private static async Task<QuotaCount?> ShareAsync(PortalDbContext db, ReviewProposal proposal, CancellationToken cancellation)
    {
        if (proposal.CycleId is not { } cycleId
            || await db.Set<ReviewCycle>().FirstOrDefaultAsync(c => c.CaseId == cycleId, cancellation) is not { } cycle)
        {
            return null;
        }

        var own = await db.Set<ReviewProposal>()
            .IgnoreAutoIncludes()
            .Where(p => p.CycleId == cycleId && p.GroupId == proposal.GroupId && p.ComparableGroup == proposal.ComparableGroup)
            .Select(p => new { p.ProposedRating, p.DecidedRating })
            .ToListAsync(cancellation);
        var levels = own.Where(p => (p.DecidedRating ?? p.ProposedRating) is not null)
            .ToLookup(_ => proposal.ComparableGroup, p => (p.DecidedRating ?? p.ProposedRating)!.Value);
        return cycle.CountOf(levels).FirstOrDefault(q => q.Group == proposal.ComparableGroup);
    }

    /// <summary>Trips and meetings of the area in the year, to be named as evidence; those that the person may read.</summary>
    /// <param name="kind">Only matters of this kind; null for all that took place or will.</param>
    public async Task<IReadOnlyList<Option>> EvidenceAsync(
        Actor actor, Guid caseId, EngagementKind? kind, CancellationToken cancellation = default)
    {
        var (_, scope) = await ScopeAsync(actor, cancellation);
        return await operations.ReadAsync(async db =>
        {
            if (await db.Set<ReviewProposal>()
                .IgnoreAutoIncludes()
                .FirstOrDefaultAsync(p => p.CaseId == caseId, cancellation) is not { } proposal)
            {
                return [];
            }

            var since = VietnamTime.ToUtc(new DateTime(proposal.Year, 1, 1));
            var rows = await db.Cases.Where(CaseAccess.Content(scope))
                .Where(c => c.Engagement != null
                    && (kind == null || c.Engagement == kind)
                    && c.CreatedAt >= since
                    && c.Areas.Any(a => a.AreaId == proposal.AreaId))
                .OrderByDescending(c => c.CreatedAt)
                .Take(MaxEvidence)
                .Select(c => new { c.Id, c.Number, c.Title })
                .ToListAsync(cancellation);
            return (IReadOnlyList<Option>)[.. rows.Select(r => new Option(r.Id.ToString(), $"{r.Number} {texts[r.Title]}"))];
        }, cancellation);
    }

    /// <summary>Levels of an area, year by year, the newest first; of the cases that the person may read (R-REV-07).</summary>
    public async Task<IReadOnlyList<YearRating>> RatingsAsync(Actor actor, string areaId, CancellationToken cancellation = default)
    {
        var (_, scope) = await ScopeAsync(actor, cancellation);
        return await operations.ReadAsync(
            async db => await db.Set<ReviewProposal>().IgnoreAutoIncludes().Where(p => p.AreaId == areaId && p.CycleId != null)
                .Join(db.Cases.Where(CaseAccess.Content(scope)), p => p.CaseId, c => c.Id, (p, c) => new { p, c.Number })
                .OrderByDescending(x => x.p.Year)
                .Select(x => new YearRating(x.p.Year, x.Number, x.p.ProposedRating, x.p.DecidedRating, x.p.FinalRating))
                .ToListAsync(cancellation),
            cancellation);
    }

    /// <summary>
    /// Official levels of an area for years before the portal, the newest first; for leaders, coordinators and those who watch the area.
    /// </summary>
    public async Task<IReadOnlyList<PastRating>> PastRatingsAsync(Actor actor, string areaId, CancellationToken cancellation = default)
    {
        var (_, scope) = await ScopeAsync(actor, cancellation);
        return scope.IsHead || scope.IsLeader || scope.IsCoordinator || scope.AreaIds.Contains(areaId)
            ? await operations.ReadAsync(
                db => db.Set<PastRating>().Where(r => r.AreaId == areaId).OrderByDescending(r => r.Year).ToListAsync(cancellation),
                cancellation)
            : [];
    }

    private async Task<(CaseContext Context, AccessScope Scope)> ScopeAsync(Actor actor, CancellationToken cancellation)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        return (context, AccessScope.Of(actor.PersonId, context.Directory, context.Today));
    }

    private static bool SeesIndividuals(AccessScope scope, string groupId) =>
        scope.IsHead || scope.IsCoordinator || scope.IsLeader || scope.RestrictedGroupIds.Contains(groupId);

    private static int KindOrder(CaseContext context, string? kindId) =>
        context.Directory.Data.Kinds.FirstOrDefault(k => k.Id == kindId)?.Order ?? int.MaxValue;

    /// <summary>A proposal whose case the person may know of.</summary>
    private sealed record KnownProposal(
        Guid CaseId,
        string AreaId,
        string GroupId,
        string ComparableGroup,
        ReviewProposalStatus Status,
        QualityRating? Proposed,
        QualityRating? Decided,
        QualityRating? Advised,
        QualityRating? Final,
        int Rounds,
        string Number,
        List<MemberInputNote> Inputs,
        OutcomeInput? Outcome,
        ReleaseInput? Released);

    private sealed record KnownSuggestion(Guid CaseId, string GroupId, ReviewSubjectType SubjectType, int Number, SuggestionStatus Status);

    private sealed record OpenStep(Guid CaseId, string StepId, string Title, DateTime? DueAt);

    private async Task<int> MattersAsync(
        PortalDbContext db, IQueryable<Case> readable, string area, DateTime from, DateTime to, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var source in matters)
        {
            count += await source.CountAsync(db, readable, area, from, to, cancellation);
        }

        return count;
    }
}
