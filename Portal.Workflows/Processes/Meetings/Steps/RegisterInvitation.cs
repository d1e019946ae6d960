using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Meetings;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.Meetings.Steps;

/// <summary>Step 1: an invitation is registered (Đ7.B.3); registered again after the lead gave it back.</summary>
internal sealed class RegisterInvitation() : Step<MeetingAttendance, InvitationInput>(
    MeetingForms.Invitation, new InvitationValidator(), "Submit")
{
    protected override Result Do(InvitationInput input, StepContext<MeetingAttendance> at)
    {
        var mine = input with { AreaIds = [.. input.AreaIds!.Where(a => IsMine(a, at))] };
        if (at.Existing is { } existing)
        {
            return existing.Correct(mine, Similar(at.Turn), at.Context);
        }

        var chosen = mine.AreaIds.Length == 0 ? input : mine;
        var made = MeetingAttendance.Register(at.File.Case.Id, at.File.Case.GroupId, chosen, Similar(at.Turn), at.Context);
        if (made.IsSuccess)
        {
            at.File.Subject = made.Value;
        }

        return made;
    }

    protected override StepEffect CameOfIt(InvitationInput input, StepContext<MeetingAttendance> at) => new()
    {
        Files = at.File.Case.ParentId is null ? input.Files ?? [] : [],
        Events = [.. OtherGroups(input, at).Select(i => (MeetingProcess.ConcernsOtherGroup, (object?)i))],
    };

    private static bool IsMine(string areaId, StepContext<MeetingAttendance> at) =>
        at.Context.Directory.GroupOfArea(areaId, at.Context.Today) is not { } group || group == at.File.Case.GroupId;

    /// <summary>Meetings at about the same time, as they were looked up for this answer.</summary>
    internal static IEnumerable<(string Number, MeetingAttendance Meeting)> Similar(Turn turn)
    {
        var numbers = turn.Related.OfType<Case>().ToDictionary(c => c.Id, c => c.Number);
        return turn.Related.OfType<MeetingAttendance>().Where(m => numbers.ContainsKey(m.CaseId)).Select(m => (numbers[m.CaseId], m));
    }

    // E-M10: one invitation, a nomination for each group; each leader in charge decides the own.
    private static IEnumerable<InvitationOfGroup> OtherGroups(InvitationInput input, StepContext<MeetingAttendance> at)
    {
        if (at.File.Case.ParentId is not null)
        {
            return [];
        }

        var others = input.AreaIds!.Where(a => !IsMine(a, at)).GroupBy(a => at.Context.Directory.GroupOfArea(a, at.Context.Today)!);
        return others.Select(g =>
        {
            var form = (JsonObject)at.Answer.Form.DeepClone();
            form["areaIds"] = new JsonArray([.. g.Select(a => (JsonNode)JsonValue.Create(a)!)]);
            form.Remove("files");
            return new InvitationOfGroup(g.Key, [.. g], form);
        });
    }
}
