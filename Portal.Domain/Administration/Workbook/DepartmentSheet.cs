using Portal.Domain.Areas;
using Portal.Domain.Organisation;

namespace Portal.Domain.Administration.Workbook;

/// <summary>Phòng thuộc Ban (Đ11).</summary>
public sealed class DepartmentSheet : CodedSheet<Department>
{
    public const string SheetKey = "departments";

    public override string Key => SheetKey;

    public override int Order => 10;

    public override IReadOnlyList<WorkbookColumn> Columns { get; } =
    [
        Code,
        new("name", CellKind.Text) { IsRequired = true },
        new("shortName", CellKind.Text) { IsRequired = true, MaxLength = 50 },
        new("isSpecialist", CellKind.YesNo),
        new("domains", CellKind.Choices) { Options = WorkDomains.All, OptionWords = "domain." },
        new("order", CellKind.Whole),
    ];

    protected override string IdOf(Department row) => row.Id;

    protected override string NameOf(Department row) => row.Name;

    protected override IReadOnlyDictionary<string, string> Of(Department row) => new Dictionary<string, string>
    {
        ["code"] = row.Id,
        ["name"] = row.Name,
        ["shortName"] = row.ShortName,
        ["isSpecialist"] = WorkbookReading.Of(row.IsSpecialist),
        ["domains"] = row.Domains,
        ["order"] = WorkbookReading.Of(row.Order),
    };

    protected override Department Make(WorkbookRun run, WorkbookReading reading) => new()
    {
        Id = CodeOf(run, reading, "P", 1, run.All<Department>().Select(d => d.Id)),
        Name = "",
        ShortName = "",
        IsSpecialist = true,
        Order = run.All<Department>().Select(d => d.Order + 1).DefaultIfEmpty().Max(),
    };

    protected override void Change(WorkbookRun run, Department row, WorkbookReading reading)
    {
        row.Name = reading.Text("name", row.Name);
        row.ShortName = reading.Text("shortName", row.ShortName);
        row.IsSpecialist = reading.Flag("isSpecialist", row.IsSpecialist);
        row.Domains = reading.Text("domains", row.Domains);
        row.Order = reading.Whole("order", row.Order);
    }

    private protected override void Register(Department row, WorkbookNames names)
    {
        base.Register(row, names);
        names.Also(Key, row.Id, row.ShortName);
    }
}
