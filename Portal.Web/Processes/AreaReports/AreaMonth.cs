using Portal.Domain.ReportItems;

namespace Portal.Web.Processes.AreaReports;

/// <summary>What the records hold of one area and month, as far as the person may read it and everybody of the report may.</summary>
/// <param name="Facts">In the order of time; what is planned is of the month after.</param>
/// <param name="Contacts">Times that somebody was spoken with.</param>
/// <param name="Items">Items that the leader has not been told of yet, whenever they were entered; the oldest first.</param>
public sealed record AreaMonth(DateOnly Month, IReadOnlyList<AreaFact> Facts, int Contacts, IReadOnlyList<ReportItem> Items);
