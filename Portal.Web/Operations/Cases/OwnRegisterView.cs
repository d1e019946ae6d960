using Portal.Workflows.UserTasks;

namespace Portal.Web.Operations.Cases;

/// <summary>The register of a process that administrators made.</summary>
/// <param name="Columns">Extra fields of its steps, in the order of the steps; of one name the first. Files are none.</param>
public sealed record OwnRegisterView(string Name, IReadOnlyList<ExtraField> Columns, Page<OwnRegisterRow> Page);
