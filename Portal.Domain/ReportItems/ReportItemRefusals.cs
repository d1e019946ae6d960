using Portal.Domain.Common;

namespace Portal.Domain.ReportItems;

/// <summary>What is refused about an item, and why.</summary>
internal static class ReportItemRefusals
{
    public static Refusal NotInThisState(ReportItemState state) => CommonRefusals.NotInThisState(state);

    /// <summary>It goes on as part of another.</summary>
    public static Refusal Merged { get; } = Refusal.NotNow("ReportItem.Merged");

    /// <summary>Somebody was given it to do; that ends it, or is cancelled first.</summary>
    public static Refusal TaskOpen { get; } = Refusal.NotNow("ReportItem.TaskOpen", "Đ4.1-2");

    public static Refusal OnlyWatchers { get; } = Refusal.NotAllowed("ReportItem.OnlyWatchers", "Đ5.1");

    public static Refusal OnlyLead { get; } = Refusal.NotAllowed("ReportItem.OnlyLead", "Đ7.B.2");

    public static Refusal OnlyLeader { get; } = Refusal.NotAllowed("ReportItem.OnlyLeader", "Đ5.1");

    /// <summary>R-RPT-04 [Q]: it is of what Đ7.A.4 sends to the head.</summary>
    public static Refusal OnlyHead { get; } = Refusal.NotAllowed("ReportItem.OnlyHead", "Đ7.A.4");

    public static Refusal OnlyDepartment { get; } = Refusal.NotAllowed("ReportItem.OnlyDepartment", "Đ11");

    /// <summary>X-02: what judges a person is for the group's lead, the leader in charge and the head.</summary>
    public static Refusal RestrictedNotReleased { get; } = Refusal.NotAllowed("ReportItem.RestrictedNotReleased", "Đ7.A.6");

    public static Refusal NotReleased { get; } = Refusal.NotNow("ReportItem.NotReleased", "Đ11");

    public static Refusal NoSuchDepartment { get; } =
        Refusal.Invalid([new FieldError("departmentId", "ReportItem.NoSuchDepartment", "Đ11")]);

    public static Refusal SameDepartment { get; } = Refusal.Invalid([new FieldError("departmentId", "ReportItem.SameDepartment", "Đ11")]);

    public static Refusal SameLevel { get; } = Refusal.Invalid([new FieldError("level", "ReportItem.SameLevel")]);

    /// <summary>Of another area, merged itself, or not as confidential.</summary>
    public static Refusal NotTheSame { get; } = Refusal.Invalid([new FieldError("intoId", "ReportItem.NotTheSame")]);

    /// <summary>R-ORG-06: nobody watches it today, or another group does.</summary>
    public static Refusal NotOwnArea(string areaName) =>
        Refusal.Invalid([new FieldError("areaId", "ReportItem.NotOwnArea", "Đ5.1", areaName)]);
}
