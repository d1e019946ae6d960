using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Meetings;
using Portal.Web.Persistence.Seed;

namespace Portal.Web.Processes.Meetings.Demo;

/// <summary>What the people of the demo write about a meeting. Everything is invented.</summary>
internal sealed class MeetingTexts(OrganisationDirectory directory, PlannedMeeting meeting)
{
    private static readonly string[] Titles =
    [
        "Hội nghị Ban Chấp hành Đảng bộ về sơ kết công tác quý",
        "Họp Ban Thường vụ về công tác cán bộ",
        "Họp tập thể lãnh đạo về kiện toàn tổ chức bộ máy",
        "Hội nghị kiểm điểm tập thể, cá nhân",
        "Họp về chất lượng sinh hoạt chi bộ và phát triển đảng viên",
        "Hội nghị triển khai nghị quyết, chỉ thị mới",
    ];

    private static readonly string[] Conclusions =
    [
        "Thống nhất nội dung báo cáo; giao bộ phận tham mưu hoàn thiện, ban hành trong tuần.",
        "Thông qua phương án nhân sự, trình cấp có thẩm quyền theo phân cấp.",
        "Giao các chi bộ rà soát, báo cáo kết quả trước ngày 25 hằng tháng.",
        "Tiếp tục theo dõi, cho ý kiến ở kỳ họp sau.",
    ];

    public InvitationInput Invitation(DateTime starts, DateTime ends)
    {
        var free = meeting.Fate == MeetingFate.NoInvitation;
        return new InvitationInput
        {
            Secrecy = SecrecyGate.No,
            AreaIds = [meeting.Area],
            Host = DemoNames.CommitteeOf(directory.AreaName(meeting.Area)),
            WithoutInvitation = free,
            WithoutInvitationReason = free ? "Hội nghị bàn công tác cán bộ thuộc phạm vi theo dõi, đơn vị chưa gửi giấy mời." : null,
            DocumentNumber = free ? null : $"{1 + (meeting.Variant % 190):00}-GM/ĐU",
            DocumentDate = free ? null : VietnamTime.DayOf(meeting.RegisteredAt),
            ReceivedAt = free ? null : VietnamTime.ToLocal(meeting.RegisteredAt).AddMinutes(-5),
            Channel = free ? null : InvitationChannel.EDocument,
            AddressedTo = free ? null : InvitationAddressee.GroupLead,
            MeetingTypeId = new[] { "HNBCH", "HBTV", "HTTLD", "HNKD" }[meeting.Variant % 4],
            Title = Titles[meeting.Variant % Titles.Length],
            StartsAt = starts,
            EndsAt = ends,
            Online = meeting.Variant % 11 == 0,
            Place = meeting.Variant % 11 == 0 ? null : "Hội trường Đảng ủy",
            Agenda = "Thảo luận báo cáo, cho ý kiến các nội dung thuộc thẩm quyền.",
            Domains = [WorkDomains.All[meeting.Variant % 4]],
            AskedToSpeak = false,
            SeparateReason = "Cuộc họp riêng theo giấy mời này.",
        };
    }

    public NominationInput Nomination(string attendee, string lead, string[] extras) => new()
    {
        Secrecy = SecrecyGate.No,
        Option = OptionFor(attendee, lead, extras),
        NomineeId = attendee,
        LeadBusyReason = attendee == lead ? null : WhyLeadIsBusy,
        Extras = extras.Length == 0
            ? null
            : [.. extras.Select(e => new ExtraAttendeeInput { PersonId = e, Covers = "Nội dung hồ sơ, đảng viên" })],
        NecessityReason = extras.Length == 0 ? null : "Hội nghị có nội dung chuyên sâu cần người phụ trách dự.",
        WillSpeak = false,
    };

    private LeadBusyReason WhyLeadIsBusy => meeting.Variant % 2 == 0 ? LeadBusyReason.Trip : LeadBusyReason.Meeting;

    private static NominationOption OptionFor(string attendee, string lead, string[] extras)
    {
        if (extras.Length > 0)
        {
            return NominationOption.WithExtra;
        }

        return attendee == lead ? NominationOption.LeadAttends : NominationOption.MemberAttends;
    }

    public AttendanceNotesInput Notes(DateTime ends, bool late) => new()
    {
        Secrecy = SecrecyGate.No,
        LeftAt = ends,
        ChairedBy = "Đồng chí bí thư cấp ủy",
        Course = "Hội nghị nghe báo cáo, thảo luận và biểu quyết theo đúng chương trình; có 12 ý kiến phát biểu.",
        Conclusions = Conclusions[meeting.Variant % Conclusions.Length],
        Procedure = meeting.Variant % 17 == 0 ? ProcedureObserved.Shortcomings : ProcedureObserved.Correct,
        ProcedureText = meeting.Variant % 17 == 0 ? "Tài liệu gửi đại biểu chậm so với quy định." : null,
        Spoke = false,
        Share = meeting.Variant % 9 == 0 ? "Hội nghị thống nhất các nội dung trình; nhóm theo dõi việc thực hiện." : null,
        Remarks = meeting.Variant % 9 == 0 ? "Đồng chí chủ trì điều hành tốt, phát huy dân chủ; cần chú ý thời gian." : null,
        Items = meeting.Variant % 4 == 0
            ? [new ReportItemInput
            {
                AreaId = meeting.Area,
                Kind = ReportItemKind.Recommendation,
                Domain = WorkDomains.All[meeting.Variant % 4],
                Content = "Kiến nghị hướng dẫn rõ hơn việc chuyển sinh hoạt đảng.",
                Level = ReportItemLevel.Normal,
                ConcernsPersonnel = false,
            }]
            : null,
        LateReason = late ? "Đi công tác địa bàn liên tục sau cuộc họp." : null,
    };
}
