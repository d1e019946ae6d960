using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Organisation;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;

namespace Portal.Web.Operations.Cases;

/// <summary>Opens the cases that the calendar opens, for every process that says so.</summary>
public sealed class CalendarOpenings(PortalOperations operations, ProcessCatalogue processes)
{
    /// <summary>Opens what is due and not there yet. May run as often as it likes: a case for an owner and a period exists once.</summary>
    /// <returns>How many cases were opened.</returns>
    public async Task<int> OpenDueAsync(DateTime? at = null, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(Actor.System, at, cancellation);
        var opened = 0;
        foreach (var process in processes.All)
        {
            foreach (var calendar in process.Openings.OfType<OpenedByCalendar>())
            {
                opened += await OpenDueAsync(process.Key, calendar, context, at, cancellation);
            }
        }

        return opened;
    }

    private async Task<int> OpenDueAsync(
        string processKey, OpenedByCalendar calendar, CaseContext context, DateTime? at, CancellationToken cancellation)
    {
        var periods = calendar.Periods(context).ToList();
        var due = calendar.Owners(context).SelectMany(owner => periods.Select(period => (Owner: owner, Period: period)))
            .Where(d => calendar.IsDue(d.Owner, d.Period, context))
            .ToList();
        var occasions = due.ConvertAll(d => OpenedByCalendar.OccasionOf(d.Owner, d.Period));
        var there = await operations.ReadAsync(
            async db => (await db.Cases.Where(c => c.ProcessKey == processKey && occasions.Contains(c.Occasion!))
                .Select(c => c.Occasion!)
                .ToListAsync(cancellation)).ToHashSet(),
            cancellation);
        var opened = 0;
        foreach (var (owner, period) in due.Where(d => !there.Contains(OpenedByCalendar.OccasionOf(d.Owner, d.Period))))
        {
            var done = await operations.RunAsync(
                Actor.System, o => o.Cases.OpenByCalendarAsync(processKey, owner, period, o.Context, cancellation), at, cancellation);
            opened += done.IsSuccess ? 1 : 0;
        }

        return opened;
    }
}
