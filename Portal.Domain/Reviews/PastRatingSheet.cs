using System.Globalization;
using Portal.Domain.Administration.Workbook;
using Portal.Domain.Areas;
using Portal.Domain.Common;

namespace Portal.Domain.Reviews;

/// <summary>Xếp loại các năm trước, as a sheet of the organisation's workbook.</summary>
public sealed class PastRatingSheet : WorkbookSheet<PastRating>
{
    public override string Key => "ratings";

    public override int Order => 200;

    public override IReadOnlyList<WorkbookColumn> Columns { get; } =
    [
        new("area", CellKind.Reference) { IsRequired = true, IsIdentity = true, Of = AreaSheet.SheetKey },
        new("year", CellKind.Year) { IsRequired = true, IsIdentity = true },
        new("level", CellKind.Choice) { IsRequired = true, Options = [.. Enum.GetNames<QualityRating>()], OptionWords = "rating." },
        new("document", CellKind.Text),
    ];

    protected override IReadOnlyDictionary<string, string> Of(PastRating row) => new Dictionary<string, string>
    {
        ["area"] = row.AreaId,
        ["year"] = WorkbookReading.Of(row.Year),
        ["level"] = row.Level.ToString(),
        ["document"] = row.Document,
    };

    protected override PastRating Make(WorkbookRun run, WorkbookReading reading) => new()
    {
        AreaId = reading["area"],
        Year = int.Parse(reading["year"], CultureInfo.InvariantCulture),
        Level = reading.Choice<QualityRating>("level"),
    };

    protected override void Change(WorkbookRun run, PastRating row, WorkbookReading reading)
    {
        row.Level = reading.Has("level") ? reading.Choice<QualityRating>("level") : row.Level;
        row.Document = reading.Text("document", row.Document);
    }

    /// <summary>A year that is over, in which there was the area (R-ORG-06).</summary>
    protected override IEnumerable<(string Column, Refusal Refusal)> WhyNot(WorkbookRun run, PastRating row, bool isNew)
    {
        var (first, last) = (new DateOnly(row.Year, 1, 1), new DateOnly(row.Year, 12, 31));
        if (last >= run.Draft.Today)
        {
            yield return ("year", PastRatingRefusals.YearNotOver(row.Year));
        }

        if (run.All<MonitoredArea>().FirstOrDefault(a => a.Id == row.AreaId) is { } area
            && (area.ValidFrom > last || area.ValidTo < first))
        {
            yield return ("year", PastRatingRefusals.NoAreaThen(area.Name, row.Year));
        }
    }
}
