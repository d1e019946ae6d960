using Portal.Domain.Areas;

namespace Portal.Domain.Administration.Workbook;

/// <summary>Đầu mối của địa bàn (Đ9.1), told apart by area and name.</summary>
public sealed class ContactSheet : WorkbookSheet<AreaContact>
{
    public override string Key => "contacts";

    public override int Order => 130;

    public override IReadOnlyList<WorkbookColumn> Columns { get; } =
    [
        new("area", CellKind.Reference) { IsRequired = true, IsIdentity = true, Of = AreaSheet.SheetKey },
        new("fullName", CellKind.Text) { IsRequired = true, IsIdentity = true },
        new("position", CellKind.Text) { IsRequired = true },
        new("phone", CellKind.Text) { MaxLength = 50 },
    ];

    protected override IReadOnlyDictionary<string, string> Of(AreaContact row) => new Dictionary<string, string>
    {
        ["area"] = row.AreaId,
        ["fullName"] = row.FullName,
        ["position"] = row.Position,
        ["phone"] = row.Phone,
    };

    protected override AreaContact Make(WorkbookRun run, WorkbookReading reading) => new()
    {
        AreaId = reading["area"],
        FullName = reading["fullName"],
        Position = reading["position"],
    };

    protected override void Change(WorkbookRun run, AreaContact row, WorkbookReading reading)
    {
        row.Position = reading.Text("position", row.Position);
        row.Phone = reading.Text("phone", row.Phone);
    }
}
