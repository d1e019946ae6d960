using Portal.Domain.Areas;

namespace Portal.Domain.Administration.Workbook;

/// <summary>The rows that there are, by their type: those of the organisation, those that modules keep, those that came in since.</summary>
/// <param name="others">Rows of modules.</param>
/// <param name="added">Grows while a workbook is read.</param>
public sealed class WorkbookRows(DirectoryData data, IReadOnlyList<object> others, IReadOnlyList<object> added)
{
    public DirectoryData Data => data;

    public IEnumerable<T> Of<T>()
        where T : class => (Lists().OfType<IReadOnlyList<T>>().FirstOrDefault() ?? others.OfType<T>()).Concat(added.OfType<T>());

    private IEnumerable<object> Lists() =>
    [
        data.Departments, data.Staff, data.Roles, data.Leaders, data.Portfolios, data.Kinds, data.Areas, data.Lineage, data.Contacts,
        data.Decisions, data.Groups, data.Memberships, data.Assignments,
    ];
}
