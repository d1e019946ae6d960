using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Domain.Administration.Workbook;

/// <summary>Lãnh đạo Ban (Đ2.5), with the role that goes with the position.</summary>
public sealed class LeaderSheet : WorkbookSheet<CommitteeLeader>
{
    public override string Key => "leaders";

    public override int Order => 40;

    public override IReadOnlyList<WorkbookColumn> Columns { get; } =
    [
        new("person", CellKind.Reference) { IsRequired = true, IsIdentity = true, Of = StaffSheet.SheetKey },
        new("position", CellKind.Choice)
        {
            IsRequired = true,
            FixedBy = "Workbook.Fixed",
            Options = [.. Enum.GetNames<LeaderPosition>()],
            OptionWords = "option.position.",
        },
        new("isStanding", CellKind.YesNo) { FixedBy = "Workbook.Fixed" },
        new("order", CellKind.Whole) { FixedBy = "Workbook.Fixed" },
        new("from", CellKind.Day) { IsRequired = true, IsIdentity = true },
        new("to", CellKind.Day),
    ];

    protected override IReadOnlyDictionary<string, string> Of(CommitteeLeader row) => new Dictionary<string, string>
    {
        ["person"] = row.PersonId,
        ["position"] = row.Position.ToString(),
        ["isStanding"] = WorkbookReading.Of(row.IsStanding),
        ["order"] = WorkbookReading.Of(row.Order),
        ["from"] = WorkbookReading.Of(row.ValidFrom),
        ["to"] = WorkbookReading.Of(row.ValidTo),
    };

    protected override CommitteeLeader Make(WorkbookRun run, WorkbookReading reading)
    {
        var (person, position, from) = (reading["person"], reading.Choice<LeaderPosition>("position"), reading.Day("from")!.Value);
        var role = RoleOf(position);
        if (!run.All<RoleGrant>().Any(r => r.PersonId == person && r.Role == role && r.ValidFrom == from))
        {
            run.Draft.Add(new RoleGrant { PersonId = person, Role = role, ValidFrom = from });
        }

        return new CommitteeLeader
        {
            PersonId = person,
            Position = position,
            IsStanding = reading.Flag("isStanding", false) && position != LeaderPosition.Head,
            Order = reading.Whole("order", run.All<CommitteeLeader>().Select(l => l.Order + 1).DefaultIfEmpty().Max()),
            ValidFrom = from,
        };
    }

    protected override void Change(WorkbookRun run, CommitteeLeader row, WorkbookReading reading)
    {
        row.ValidTo = reading.Day("to", row.ValidTo);
        foreach (var role in run.All<RoleGrant>()
            .Where(r => r.PersonId == row.PersonId && r.Role == RoleOf(row.Position) && r.ValidFrom == row.ValidFrom))
        {
            role.ValidTo = row.ValidTo;
        }
    }

    // Nobody has two positions at a time.
    protected override string? PeriodOf(CommitteeLeader row) => row.PersonId;

    /// <summary>The Committee has one head and one standing deputy at a time, and always a head (R-ORG-08).</summary>
    public override void Finish(WorkbookRun run)
    {
        base.Finish(run);
        var changed = run.Taken(this).Where(t => t.IsNew || t.IsChanged).ToList();
        if (changed.Count > 0 && run.Draft.Directory.Head(run.Draft.Today) is null)
        {
            changed[0].Refuse("", WorkbookRefusals.HeadMissing);
        }
    }

    protected override IEnumerable<(string Column, Refusal Refusal)> WhyNot(WorkbookRun run, CommitteeLeader row, bool isNew)
    {
        if (run.Draft.Directory.Person(row.PersonId)?.IsValidOn(row.ValidFrom) != true)
        {
            yield return ("from", WorkbookRefusals.PersonNotValid(run.Names.Label(StaffSheet.SheetKey, row.PersonId), row.ValidFrom));
        }

        if (run.All<CommitteeLeader>()
            .FirstOrDefault(l => l.PersonId != row.PersonId && l.Overlaps(row) && IsSamePlace(l, row)) is { } other)
        {
            yield return ("from", WorkbookRefusals.Overlaps(other.ValidFrom, other.ValidTo));
        }
    }

    // Of a head and of a standing deputy there is one.
    private static bool IsSamePlace(CommitteeLeader one, CommitteeLeader other) =>
        (one.Position == LeaderPosition.Head && other.Position == LeaderPosition.Head) || (one.IsStanding && other.IsStanding);

    private static Role RoleOf(LeaderPosition position) => position == LeaderPosition.Head ? Role.HeadOfCommittee : Role.DeputyHead;
}
