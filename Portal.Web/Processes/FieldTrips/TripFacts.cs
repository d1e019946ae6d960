using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Web.Persistence;

namespace Portal.Web.Processes.FieldTrips;

/// <summary>P1: what trips found out about an area, and which are planned.</summary>
public sealed class TripFacts : IAreaFacts
{
    /// <summary>Trips of one area that are looked at.</summary>
    private const int MostTrips = 200;

    public async Task<IReadOnlyList<AreaFact>> BetweenAsync(
        PortalDbContext db, IQueryable<Case> readable, IReadOnlyCollection<string> areaIds, DateTime from, DateTime to,
        CancellationToken cancellation = default)
    {
        var ofArea = db.Set<CaseArea>().Where(a => areaIds.Contains(a.AreaId)).Select(a => a.CaseId);
        var trips = await db.Set<FieldTrip>().Where(t => t.DepartsAt >= from && t.DepartsAt < to && t.DepartedAt != null)
            .Join(readable.Where(c => ofArea.Contains(c.Id)), t => t.CaseId, c => c.Id, (t, c) => new { Trip = t, c.Number })
            .OrderBy(t => t.Trip.DepartsAt)
            .Take(MostTrips)
            .ToListAsync(cancellation);
        var planned = await PlannedAsync(db, readable, areaIds, from, to, cancellation);
        return [.. trips.SelectMany(t => Of(t.Trip, t.Number, areaIds)), .. planned];
    }

    private static IEnumerable<AreaFact> Of(FieldTrip trip, string number, IReadOnlyCollection<string> areaIds)
    {
        AreaFact Fact(AreaFactKind kind, string? text = null, string? domain = null) =>
            new(kind, number, trip.DepartsAt, text ?? "", domain);
        yield return Fact(AreaFactKind.Visit);
        if (trip.Result is not { ConcernsPersonnel: not true } result || result.IsStub())
        {
            yield break;
        }

        foreach (var part in (result.Situation ?? []).Where(s => areaIds.Contains(s.AreaId!)))
        {
            yield return Fact(AreaFactKind.Situation, part.Text, part.Domain);
        }

        yield return Fact(AreaFactKind.Guidance, result.Guidance);
        yield return Fact(AreaFactKind.Commitment, result.Commitments);
        yield return Fact(AreaFactKind.Proposal, result.Proposals);
    }

    private static async Task<IEnumerable<AreaFact>> PlannedAsync(
        PortalDbContext db, IQueryable<Case> readable, IReadOnlyCollection<string> areaIds, DateTime from, DateTime to,
        CancellationToken cancellation)
    {
        var (first, end) = (VietnamTime.DayOf(from), VietnamTime.DayOf(to));
        var items = await db.Set<TripPlanItem>()
            .Where(i => i.DateFrom >= first && i.DateFrom < end && (i.State == PlanItemState.Planned || i.State == PlanItemState.Notified))
            .Join(readable, i => i.PlanId, c => c.Id, (i, c) => new { Item = i, c.Number })
            .OrderBy(i => i.Item.DateFrom)
            .ToListAsync(cancellation);
        return items.Where(i => (i.Item.Content.AreaIds ?? []).Any(areaIds.Contains)).Select(i => new AreaFact(
            AreaFactKind.Planned, i.Number, VietnamTime.StartOf(i.Item.DateFrom),
            WordsOf(i.Item.Content)));
    }

    private static string WordsOf(TripPlanItemInput item) =>
        string.IsNullOrEmpty(item.Place) ? item.Purpose ?? "" : $"{item.Purpose} ({item.Place})";
}
