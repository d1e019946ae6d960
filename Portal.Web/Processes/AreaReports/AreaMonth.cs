using Portal.Domain.FieldTrips;
using Portal.Domain.Meetings;
using Portal.Domain.ReportItems;

namespace Portal.Web.Processes.AreaReports;

/// <summary>What the records hold of one area and month, as far as the person may read it and everybody of the report may.</summary>
/// <param name="Trips">Trips that began in the month, with their numbers; the oldest first, as are the others.</param>
/// <param name="Contacts">Times that somebody was spoken with.</param>
/// <param name="Items">Items that the leader has not been told of yet, whenever they were entered.</param>
/// <param name="Planned">What is planned for the month after.</param>
public sealed record AreaMonth(
    DateOnly Month, IReadOnlyList<(string Number, FieldTrip Trip)> Trips, IReadOnlyList<(string Number, MeetingAttendance Meeting)> Meetings,
    int Contacts, IReadOnlyList<ReportItem> Items, IReadOnlyList<TripPlanItem> Planned);
