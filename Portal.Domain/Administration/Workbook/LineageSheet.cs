using Portal.Domain.Areas;
using Portal.Domain.Common;

namespace Portal.Domain.Administration.Workbook;

/// <summary>Tiền thân, kế tục of areas (X-05, E-R7).</summary>
public sealed class LineageSheet : WorkbookSheet<AreaLineage>
{
    public override string Key => "lineage";

    public override int Order => 100;

    public override IReadOnlyList<WorkbookColumn> Columns { get; } =
    [
        new("predecessor", CellKind.Reference) { IsRequired = true, IsIdentity = true, Of = AreaSheet.SheetKey },
        new("successor", CellKind.Reference) { IsRequired = true, IsIdentity = true, Of = AreaSheet.SheetKey },
        new("lineage", CellKind.Choice)
        {
            IsRequired = true,
            FixedBy = "Workbook.Fixed",
            Options = [.. Enum.GetNames<LineageKind>()],
            OptionWords = "option.kind.",
        },
        new("on", CellKind.Day) { IsRequired = true, FixedBy = "Workbook.Fixed" },
    ];

    protected override IReadOnlyDictionary<string, string> Of(AreaLineage row) => new Dictionary<string, string>
    {
        ["predecessor"] = row.PredecessorId,
        ["successor"] = row.SuccessorId,
        ["lineage"] = row.Kind.ToString(),
        ["on"] = WorkbookReading.Of(row.On),
    };

    protected override AreaLineage Make(WorkbookRun run, WorkbookReading reading) => new()
    {
        PredecessorId = reading["predecessor"],
        SuccessorId = reading["successor"],
        Kind = reading.Choice<LineageKind>("lineage"),
        On = reading.Day("on")!.Value,
    };

    protected override IEnumerable<(string Column, Refusal Refusal)> WhyNot(WorkbookRun run, AreaLineage row, bool isNew)
    {
        if (run.Draft.Directory.WithPredecessors([row.PredecessorId]).Contains(row.SuccessorId))
        {
            yield return ("successor", WorkbookRefusals.OwnSuccessor);
        }
    }
}
