using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.GroupMeetings;

namespace Portal.Tests.TestKit;

/// <summary>A meeting of group N03 (lead S11, members S31 and S33) on Monday 05/10/2026 at 7 o'clock.</summary>
public static class GroupMeetings
{
    public const string Process = "group-meeting";

    public static readonly DateTime Starts = new(2026, 10, 5, 7, 0, 0);

    public static GroupMeetingInput Call() => new()
    {
        Secrecy = SecrecyGate.No,
        GroupId = "N03",
        StartsAt = Starts,
        Place = "Phòng họp tầng 2",
        InvitedIds = [Trips.Lead, Trips.Member],
        Agenda = [new AgendaPoint { Topic = "Kiến nghị về biên chế của A017" }],
    };

    public static GroupMeetingMoveInput Move() => new()
    {
        Secrecy = SecrecyGate.No,
        StartsAt = Starts.AddDays(1),
        Reason = "Trùng lịch họp giao ban của Ban",
    };

    public static GroupMinutesInput Minutes(params GroupTaskInput[] tasks) => new()
    {
        Secrecy = SecrecyGate.No,
        AttendedIds = [Trips.Lead, Trips.Member],
        ConcernsPersonnel = false,
        Conclusions = "Nhóm thống nhất hướng tháo gỡ, phân công theo dõi",
        Tasks = tasks.Length > 0 ? tasks : null,
    };

    public static GroupTaskInput Work(string person = Trips.Member, int days = 4) => new()
    {
        Content = "Làm việc với đảng ủy xã về biên chế, báo kết quả",
        AssigneeId = person,
        Due = VietnamTime.DayOf(VietnamTime.ToUtc(Starts)).AddDays(days),
    };

    public static GroupTaskChangeInput Change(string person = "S33", int days = 7) => new()
    {
        Secrecy = SecrecyGate.No,
        AssigneeId = person,
        Due = VietnamTime.DayOf(VietnamTime.ToUtc(Starts)).AddDays(days),
        Reason = "Đồng chí được giao đi công tác dài ngày",
    };

    public static Shortcoming Found(bool toLeader = true) => new()
    {
        AreaId = "A017",
        Domain = WorkDomains.OrganizationAndCadres,
        Content = "Hồ sơ đảng viên chuyển đến còn thiếu",
        Correction = "Rà soát, bổ sung hồ sơ trước ngày 20",
        ToLeader = toLeader,
        ConcernsPersonnel = false,
    };

    public static GroupTaskResultInput Result(string words = "Đã làm việc, đảng ủy thống nhất phương án") =>
        new() { Secrecy = SecrecyGate.No, Result = words };

    public static ReasonInput Reason(string words = "Nội dung đã giải quyết xong") => new() { Secrecy = SecrecyGate.No, Reason = words };

    public static async Task<Guid> CallMeetingAsync(this TestPortal portal, GroupMeetingInput? call = null)
    {
        var sent = await portal.StartAsync(Process, Trips.Lead, call ?? Call());
        Assert.True(sent.IsSuccess, sent.Refusal?.ToString());
        return sent.Value.CaseId;
    }

    /// <summary>One with minutes.</summary>
    public static async Task<Guid> RecordMeetingAsync(this TestPortal portal, GroupMinutesInput? minutes = null)
    {
        var id = await portal.CallMeetingAsync();
        await portal.MustAsync(id, "minutes", Trips.Lead, "Submit", minutes ?? Minutes(Work()));
        return id;
    }
}
