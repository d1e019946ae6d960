using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Domain.Administration.Workbook;

/// <summary>Phạm vi phụ trách of leaders (Đ2.5, R-ORG-08): a group, an area or a department in each row.</summary>
public sealed class PortfolioSheet : WorkbookSheet<LeaderPortfolio>
{
    public override string Key => "portfolios";

    public override int Order => 120;

    public override IReadOnlyList<WorkbookColumn> Columns { get; } =
    [
        new("person", CellKind.Reference) { IsRequired = true, IsIdentity = true, Of = StaffSheet.SheetKey },
        new("group", CellKind.Reference) { IsIdentity = true, Of = GroupSheet.SheetKey },
        new("area", CellKind.Reference) { IsIdentity = true, Of = AreaSheet.SheetKey },
        new("department", CellKind.Reference) { IsIdentity = true, Of = DepartmentSheet.SheetKey },
        new("from", CellKind.Day) { IsRequired = true, IsIdentity = true },
        new("to", CellKind.Day),
    ];

    /// <summary>One of the three things a leader can be in charge of has its column, else the sheet is one of roles.</summary>
    public override bool IsHeading(IReadOnlySet<string> columns) =>
        base.IsHeading(columns) && (columns.Contains("group") || columns.Contains("area") || columns.Contains("department"));

    protected override IReadOnlyDictionary<string, string> Of(LeaderPortfolio row) => new Dictionary<string, string>
    {
        ["person"] = row.PersonId,
        ["group"] = row.GroupId ?? "",
        ["area"] = row.AreaId ?? "",
        ["department"] = row.DepartmentId ?? "",
        ["from"] = WorkbookReading.Of(row.ValidFrom),
        ["to"] = WorkbookReading.Of(row.ValidTo),
    };

    protected override LeaderPortfolio Make(WorkbookRun run, WorkbookReading reading) => new()
    {
        PersonId = reading["person"],
        GroupId = reading.Optional("group"),
        AreaId = reading.Optional("area"),
        DepartmentId = reading.Optional("department"),
        ValidFrom = reading.Day("from")!.Value,
    };

    protected override void Change(WorkbookRun run, LeaderPortfolio row, WorkbookReading reading) =>
        row.ValidTo = reading.Day("to", row.ValidTo);

    // One leader is in charge of a thing at a time.
    protected override string? PeriodOf(LeaderPortfolio row) => $"{row.GroupId} {row.AreaId} {row.DepartmentId}";

    protected override IEnumerable<(string Column, Refusal Refusal)> WhyNot(WorkbookRun run, LeaderPortfolio row, bool isNew)
    {
        if (new[] { row.GroupId, row.AreaId, row.DepartmentId }.Count(t => t is not null) != 1)
        {
            yield return ("group", WorkbookRefusals.NotOneCharge);
        }

        if (!run.Draft.Directory.IsLeader(row.PersonId, row.ValidFrom))
        {
            yield return ("from", WorkbookRefusals.NotLeaderThen(run.Names.Label(StaffSheet.SheetKey, row.PersonId), row.ValidFrom));
        }
    }
}
