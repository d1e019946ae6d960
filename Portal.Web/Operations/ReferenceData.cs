using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Regulations;
using Portal.Domain.WorkingCalendar;

namespace Portal.Web.Operations;

/// <summary>What every operation needs and rarely changes: organisation, calendar, parameters, regulation.</summary>
public sealed record ReferenceData(
    OrganisationDirectory Directory, WorkCalendar Calendar, PortalSettings Settings, IReadOnlyDictionary<string, RegulationClause> Clauses,
    Regulation? Regulation)
{
    /// <summary>Names of the processes that administrators made and published, by key.</summary>
    public IReadOnlyDictionary<string, string> OwnProcesses { get; init; } = new Dictionary<string, string>();
}
