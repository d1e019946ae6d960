using Portal.Domain.Areas;
using Portal.Domain.Common;

namespace Portal.Domain.Administration.Workbook;

/// <summary>Nhóm theo dõi địa bàn (Đ2.3).</summary>
public sealed class GroupSheet : CodedSheet<MonitoringGroup>
{
    public const string SheetKey = "groups";

    public override string Key => SheetKey;

    public override int Order => 60;

    public override IReadOnlyList<WorkbookColumn> Columns { get; } =
    [
        Code,
        new("name", CellKind.Text) { IsRequired = true },
        new("from", CellKind.Day) { FixedBy = "Workbook.Fixed" },
        new("to", CellKind.Day),
    ];

    protected override string IdOf(MonitoringGroup row) => row.Id;

    protected override string NameOf(MonitoringGroup row) => row.Name;

    protected override bool CanBe(MonitoringGroup row, WorkbookReading reading) => Meets(row, reading);

    protected override IReadOnlyDictionary<string, string> Of(MonitoringGroup row) => new Dictionary<string, string>
    {
        ["code"] = row.Id,
        ["name"] = row.Name,
        ["from"] = WorkbookReading.Of(row.ValidFrom),
        ["to"] = WorkbookReading.Of(row.ValidTo),
    };

    protected override MonitoringGroup Make(WorkbookRun run, WorkbookReading reading) => new()
    {
        Id = CodeOf(run, reading, "N", 2, run.All<MonitoringGroup>().Select(g => g.Id)),
        Name = "",
        ValidFrom = reading.Day("from") ?? run.Draft.Today,
    };

    protected override void Change(WorkbookRun run, MonitoringGroup row, WorkbookReading reading)
    {
        row.Name = reading.Text("name", row.Name);
        row.ValidTo = reading.Day("to", row.ValidTo);
    }

    protected override IEnumerable<(string Column, Refusal Refusal)> WhyNot(WorkbookRun run, MonitoringGroup row, bool isNew)
    {
        if (row.ValidTo is not { } last)
        {
            yield break;
        }

        var areas = OrganisationDraft.InForceFrom(run.All<AreaAssignment>().Where(a => a.GroupId == row.Id), last.AddDays(1)).Count();
        if (areas > 0 || run.Draft.OpenCasesOf(row.Id) > 0)
        {
            yield return ("to", WorkbookRefusals.GroupStillWorks(row.Name, areas, run.Draft.OpenCasesOf(row.Id)));
        }
    }
}
