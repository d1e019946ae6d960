using Microsoft.EntityFrameworkCore;
using Portal.Domain.Areas;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;

namespace Portal.Tests.TestKit;

/// <summary>The monthly plan of group N03 for October 2026, and the steps of its road.</summary>
public static class Plans
{
    public static readonly DateOnly Month = new(2026, 10, 1);

    public static TripPlanItemInput Item(int day = 8, string area = "A017") => new()
    {
        AreaIds = [area],
        Purpose = "Nắm tình hình chi bộ ghép",
        Domains = [WorkDomains.PartyOrgAndMembers],
        DateFrom = new DateOnly(2026, 10, day),
        DateTo = new DateOnly(2026, 10, day),
        TimeOfDay = TimeOfDay.FullDay,
        Place = "Trụ sở Đảng ủy xã",
        ParticipantIds = [Trips.Member, Trips.Lead],
        TripLeaderId = Trips.Member,
    };

    public static TripPlanInput Plan(params TripPlanItemInput[] items) =>
        new() { Secrecy = SecrecyGate.No, NoTrip = false, Items = items.Length == 0 ? [Item()] : items };

    public static PlanOpinionInput Opinion(string? text = null, params PlanItemOpinion[] items) =>
        new() { Secrecy = SecrecyGate.No, Opinion = text, ItemOpinions = items.Length == 0 ? null : items };

    /// <summary>Opens the plan of the month by the calendar, where it is not there; returns its case.</summary>
    public static async Task<Guid> OpenPlanAsync(this TestPortal portal, DateOnly? month = null)
    {
        var of = month ?? Month;
        var there = await portal.ReadAsync(db =>
            db.Set<MonthlyTripPlan>().Where(p => p.GroupId == "N03" && p.Month == of).Select(p => (Guid?)p.CaseId).SingleOrDefaultAsync());
        if (there is { } id)
        {
            return id;
        }

        var opened = await portal.Operations.RunAsync(
            Actor.System, o => o.Cases.OpenByCalendarAsync("monthly-trip-plan", "N03", of, o.Context), portal.Now);
        Assert.True(opened.IsSuccess, opened.Refusal?.ToString());
        return opened.Value.CaseId;
    }

    /// <summary>An acknowledged plan; returns its items in order.</summary>
    public static async Task<IReadOnlyList<TripPlanItem>> AcknowledgedPlanAsync(this TestPortal portal, params TripPlanItemInput[] items)
    {
        var id = await portal.OpenPlanAsync();
        await portal.MustAsync(id, "draft", Trips.Lead, "Submit", Plan(items));
        await portal.MustAsync(id, "review", Trips.Leader, "Acknowledge", Opinion());
        return (await portal.PlanAsync(id)).Items;
    }

    public static async Task<MonthlyTripPlan> PlanAsync(this TestPortal portal, Guid id) =>
        (await portal.ReadAsync(async db => await db.Set<MonthlyTripPlan>().FindAsync(id)))!;

    /// <summary>A notice for an item of the plan.</summary>
    public static TripNoticeInput Notice(TripPlanItem item) =>
        Trips.Notice() with { PlanItemId = item.Id, AdHocReason = null, AdHocText = null };
}
