using Portal.Domain.Areas;
using Portal.Domain.Common;

namespace Portal.Domain.Administration.Workbook;

/// <summary>Văn bản phân công (Đ2.3, R-ORG-03), told apart by number and date.</summary>
public sealed class DecisionSheet : WorkbookSheet<AssignmentDecision>
{
    public const string SheetKey = "decisions";

    public override string Key => SheetKey;

    public override int Order => 70;

    public override IReadOnlyList<WorkbookColumn> Columns { get; } =
    [
        new("number", CellKind.Text) { IsRequired = true, IsIdentity = true, MaxLength = 100 },
        new("date", CellKind.Day) { IsRequired = true, IsIdentity = true },
        new("signer", CellKind.Reference) { IsRequired = true, FixedBy = "Workbook.Fixed", Of = StaffSheet.SheetKey },
        new("summary", CellKind.Text) { FixedBy = "Workbook.Fixed", MaxLength = 300 },
    ];

    protected override string NameOf(AssignmentDecision row) => row.Number;

    protected override IReadOnlyDictionary<string, string> Of(AssignmentDecision row) => new Dictionary<string, string>
    {
        ["number"] = row.Number,
        ["date"] = WorkbookReading.Of(row.Date),
        ["signer"] = row.SignerId,
        ["summary"] = row.Summary,
    };

    protected override AssignmentDecision Make(WorkbookRun run, WorkbookReading reading) => new()
    {
        Number = reading["number"],
        Date = reading.Day("date")!.Value,
        SignerId = reading["signer"],
        Summary = reading["summary"],
    };

    protected override IEnumerable<(string Column, Refusal Refusal)> WhyNot(WorkbookRun run, AssignmentDecision row, bool isNew)
    {
        if (OrganisationRules.WhyNotAssignable(row, run.Draft.Directory) is { } refusal)
        {
            yield return ("signer", refusal);
        }
    }

    private protected override void Register(AssignmentDecision row, WorkbookNames names) => names.Put(
        Key, row.Id.ToString(), row.Date.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture), row.Number);
}
