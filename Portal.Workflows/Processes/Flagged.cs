using Portal.Domain.Cases;

namespace Portal.Workflows.Processes;

/// <summary>Whom a report tells at once, and not when its case is closed.</summary>
internal static class Flagged
{
    /// <summary>R-RPT-04 [Q] Đ7.A.4: a matter that is the head's goes to the head; what is urgent goes to the leader in charge.</summary>
    /// <param name="isUrgent">The report as a whole is, whatever its items say.</param>
    public static IReadOnlyList<(NotificationKind Kind, IReadOnlyList<string> Who)> By(
        AreaIssueInput[]? issues, ReportItemInput[]? items, bool isUrgent = false)
    {
        List<(NotificationKind, IReadOnlyList<string>)> tell = [];
        if ((issues ?? []).Any(i => i.IsForHead()) || (items ?? []).Any(i => i.IsForHead()))
        {
            tell.Add((NotificationKind.ForHead, ["head"]));
        }

        if (isUrgent || (items ?? []).Any(i => i.Level == ReportItemLevel.Urgent))
        {
            tell.Add((NotificationKind.UrgentItem, ["leaderInCharge"]));
        }

        return tell;
    }
}
