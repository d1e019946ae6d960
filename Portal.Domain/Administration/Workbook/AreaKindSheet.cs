using Portal.Domain.Areas;
using Portal.Domain.Common;

namespace Portal.Domain.Administration.Workbook;

/// <summary>Loại địa bàn (Đ2.1).</summary>
public sealed class AreaKindSheet : CodedSheet<AreaKind>
{
    public const string SheetKey = "kinds";

    public override string Key => SheetKey;

    public override int Order => 50;

    public override IReadOnlyList<WorkbookColumn> Columns { get; } =
    [
        Code,
        new("name", CellKind.Text) { IsRequired = true },
        new("hasPartyCommittee", CellKind.YesNo),
        new("order", CellKind.Whole),
        new("from", CellKind.Day) { FixedBy = "Workbook.Fixed" },
        new("to", CellKind.Day),
    ];

    protected override string IdOf(AreaKind row) => row.Id;

    protected override string NameOf(AreaKind row) => row.Name;

    protected override bool CanBe(AreaKind row, WorkbookReading reading) => Meets(row, reading);

    protected override IReadOnlyDictionary<string, string> Of(AreaKind row) => new Dictionary<string, string>
    {
        ["code"] = row.Id,
        ["name"] = row.Name,
        ["hasPartyCommittee"] = WorkbookReading.Of(row.HasPartyCommittee),
        ["order"] = WorkbookReading.Of(row.Order),
        ["from"] = WorkbookReading.Of(row.ValidFrom),
        ["to"] = WorkbookReading.Of(row.ValidTo),
    };

    protected override AreaKind Make(WorkbookRun run, WorkbookReading reading) => new()
    {
        Id = CodeOf(run, reading, "LOAI", 1, run.All<AreaKind>().Select(k => k.Id)),
        Name = "",
        Order = run.All<AreaKind>().Select(k => k.Order + 1).DefaultIfEmpty().Max(),
        ValidFrom = reading.Day("from") ?? run.Draft.Today,
    };

    protected override void Change(WorkbookRun run, AreaKind row, WorkbookReading reading)
    {
        row.Name = reading.Text("name", row.Name);
        row.HasPartyCommittee = reading.Flag("hasPartyCommittee", row.HasPartyCommittee);
        row.Order = reading.Whole("order", row.Order);
        row.ValidTo = reading.Day("to", row.ValidTo);
    }

    protected override IEnumerable<(string Column, Refusal Refusal)> WhyNot(WorkbookRun run, AreaKind row, bool isNew)
    {
        if (row.ValidTo is not { } last)
        {
            yield break;
        }

        var left = OrganisationDraft.InForceFrom(run.All<MonitoredArea>().Where(a => a.KindId == row.Id), last.AddDays(1)).ToList();
        if (left.Count > 0)
        {
            yield return ("to", WorkbookRefusals.KindStillUsed(left.Count, string.Join(", ", left.Take(3).Select(a => a.Name))));
        }
    }
}
