using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Domain.Administration.Workbook;

/// <summary>Vai trò; who leads the Committee stands in its own sheet.</summary>
public sealed class RoleSheet : WorkbookSheet<RoleGrant>
{
    public override string Key => "roles";

    public override int Order => 30;

    public override IReadOnlyList<WorkbookColumn> Columns { get; } =
    [
        new("person", CellKind.Reference) { IsRequired = true, IsIdentity = true, Of = StaffSheet.SheetKey },
        new("role", CellKind.Choice)
        {
            IsRequired = true,
            IsIdentity = true,
            Options = [.. StaffActs.Granted.Select(r => r.ToString())],
            OptionWords = "option.roles.",
        },
        new("from", CellKind.Day) { IsRequired = true, IsIdentity = true },
        new("to", CellKind.Day),
    ];

    protected override IEnumerable<RoleGrant> Held(WorkbookRows rows) =>
        rows.Of<RoleGrant>().Where(r => StaffActs.Granted.Contains(r.Role));

    protected override IReadOnlyDictionary<string, string> Of(RoleGrant row) => new Dictionary<string, string>
    {
        ["person"] = row.PersonId,
        ["role"] = row.Role.ToString(),
        ["from"] = WorkbookReading.Of(row.ValidFrom),
        ["to"] = WorkbookReading.Of(row.ValidTo),
    };

    protected override RoleGrant Make(WorkbookRun run, WorkbookReading reading) => new()
    {
        PersonId = reading["person"],
        Role = reading.Choice<Role>("role"),
        ValidFrom = reading.Day("from")!.Value,
    };

    protected override void Change(WorkbookRun run, RoleGrant row, WorkbookReading reading) => row.ValidTo = reading.Day("to", row.ValidTo);

    protected override string? PeriodOf(RoleGrant row) => $"{row.PersonId} {row.Role}";

    protected override IEnumerable<(string Column, Refusal Refusal)> WhyNot(WorkbookRun run, RoleGrant row, bool isNew)
    {
        if (run.Draft.Directory.Person(row.PersonId)?.IsValidOn(row.ValidFrom) != true)
        {
            yield return ("from", WorkbookRefusals.PersonNotValid(run.Names.Label(StaffSheet.SheetKey, row.PersonId), row.ValidFrom));
        }
    }
}
