using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.GroupMeetings;
using Portal.Domain.Organisation;
using Portal.Domain.ReportItems;
using Portal.Web.Operations;
using Portal.Web.Texts;
using Portal.Workflows.Runtime;

namespace Portal.Web.Processes.GroupMeetings;

/// <summary>
/// What a group has to talk about (Đ7.B.2): open items of its areas and what its members are late with. Nothing Restricted is in it: it is
/// for everybody of the group.
/// </summary>
public sealed class GroupAgenda(PortalOperations operations, TextCatalogue texts)
{
    /// <summary>Items that are put on an agenda or offered to the minutes: what is urgent first, then the oldest.</summary>
    private const int MostItems = 20;

    /// <summary>Late steps that an agenda names.</summary>
    private const int MostLate = 10;

    /// <summary>Characters of an item that stand on an agenda.</summary>
    private const int MostOfItem = 120;

    /// <summary>Open items of the group's areas that everybody of the group reads.</summary>
    public async Task<IReadOnlyList<ReportItem>> ItemsAsync(
        Actor actor, string groupId, CaseContext context, CancellationToken cancellation = default)
    {
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        var areas = context.Directory.WithPredecessors(context.Directory.AreasOfGroup(groupId, context.Today)).ToList();
        return await operations.ReadAsync(
            async db => await db.ReportItems.Where(ReportItemAccess.Readable(scope)).Where(ReportItemAccess.Open)
                .Where(i => areas.Contains(i.AreaId) && i.Sensitivity == Sensitivity.Normal)
                .OrderByDescending(i => i.Level == ReportItemLevel.Urgent)
                .ThenBy(i => i.CreatedAt)
                .Take(MostItems)
                .ToListAsync(cancellation),
            cancellation);
    }

    /// <summary>The agenda as the records would write it, in Vietnamese; none for who is not of the group.</summary>
    public async Task<AgendaPoint[]> PointsAsync(
        Actor actor, string groupId, CaseContext context, CancellationToken cancellation = default)
    {
        if (!context.IsForMemberOf(groupId))
        {
            return [];
        }

        var items = await ItemsAsync(actor, groupId, context, cancellation);
        var late = await LateAsync(groupId, context, cancellation);
        List<string> topics =
        [
            .. items.GroupBy(i => i.AreaId).Select(area => Words(
                "of-area", context.Directory.AreaName(area.Key), string.Join("; ", area.Select(i => Words(
                    "item", texts.InVietnamese(LocalText.Of($"option.{i.Kind}")), i.InShort(MostOfItem).TrimEnd('.')))))),
        ];
        if (late.Count > 0)
        {
            topics.Add(Words("late", string.Join("; ", late)));
        }

        topics.Add(Words("other"));
        return [.. topics.Select(t => new AgendaPoint { Topic = Fitting(t) })];
    }

    private async Task<List<string>> LateAsync(string groupId, CaseContext context, CancellationToken cancellation)
    {
        var now = context.Now;
        return await operations.ReadAsync(
            async db => await db.UserTasks
                .Where(t => t.State == UserTaskState.Open && t.GroupId == groupId && t.DueAt < now)
                .Where(t => t.Sensitivity == Sensitivity.Normal && !t.IsAboutRestricted)
                .GroupBy(t => new { t.CaseNumber, t.Title })
                .OrderBy(g => g.Min(t => t.DueAt))
                .Take(MostLate)
                .Select(g => g.Key.CaseNumber + " – " + g.Key.Title)
                .ToListAsync(cancellation),
            cancellation);
    }

    private static string Fitting(string topic) =>
        topic.Length <= GroupMeetingForms.MaxTopic ? topic : topic[..(GroupMeetingForms.MaxTopic - 1)] + "…";

    private string Words(string key, params object?[] args) => texts.Document($"group-meeting.{key}", args);
}
