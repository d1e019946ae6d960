namespace Portal.Domain.Administration.Workbook;

/// <summary>
/// The whole organisation as one workbook, out and in again: departments, people, roles, leaders, groups, areas, decisions, who watched
/// what and when, and what modules add. It is taken in whole or not at all.
/// </summary>
public static class OrganisationWorkbook
{
    /// <summary>Sheets of the organisation itself.</summary>
    public static IReadOnlyList<IWorkbookSheet> Sheets { get; } =
    [
        new DepartmentSheet(), new StaffSheet(), new RoleSheet(), new LeaderSheet(), new AreaKindSheet(), new GroupSheet(),
        new DecisionSheet(), new MemberSheet(), new AreaSheet(), new LineageSheet(), new AssignmentSheet(), new PortfolioSheet(),
        new ContactSheet(),
    ];

    /// <summary>Names of all rows that others may name.</summary>
    public static WorkbookNames NamesOf(IEnumerable<IWorkbookSheet> sheets, WorkbookRows rows)
    {
        var names = new WorkbookNames();
        foreach (var sheet in sheets)
        {
            sheet.Register(rows, names);
        }

        return names;
    }

    /// <summary>Takes the tables of a file into the draft; not to be stored when the report has errors.</summary>
    /// <param name="others">Rows that modules keep.</param>
    /// <param name="optionOf">The choice that a word in a cell means; null where it means none.</param>
    public static ImportReport Run(
        OrganisationDraft draft, IReadOnlyList<IWorkbookSheet> sheets, IReadOnlyList<object> others, IReadOnlyList<WorkbookTable> tables,
        Func<WorkbookColumn, string, string?> optionOf)
    {
        var rows = new WorkbookRows(draft.Directory.Data, others, draft.Added);
        var run = new WorkbookRun(draft, rows, NamesOf(sheets, rows), optionOf);
        run.NoteCodes(tables);
        var hadAdministrator = HasAdministrator(draft);
        var ordered = sheets.OrderBy(s => s.Order).ToList();
        foreach (var sheet in ordered)
        {
            foreach (var table in tables.Where(t => t.Sheet == sheet.Key))
            {
                sheet.Apply(run, table);
            }
        }

        ordered.ForEach(s => s.Finish(run));
        run.CheckWhole();
        if (hadAdministrator && !HasAdministrator(draft))
        {
            run.Refuse(WorkbookRefusals.LastAdministrator);
        }

        return run.Report();
    }

    private static bool HasAdministrator(OrganisationDraft draft) =>
        draft.Directory.PeopleWith(Organisation.Role.SystemAdministrator, draft.Today)
            .Any(p => draft.Directory.Person(p) is { } person
                && person.ValidFrom <= draft.Today && (person.ValidTo is not { } last || last >= draft.Today));
}
