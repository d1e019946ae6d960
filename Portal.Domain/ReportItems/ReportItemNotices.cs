using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Domain.ReportItems;

/// <summary>
/// Who is told of what was done with an item: the area and the act, never a word of it; of a Restricted one not even these.
/// </summary>
public static class ReportItemNotices
{
    /// <summary>Notices of all that was done since the item was read; nobody is told of their own act.</summary>
    public static IEnumerable<Notification> Of(ReportItem item, CaseContext context) =>
        item.History.SelectMany(e => Of(item, e, context)).DistinctBy(n => (n.PersonId, n.Kind, n.Text));

    /// <summary>Told at once of an item that was entered by itself: the head of what is the head's, the leader of level Khẩn.</summary>
    public static IEnumerable<Notification> OfNew(ReportItem item, CaseContext context) =>
        item.GoesToHead
            ? To(item, NotificationKind.ForHead, [HeadOf(item, context)], LocalText.Of($"option.{item.Kind}"), context)
                .Concat(OfUrgent(item, context))
            : OfUrgent(item, context);

    /// <summary>Level Khẩn (Đ5.1): the leader in charge is told at once.</summary>
    private static IEnumerable<Notification> OfUrgent(ReportItem item, CaseContext context) =>
        item.Level == ReportItemLevel.Urgent
            ? To(item, NotificationKind.UrgentItem, [item.LeaderOf(context)], LocalText.Of($"option.{item.Kind}"), context)
            : [];

    // R-RPT-04 [Q]: an addressee of all that is told of it.
    private static string? HeadOf(ReportItem item, CaseContext context) =>
        item.GoesToHead ? context.Directory.Head(context.Today) : null;

    private static IEnumerable<Notification> Of(ReportItem item, ReportItemEntry entry, CaseContext context)
    {
        var (leader, head) = (item.LeaderOf(context), HeadOf(item, context));
        var lead = context.Directory.LeadOf(item.WatchingGroup(context), context.Today);
        var people = entry.Act switch
        {
            ReportItemAct.Report => [leader, head],
            ReportItemAct.Answer => [leader, lead],
            ReportItemAct.Release or ReportItemAct.Recall => DepartmentOf(entry, context),
            ReportItemAct.Direct or ReportItemAct.Reject or ReportItemAct.Reopen => [lead, item.AuthorId],
            ReportItemAct.Resolve or ReportItemAct.CarryOver or ReportItemAct.TaskDone or ReportItemAct.TaskCancelled =>
                [leader, lead, item.AuthorId, head],
            _ => Array.Empty<string?>(),
        };
        var told = To(item, NotificationKind.ReportItem, people, LocalText.Of($"item-act.{entry.Act}"), context);
        return entry.Level == ReportItemLevel.Urgent ? told.Concat(OfUrgent(item, context)) : told;
    }

    // Its heads; everybody of it where it has none.
    private static string?[] DepartmentOf(ReportItemEntry entry, CaseContext context)
    {
        var (directory, today) = (context.Directory, context.Today);
        string[] staff = [.. directory.Data.Staff.Where(s => s.DepartmentId == entry.DepartmentId && s.IsValidOn(today)).Select(s => s.Id)];
        string[] heads = [.. staff.Where(p => directory.HasRole(p, Role.DepartmentHead, today))];
        return heads.Length > 0 ? heads : staff;
    }

    private static IEnumerable<Notification> To(
        ReportItem item, NotificationKind kind, IEnumerable<string?> people, LocalText what, CaseContext context) =>
        people.OfType<string>().Distinct().Where(p => p.Length > 0 && p != context.Actor.PersonId).Select(p => new Notification
        {
            PersonId = p,
            Kind = kind,
            ItemId = item.Id,
            Text = item.Sensitivity == Sensitivity.Normal
                ? LocalText.Join(what, LocalText.Typed(context.Directory.AreaName(item.AreaId)))
                : LocalText.Of("ReportItem.Restricted"),
            At = context.Now,
        });
}
