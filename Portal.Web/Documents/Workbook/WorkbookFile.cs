using Portal.Domain.Administration.Workbook;

namespace Portal.Web.Documents.Workbook;

/// <summary>A file that was read.</summary>
/// <param name="Name">Its name on the machine of whoever sent it.</param>
/// <param name="Passed">Names of its sheets that are none of the workbook.</param>
public sealed record WorkbookFile(string Name, IReadOnlyList<WorkbookTable> Tables, IReadOnlyList<string> Passed);
