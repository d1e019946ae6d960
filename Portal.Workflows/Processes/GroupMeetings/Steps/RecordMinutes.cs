using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.GroupMeetings;
using Portal.Domain.ReportItems;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.GroupMeetings.Steps;

/// <summary>The lead records the meeting; items that it spoke of and that come of it go their own ways.</summary>
internal sealed class RecordMinutes()
    : Step<GroupMeeting, GroupMinutesInput>(GroupMeetingForms.Minutes, new GroupMinutesRules(), "Submit")
{
    protected override Result Do(GroupMinutesInput input, StepContext<GroupMeeting> at) =>
        at.Subject.Record(input, ItemsOf(at), at.File.Case.Number, at.Context);

    // minutes about people are Restricted as a whole; otherwise shortcomings that judge people are kept apart.
    protected override StepEffect CameOfIt(GroupMinutesInput input, StepContext<GroupMeeting> at)
    {
        var kept = at.Subject.Minutes! with { Secrecy = input.Secrecy };
        var effect = new StepEffect
        {
            Files = input.Files ?? [],
            Records =
            [
                .. new AreaRecords(at.Subject.Items(at.Context), []).All(at.Context),
                .. ItemsOf(at).SelectMany(i => ReportItemNotices.Of(i, at.Context)),
            ],
            Tell = Flagged.By(null, [.. (kept.Shortcomings ?? []).Select(s => s.ToItem())]),
            KeepsApart = true,
        };
        if (kept.ConcernsPersonnel == true)
        {
            return effect with { Sensitivity = Sensitivity.Restricted, Kept = FormInput.ToJson(kept) };
        }

        var (open, restricted) = Shortcoming.Split(kept.Shortcomings);
        return effect with
        {
            Kept = FormInput.ToJson(kept with { Shortcomings = open }),
            Apart = restricted is null
                ? null
                : (GroupMeetingForms.Apart.Key, FormInput.ToJson(new GroupMinutesApart { Shortcomings = restricted })),
        };
    }

    private static List<ReportItem> ItemsOf(StepContext<GroupMeeting> at) => [.. at.Turn.Related.OfType<ReportItem>()];
}
