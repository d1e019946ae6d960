using Microsoft.EntityFrameworkCore;
using Portal.Domain.FieldTrips;
using Portal.Web.Persistence;

namespace Portal.Web.Processes.FieldTrips;

/// <summary>The item of a plan that a trip is of: a replay finds it as it was before the trip.</summary>
public sealed class PlanItemsInDryRuns : IDryRunRecord
{
    public Type Kind => typeof(TripPlanItem);

    public void SetBack(PortalDbContext db, object record, Guid caseId)
    {
        if (record is not TripPlanItem item || item.TripId != caseId)
        {
            return;
        }

        var entry = db.Entry(item);
        entry.Property(i => i.TripId).CurrentValue = null;
        entry.Property(i => i.State).CurrentValue = PlanItemState.Planned;
        entry.State = EntityState.Detached;
    }
}
