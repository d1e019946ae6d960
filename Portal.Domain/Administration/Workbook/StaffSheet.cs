using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Domain.Administration.Workbook;

/// <summary>Cán bộ, Lãnh đạo Ban among them.</summary>
public sealed class StaffSheet : CodedSheet<StaffMember>
{
    public const string SheetKey = "staff";

    public override string Key => SheetKey;

    public override int Order => 20;

    public override IReadOnlyList<WorkbookColumn> Columns { get; } =
    [
        Code,
        new("fullName", CellKind.Text) { IsRequired = true },
        new("position", CellKind.Text) { IsRequired = true },
        new("department", CellKind.Reference) { Of = DepartmentSheet.SheetKey },
        new("from", CellKind.Day) { FixedBy = "Workbook.Fixed" },
        new("to", CellKind.Day),
    ];

    protected override string NameColumn => "fullName";

    protected override bool SharesNames => true;

    protected override string IdOf(StaffMember row) => row.Id;

    protected override string NameOf(StaffMember row) => row.FullName;

    // Two people of one name in two departments are told apart by them.
    protected override bool CanBe(StaffMember row, WorkbookReading reading) =>
        Meets(row, reading) && (reading["department"].Length == 0 || row.DepartmentId is null || row.DepartmentId == reading["department"]);

    protected override IReadOnlyDictionary<string, string> Of(StaffMember row) => new Dictionary<string, string>
    {
        ["code"] = row.Id,
        ["fullName"] = row.FullName,
        ["position"] = row.Position,
        ["department"] = row.DepartmentId ?? "",
        ["from"] = WorkbookReading.Of(row.ValidFrom),
        ["to"] = WorkbookReading.Of(row.ValidTo),
    };

    protected override StaffMember Make(WorkbookRun run, WorkbookReading reading) => new()
    {
        Id = CodeOf(run, reading, "S", 2, run.All<StaffMember>().Select(s => s.Id)),
        FullName = reading["fullName"],
        Position = reading["position"],
        ValidFrom = reading.Day("from") ?? run.Draft.Today,
    };

    protected override void Change(WorkbookRun run, StaffMember row, WorkbookReading reading)
    {
        row.FullName = reading.Text("fullName", row.FullName);
        row.Position = reading.Text("position", row.Position);
        row.DepartmentId = reading.Optional("department", row.DepartmentId);
        row.ValidTo = reading.Day("to", row.ValidTo);
    }

    /// <summary>Who is new and has no role is on the staff of a department; who leaves leaves the roles.</summary>
    public override void Finish(WorkbookRun run)
    {
        var roles = run.All<RoleGrant>().ToLookup(r => r.PersonId);
        foreach (var taken in run.Taken(this).ToList())
        {
            var person = (StaffMember)taken.Row!;
            if (taken.IsNew && !roles[person.Id].Any())
            {
                run.Draft.Add(new RoleGrant
                {
                    PersonId = person.Id,
                    Role = Role.DepartmentStaff,
                    ValidFrom = person.ValidFrom,
                    ValidTo = person.ValidTo,
                });
            }
            else if (taken.IsChanged && person.ValidTo is { } last)
            {
                run.Draft.End(last, OrganisationDraft.InForceFrom(roles[person.Id], last.AddDays(1)));
                run.Draft.End(last, OrganisationDraft.InForceFrom(
                    run.Rows.Data.Delegations.Where(d => d.DelegateId == person.Id || d.PrincipalId == person.Id), last.AddDays(1)));
            }
        }

        base.Finish(run);
    }

    protected override IEnumerable<(string Column, Refusal Refusal)> WhyNot(WorkbookRun run, StaffMember row, bool isNew)
    {
        if (row.ValidTo is not { } last)
        {
            yield break;
        }

        var groups = OrganisationDraft.InForceFrom(run.All<GroupMembership>().Where(m => m.PersonId == row.Id), last.AddDays(1))
            .Select(m => run.Names.Label(GroupSheet.SheetKey, m.GroupId)).Distinct().ToList();
        if (groups.Count > 0)
        {
            yield return ("to", WorkbookRefusals.StillMember(row.FullName, string.Join(", ", groups)));
        }

        if (OrganisationDraft.InForceFrom(run.All<CommitteeLeader>().Where(l => l.PersonId == row.Id), last.AddDays(1)).Any())
        {
            yield return ("to", WorkbookRefusals.StillLeader(row.FullName));
        }
    }
}
