using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Domain.Administration.Workbook;

/// <summary>Phân công theo dõi địa bàn, now and before (R-ORG-01, Đ4.2): a row for each time that a group watched an area.</summary>
public sealed class AssignmentSheet : WorkbookSheet<AreaAssignment>
{
    public override string Key => "assignments";

    public override int Order => 110;

    public override IReadOnlyList<WorkbookColumn> Columns { get; } =
    [
        new("area", CellKind.Reference) { IsRequired = true, IsIdentity = true, Of = AreaSheet.SheetKey },
        new("group", CellKind.Reference) { IsRequired = true, IsIdentity = true, Of = GroupSheet.SheetKey },
        new("mainPerson", CellKind.Reference) { IsIdentity = true, Of = StaffSheet.SheetKey },
        new("decision", CellKind.Reference) { IsRequired = true, FixedBy = "Workbook.Fixed", Of = DecisionSheet.SheetKey },
        new("from", CellKind.Day) { IsRequired = true, IsIdentity = true },
        new("to", CellKind.Day),
    ];

    protected override IReadOnlyDictionary<string, string> Of(AreaAssignment row) => new Dictionary<string, string>
    {
        ["area"] = row.AreaId,
        ["group"] = row.GroupId,
        ["mainPerson"] = row.PersonId ?? "",
        ["decision"] = row.DecisionId.ToString(),
        ["from"] = WorkbookReading.Of(row.ValidFrom),
        ["to"] = WorkbookReading.Of(row.ValidTo),
    };

    protected override AreaAssignment Make(WorkbookRun run, WorkbookReading reading) => new()
    {
        AreaId = reading["area"],
        GroupId = reading["group"],
        PersonId = reading.Optional("mainPerson"),
        DecisionId = Guid.Parse(reading["decision"]),
        ValidFrom = reading.Day("from")!.Value,
    };

    protected override void Change(WorkbookRun run, AreaAssignment row, WorkbookReading reading) =>
        row.ValidTo = reading.Day("to", row.ValidTo);

    protected override string? PeriodOf(AreaAssignment row) => $"{row.AreaId} {row.GroupId} {row.PersonId}";

    protected override IEnumerable<(string Column, Refusal Refusal)> WhyNot(WorkbookRun run, AreaAssignment row, bool isNew)
    {
        if (run.Draft.Directory.Group(row.GroupId)?.IsValidOn(row.ValidFrom) != true)
        {
            yield return ("from", WorkbookRefusals.GroupNotValid(run.Names.Label(GroupSheet.SheetKey, row.GroupId), row.ValidFrom));
        }
    }
}
