using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.ReportItems;

namespace Portal.Domain.GroupMeetings;

/// <content>What the minutes may say, and what comes of it.</content>
public sealed partial class GroupMeeting
{
    /// <summary>The items of areas that come of the minutes: shortcomings that the leader is to know of, and what is the head's.</summary>
    public IReadOnlyList<ReportItem> Items(CaseContext context) =>
    [
        .. (Minutes?.Shortcomings ?? []).Select((row, i) => (Row: row, Number: i + 1)).Where(s => s.Row.IsTold())
            .Select(s => ReportItem.Reported(
                s.Row.ToItem(), CaseId, s.Number, GroupId, RecordedById, Minutes!.ConcernsPersonnel == true, null, context)),
    ];

    // Of a Restricted meeting nothing goes into the open history of an item; rows that say nothing are not kept.
    private static GroupMinutesInput AsKept(GroupMinutesInput input, IReadOnlyCollection<ReportItem> known) => input with
    {
        Recommendations = input.ConcernsPersonnel == true ? null : Some(
            (input.Recommendations ?? []).Where(r => r.Outcome is not null).Select(
                (r, i) => r with { Item = i + 1, What = known.FirstOrDefault(k => k.Id == r.ItemId)?.InShort(GroupMeetingForms.MaxWhat) })),
        Shortcomings = Some((input.Shortcomings ?? []).OrderBy(s => s.IsRestricted())),
        Tasks = Some(input.Tasks ?? []),
    };

    private static T[]? Some<T>(IEnumerable<T> rows) => rows.ToArray() is { Length: > 0 } some ? some : null;

    // Said at the rows as they were sent.
    private IEnumerable<FieldError> WhatIsWrong(
        GroupMinutesInput input, GroupMinutesInput minutes, IReadOnlyCollection<ReportItem> known, CaseContext context)
    {
        var spokenOf = (minutes.Recommendations ?? []).Select(r => r.ItemId).ToHashSet();
        var seen = new HashSet<Guid?>();
        return
        [
            .. Unknown(input.AttendedIds, "attendedIds", context),
            .. (input.Recommendations ?? []).SelectMany((row, i) => row.Outcome is null || !spokenOf.Contains(row.ItemId)
                ? []
                : Wrong(row, $"recommendations[{i}]", seen.Add(row.ItemId), known, context)),
            .. (input.Shortcomings ?? []).SelectMany((row, i) => WrongArea(row.AreaId, $"shortcomings[{i}].areaId", context)),
            .. (input.Tasks ?? []).SelectMany((row, i) => WrongTask(row.AssigneeId, row.Due, $"tasks[{i}].", context)),
        ];
    }

    private IEnumerable<FieldError> Wrong(
        HandledRecommendation row, string path, bool isFirst, IReadOnlyCollection<ReportItem> known, CaseContext context)
    {
        if (known.FirstOrDefault(k => k.Id == row.ItemId) is not { Sensitivity: Sensitivity.Normal } item
            || item.WatchingGroup(context) != GroupId || !isFirst)
        {
            yield return new FieldError($"{path}.item", "GroupMeeting.NoSuchItem", "Đ7.B.2");
        }
        else if (item.WhyNot(ActOf(row.Outcome!.Value), context) is { } refusal)
        {
            yield return new FieldError($"{path}.outcome", refusal.Code, refusal.Clause, [.. refusal.Args]);
        }
    }

    private IEnumerable<FieldError> WrongArea(string? areaId, string path, CaseContext context)
    {
        if (context.Directory.GroupOfArea(areaId ?? "", context.Today) != GroupId)
        {
            yield return new FieldError(path, "GroupMeeting.OtherArea", "Đ7.B.2");
        }
    }

    private IEnumerable<FieldError> WrongTask(string? assigneeId, DateOnly? due, string path, CaseContext context)
    {
        if (!context.Directory.IsMember(GroupId, assigneeId ?? "", context.Today))
        {
            yield return new FieldError($"{path}assigneeId", "GroupMeeting.NotOfGroup", "Đ7.B.1", context.Directory.NameOf(assigneeId));
        }

        if (due < context.Today)
        {
            yield return new FieldError($"{path}due", "Common.InPast", "Đ7.B.1");
        }
    }

    private static ReportItemAct ActOf(RecommendationOutcome outcome) => outcome switch
    {
        RecommendationOutcome.Started => ReportItemAct.Start,
        RecommendationOutcome.Resolved => ReportItemAct.Resolve,
        _ => ReportItemAct.Note,
    };

    private static void MoveOn(ReportItem item, HandledRecommendation row, string number, CaseContext context)
    {
        var words = new ItemWordsInput { Words = $"{number}: {row.Words}" };
        _ = row.Outcome switch
        {
            RecommendationOutcome.Started => item.Start(words, context),
            RecommendationOutcome.Resolved => item.Resolve(words, context),
            _ => item.Note(words, context),
        };
    }
}
