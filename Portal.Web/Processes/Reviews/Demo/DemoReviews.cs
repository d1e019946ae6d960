using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;
using Portal.Web.Persistence.Seed;

namespace Portal.Web.Processes.Reviews.Demo;

/// <summary>
/// The demo's review cycles: last year's is closed, this year's is under way, with one comparable group above its quota and one
/// opinion reserved. Every proposal goes its real road with a moved clock.
/// </summary>
internal sealed class DemoReviews(DemoStage stage, int months)
{
    internal const string Coordinator = "S20";
    internal const string Clerk = "S03";

    /// <summary>The lead of its group reserves an opinion on the rating that the leader in charge lowered.</summary>
    internal const string ReservedArea = "A033";

    private readonly Dictionary<(int Year, string Area), Guid> _cases = [];

    public IEnumerable<DemoScript> Scripts()
    {
        var today = VietnamTime.DayOf(stage.Now);
        var running = today.Month >= 11 ? today.Year : today.Year - 1;
        foreach (var year in months < 12 ? [running] : new[] { running - 1, running })
        {
            var areas = AreasOf(year);
            if (areas.Count == 0 || new DateOnly(year, 10, 15) < DemoOrganisation.Begin)
            {
                continue;
            }

            yield return new DemoScript(DemoStage.Local(new DateOnly(year, 10, 14), 8, 0), () => CycleAsync(year, year < running));
            var reaches = year < running ? areas.ToDictionary(a => a, _ => Reach.Closed) : Reaches(areas);
            foreach (var (area, i) in areas.Select((a, i) => (a, i)))
            {
                var rating = RatingOf(area, areas, year < running);
                yield return new DemoScript(
                    DemoStage.Local(new DateOnly(year, 10, 16), 8, i % 60),
                    () => PlayAsync(new ReviewedArea(year, area, i, reaches[area], rating)));
            }
        }
    }

    // The cases of the areas are there when the cycle has been opened, and not before.
    private IAsyncEnumerable<DateTime> PlayAsync(ReviewedArea area) =>
        new ReviewPlay(stage, area, () => _cases.TryGetValue((area.Year, area.Area), out var id) ? id : null).PlayAsync();

    private IReadOnlyList<string> AreasOf(int year)
    {
        var day = new DateOnly(year, 10, 14);
        return [.. stage.Directory.Data.Areas.Where(a => Domain.Organisation.EffectiveDating.IsValidOn(a, day)
            && stage.Directory.GroupOfArea(a.Id, day) is not null).Select(a => a.Id).Order(StringComparer.Ordinal)];
    }

    private string KindOf(string area) => stage.Directory.Area(area)!.KindId;

    // 8 in consultation, 12 finalizing, 52 with the leader, 26 returned or passed on, 5 late with the lead, 2 not begun.
    private Dictionary<string, Reach> Reaches(IReadOnlyList<string> areas)
    {
        var others = areas.Where(a => KindOf(a) != "XA").ToList();
        var early = others.Take(7)
            .Select((a, i) => (Area: a, Reach: i < 2 ? Reach.Nothing : Reach.LateWithLead))
            .ToDictionary(x => x.Area, x => x.Reach);
        var pool = areas.Where(a => !early.ContainsKey(a)).ToList();
        for (var i = 0; i < pool.Count; i++)
        {
            early[pool[i]] = pool[i] == ReservedArea ? Reach.PassedOn : ReachAt(i * 37 % pool.Count);
        }

        return early;
    }

    private static Reach ReachAt(int place) => place switch
    {
        < 8 => Reach.InConsultation,
        < 20 => Reach.Finalizing,
        < 72 => Reach.WithLeader,
        < 78 => Reach.Returned,
        _ => Reach.PassedOn,
    };

    // This year 7 communes of 52 are proposed as Excellent where 31 are Good: one more than the ceiling of 6.
    private QualityRating RatingOf(string area, IReadOnlyList<string> areas, bool closed)
    {
        var peers = areas.Where(a => KindOf(a) == KindOf(area)).ToList();
        var place = peers.IndexOf(area) * 29 % Math.Max(1, peers.Count);
        var (good, excellent) = (peers.Count * 6 / 10, peers.Count * 6 / 10 / 5);
        if (KindOf(area) == "XA")
        {
            (good, excellent) = (31, closed ? 6 : 7);
        }

        if (place < excellent)
        {
            return QualityRating.Excellent;
        }

        if (place < excellent + good)
        {
            return QualityRating.Good;
        }

        if (place == peers.Count - 1 && peers.Count > 20)
        {
            return QualityRating.NotCompleted;
        }

        return QualityRating.Completed;
    }

    private async IAsyncEnumerable<DateTime> CycleAsync(int year, bool closes)
    {
        var opened = await stage.StartAsync("review-suggestion-annual", Coordinator, CycleOf(year), "cycle");
        if (opened is null)
        {
            yield break;
        }

        yield return DemoStage.Local(new DateOnly(year, 10, 15), 8, 30);
        await stage.AnswerAsync(
            opened.CaseId,
            "approve",
            stage.Directory.Head(VietnamTime.DayOf(stage.Clock))!,
            "OpenCycle",
            new LeaderOpinionInput { Secrecy = SecrecyGate.No });
        await KnowCasesAsync(year, opened.CaseId);
        if (closes)
        {
            await foreach (var next in CloseAsync(year, opened.CaseId))
            {
                yield return next;
            }
        }
    }

    private async IAsyncEnumerable<DateTime> CloseAsync(int year, Guid cycle)
    {
        yield return DemoStage.Local(new DateOnly(year, 11, 20), 15, 0);
        await stage.AnswerAsync(cycle, "dossier", Coordinator, "SubmitDossier", new DossierInput { Secrecy = SecrecyGate.No });
        yield return DemoStage.Local(new DateOnly(year, 11, 28), 9, 0);
        await stage.AnswerAsync(
            cycle,
            "send",
            Coordinator,
            "Sent",
            new SubmissionSentInput
            {
                Secrecy = SecrecyGate.No,
                DocumentNumber = "112-TTr/BTCTU",
                SentOn = VietnamTime.DayOf(stage.Clock),
            });
        yield return DemoStage.Local(new DateOnly(year + 1, 1, 30), 15, 0);
        await stage.AnswerAsync(cycle, "closing", Coordinator, "CloseCycle", new System.Text.Json.Nodes.JsonObject());
    }

    private async Task KnowCasesAsync(int year, Guid cycle)
    {
        var made = await stage.Operations.ReadAsync(db => db.Set<ReviewProposal>()
            .IgnoreAutoIncludes()
            .Where(p => p.CycleId == cycle)
            .Select(p => new { p.AreaId, p.CaseId })
            .ToListAsync());
        foreach (var proposal in made)
        {
            _cases[(year, proposal.AreaId)] = proposal.CaseId;
        }
    }

    private ReviewCycleInput CycleOf(int year)
    {
        var areas = AreasOf(year);
        var kinds = stage.Directory.Data.Kinds.ToDictionary(k => k.Id, k => k.Name);
        return new ReviewCycleInput
        {
            Secrecy = SecrecyGate.No,
            Year = year,
            Title = $"Kiểm điểm, xếp loại chất lượng năm {year.ToString(CultureInfo.InvariantCulture)}",
            ReferenceDate = new DateOnly(year, 10, 14),
            LegalBases =
            [
                new LegalBasisInput
                {
                    Document =
                        "Quy định số 366-QĐ/TW, ngày 30/8/2025 của Bộ Chính trị về kiểm điểm và đánh giá, xếp loại chất lượng đối với "
                            + "tập thể, cá nhân trong hệ thống chính trị",
                },
                new LegalBasisInput { Document = "Quy chế công tác đối với nhóm công chức theo dõi địa bàn của Ban Tổ chức Tỉnh ủy" },
            ],
            Scope = ReviewScope.CollectivesAndIndividuals,
            UsesScore = false,
            Conditions = RatingScale.Usual.Conditions,
            Quota = new QuotaInput { Percent = 20, ExceptionalPercent = 25, Base = QuotaBase.RatedGood, Rounding = QuotaRounding.Floor },
            ComparableGroups = [.. areas.GroupBy(KindOf).Select(g => new ComparableGroupInput { Name = kinds[g.Key], AreaIds = [.. g] })],
            Consultants = [.. stage.Directory.Data.Departments.SelectMany(d => d.WorkDomains.Select(w => new ConsultantInput
            {
                DepartmentId = d.Id,
                Domain = w,
            }))],
            Calendar = ReviewCalendar.Of(year),
        };
    }
}
