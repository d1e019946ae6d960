using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Domain.Administration.Workbook;

/// <summary>Thành viên nhóm, now and before (Đ2.3): a row for each time that somebody belonged to a group.</summary>
public sealed class MemberSheet : WorkbookSheet<GroupMembership>
{
    public override string Key => "members";

    public override int Order => 80;

    public override IReadOnlyList<WorkbookColumn> Columns { get; } =
    [
        new("group", CellKind.Reference) { IsRequired = true, IsIdentity = true, Of = GroupSheet.SheetKey },
        new("person", CellKind.Reference) { IsRequired = true, IsIdentity = true, Of = StaffSheet.SheetKey },
        new("isLead", CellKind.YesNo) { FixedBy = "Workbook.Fixed" },
        new("specialities", CellKind.Choices) { Options = WorkDomains.All, OptionWords = "domain." },
        new("decision", CellKind.Reference) { IsRequired = true, FixedBy = "Workbook.Fixed", Of = DecisionSheet.SheetKey },
        new("from", CellKind.Day) { IsRequired = true, IsIdentity = true },
        new("to", CellKind.Day),
    ];

    protected override IReadOnlyDictionary<string, string> Of(GroupMembership row) => new Dictionary<string, string>
    {
        ["group"] = row.GroupId,
        ["person"] = row.PersonId,
        ["isLead"] = WorkbookReading.Of(row.IsLead),
        ["specialities"] = row.Specialities,
        ["decision"] = row.DecisionId.ToString(),
        ["from"] = WorkbookReading.Of(row.ValidFrom),
        ["to"] = WorkbookReading.Of(row.ValidTo),
    };

    protected override GroupMembership Make(WorkbookRun run, WorkbookReading reading) => new()
    {
        GroupId = reading["group"],
        PersonId = reading["person"],
        IsLead = reading.Flag("isLead", false),
        DecisionId = Guid.Parse(reading["decision"]),
        ValidFrom = reading.Day("from")!.Value,
    };

    protected override void Change(WorkbookRun run, GroupMembership row, WorkbookReading reading)
    {
        row.Specialities = reading.Text("specialities", row.Specialities);
        row.ValidTo = reading.Day("to", row.ValidTo);
    }

    protected override string? PeriodOf(GroupMembership row) => $"{row.GroupId} {row.PersonId}";

    protected override IEnumerable<(string Column, Refusal Refusal)> WhyNot(WorkbookRun run, GroupMembership row, bool isNew)
    {
        if (run.Draft.Directory.Person(row.PersonId)?.IsValidOn(row.ValidFrom) != true)
        {
            yield return ("from", WorkbookRefusals.PersonNotValid(run.Names.Label(StaffSheet.SheetKey, row.PersonId), row.ValidFrom));
        }

        if (run.Draft.Directory.Group(row.GroupId)?.IsValidOn(row.ValidFrom) != true)
        {
            yield return ("from", WorkbookRefusals.GroupNotValid(run.Names.Label(GroupSheet.SheetKey, row.GroupId), row.ValidFrom));
        }
    }
}
