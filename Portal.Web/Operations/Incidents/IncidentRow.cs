using Portal.Web.Operations.Forms;
using Portal.Workflows.Runtime;

namespace Portal.Web.Operations.Incidents;

/// <param name="Steps">Steps of the flowchart that the faulty one stands in, to jump to.</param>
public sealed record IncidentRow(Incident Incident, IReadOnlyList<Option> Steps);
