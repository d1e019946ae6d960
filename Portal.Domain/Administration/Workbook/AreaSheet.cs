using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Domain.Administration.Workbook;

/// <summary>Địa bàn (Đ2.1), those that have ended too.</summary>
public sealed class AreaSheet : CodedSheet<MonitoredArea>
{
    public const string SheetKey = "areas";

    public override string Key => SheetKey;

    public override int Order => 90;

    public override IReadOnlyList<WorkbookColumn> Columns { get; } =
    [
        Code,
        new("name", CellKind.Text) { IsRequired = true },
        new("kind", CellKind.Reference) { IsRequired = true, FixedBy = "Org.KindByReorganisation", Of = AreaKindSheet.SheetKey },
        new("parent", CellKind.Reference) { Of = SheetKey },
        new("partyCommittee", CellKind.Text) { MaxLength = 300 },
        new("organizingBody", CellKind.Text) { MaxLength = 300 },
        new("address", CellKind.Text) { MaxLength = 300 },
        new("from", CellKind.Day) { FixedBy = "Workbook.Fixed" },
        new("to", CellKind.Day),
    ];

    protected override string IdOf(MonitoredArea row) => row.Id;

    protected override string NameOf(MonitoredArea row) => row.Name;

    // An area and what became of it may have one name, at different times or of different kinds.
    protected override bool CanBe(MonitoredArea row, WorkbookReading reading) =>
        Meets(row, reading) && (reading["kind"].Length == 0 || row.KindId == reading["kind"]);

    protected override IReadOnlyDictionary<string, string> Of(MonitoredArea row) => new Dictionary<string, string>
    {
        ["code"] = row.Id,
        ["name"] = row.Name,
        ["kind"] = row.KindId,
        ["parent"] = row.ParentId ?? "",
        ["partyCommittee"] = row.PartyCommittee,
        ["organizingBody"] = row.OrganizingBody,
        ["address"] = row.Address,
        ["from"] = WorkbookReading.Of(row.ValidFrom),
        ["to"] = WorkbookReading.Of(row.ValidTo),
    };

    protected override MonitoredArea Make(WorkbookRun run, WorkbookReading reading) => new()
    {
        Id = CodeOf(run, reading, "A", 3, run.All<MonitoredArea>().Select(a => a.Id)),
        Name = reading["name"],
        KindId = reading["kind"],
        ValidFrom = reading.Day("from") ?? run.Draft.Today,
    };

    protected override void Change(WorkbookRun run, MonitoredArea row, WorkbookReading reading)
    {
        row.Name = reading.Text("name", row.Name);
        row.ParentId = reading.Optional("parent", row.ParentId);
        row.PartyCommittee = reading.Text("partyCommittee", row.PartyCommittee);
        row.OrganizingBody = reading.Text("organizingBody", row.OrganizingBody);
        row.Address = reading.Text("address", row.Address);
        row.ValidTo = reading.Day("to", row.ValidTo);
    }

    /// <summary>R-ORG-07: what the file does not say itself of the watch over an area that ends, ends with it.</summary>
    public override void Finish(WorkbookRun run)
    {
        foreach (var area in run.Taken(this).Where(t => t.IsChanged).Select(t => (MonitoredArea)t.Row!).ToList())
        {
            if (area.ValidTo is { } last)
            {
                run.Draft.End(last, OrganisationDraft.InForceFrom(
                    run.All<AreaAssignment>().Where(a => a.AreaId == area.Id && run.LineOf(a) == 0), last.AddDays(1)));
                run.Draft.End(last, OrganisationDraft.InForceFrom(
                    run.All<LeaderPortfolio>().Where(p => p.AreaId == area.Id && run.LineOf(p) == 0), last.AddDays(1)));
            }
        }

        base.Finish(run);
    }

    protected override IEnumerable<(string Column, Refusal Refusal)> WhyNot(WorkbookRun run, MonitoredArea row, bool isNew)
    {
        if (isNew && run.All<AreaKind>().First(k => k.Id == row.KindId) is var kind && !kind.IsValidOn(row.ValidFrom))
        {
            yield return ("kind", OrganisationRefusals.KindNotValid(row.ValidFrom));
        }

        var seen = new HashSet<string>();
        for (var at = row.ParentId; at is not null && seen.Add(at); at = run.Draft.Directory.Area(at)?.ParentId)
        {
            if (at == row.Id)
            {
                yield return ("parent", WorkbookRefusals.OwnParent);
            }
        }
    }
}
