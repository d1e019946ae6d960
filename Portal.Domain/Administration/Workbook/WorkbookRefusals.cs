using Portal.Domain.Common;

namespace Portal.Domain.Administration.Workbook;

/// <summary>What is wrong with rows of a workbook beside what R-ORG-* says.</summary>
public static class WorkbookRefusals
{
    public static Refusal LastAdministrator { get; } = new("Org.LastAdministrator");

    public static Refusal HeadMissing { get; } = new("Org.HeadMissing");

    /// <summary>A leader is in charge of one thing in a row: a group, an area or a department.</summary>
    public static Refusal NotOneCharge { get; } = new("Workbook.NotOneCharge", "Đ2.5");

    public static Refusal OwnParent { get; } = new("Org.OwnParent");

    public static Refusal OwnSuccessor { get; } = new("Workbook.OwnSuccessor");

    /// <summary>The same holds twice on some day.</summary>
    public static Refusal Overlaps(DateOnly from, DateOnly? to) => to is { } last
        ? new("Workbook.Overlaps", null, from, last)
        : new("Workbook.OverlapsOpen", null, from);

    public static Refusal EndsBeforeStart(DateOnly from) => new("Org.EndsBeforeStart", null, from);

    public static Refusal PersonNotValid(string person, DateOnly from) => new("Org.PersonNotValid", null, person, from);

    public static Refusal GroupNotValid(string group, DateOnly from) => new("Org.GroupNotValid", null, group, from);

    public static Refusal NotLeaderThen(string person, DateOnly from) => new("Org.NotLeaderThen", null, person, from);

    public static Refusal StillMember(string person, string groups) => new("Org.StillMember", null, person, groups);

    public static Refusal StillLeader(string person) => new("Org.StillLeader", null, person);

    public static Refusal KindStillUsed(int areas, string names) => new("Org.KindStillUsed", null, areas, names);

    public static Refusal GroupStillWorks(string group, int areas, int cases) => new("Org.GroupStillWorks", null, group, areas, cases);
}
