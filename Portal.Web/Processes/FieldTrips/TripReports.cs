using Portal.Domain.Organisation;
using Portal.Web.Operations;
using Portal.Web.Operations.Tasks;
using Portal.Workflows.Processes.FieldTrips;

namespace Portal.Web.Processes.FieldTrips;

/// <summary>Reports of trips that are still missing.</summary>
public sealed class TripReports(PortalOperations operations, TaskQueries tasks)
{
    /// <summary>
    /// R-TRIP-05: the person's trips whose report is overdue by more than <c>Trip.BlockAfterDays</c>; none while it is off.
    /// </summary>
    public async Task<IReadOnlyList<TaskRow>> OverdueAsync(Actor actor)
    {
        var days = (await operations.ContextAsync(actor)).Settings.IntOrOff("Trip.BlockAfterDays");
        return days is { } late ? await tasks.LateAsync(actor, FieldTripProcess.ProcessKey, FieldTripProcess.ResultStep, late) : [];
    }
}
