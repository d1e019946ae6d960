using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Meetings;
using Portal.Domain.Organisation;
using Portal.Web.Persistence.Seed;

namespace Portal.Web.Processes.Meetings.Demo;

/// <summary>The demo's meetings: about five a month for each group, and the story cases of P2.</summary>
internal sealed class DemoMeetings(DemoStage stage, int seed, int months)
{
    private const int PerGroupAndMonth = 5;

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

    private readonly Random _random = new(seed + 1);

    private enum Fate
    {
        Plain,
        LeadBusy,
        Extra,
        Refused,
        Moved,
        LateInvitation,
        ExtraRefused,
        NoInvitation,
        LateNotes,
    }

    public IEnumerable<DemoScript> Scripts() => Plan().Select(m => new DemoScript(m.RegisteredAt, () => PlayAsync(m)));

    private IEnumerable<PlannedMeeting> Plan()
    {
        var today = VietnamTime.DayOf(stage.Now);
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(-months);
        foreach (var group in stage.Directory.Data.Groups.OrderBy(g => g.Id, StringComparer.Ordinal))
        {
            for (var i = 0; i < (months + 1) * PerGroupAndMonth; i++)
            {
                if (Make(group.Id, first.AddMonths(i / PerGroupAndMonth)) is { } meeting)
                {
                    yield return meeting;
                }
            }
        }

        DateOnly Back(int days) => stage.Data.Calendar.AddWorkingDays(today, -days);
        yield return Story("N04", "A026", Back(5), Fate.LateInvitation, Back(6), 16, 901);
        yield return Story("N03", "A019", Back(9), Fate.LeadBusy, Back(12), 9, 902);
        yield return Story("N07", "A055", Back(6), Fate.ExtraRefused, Back(10), 10, 903);
        yield return Story("N02", "A012", Back(8), Fate.NoInvitation, Back(11), 8, 904);
        yield return Story("N03", "A022", stage.Data.Calendar.AddWorkingDays(today, 2), Fate.Plain, Back(1), 9, 905);
        yield return Story("N01", "A002", stage.Data.Calendar.AddWorkingDays(today, 3), Fate.Extra, Back(1), 14, 906);
    }

    private static PlannedMeeting Story(string group, string area, DateOnly day, Fate fate, DateOnly registered, int hour, int variant) =>
        new(group, area, day, 8, DemoStage.Local(registered, hour, fate == Fate.LateInvitation ? 30 : 10), fate, variant);

    private PlannedMeeting? Make(string group, DateOnly month)
    {
        var day = stage.Data.Calendar.OnOrAfter(month.AddDays(_random.Next(1, 27)));
        var (roll, area, variant, hour) = (_random.Next(100), _random.Next(1000), _random.Next(1_000_000), _random.Next(2) == 0 ? 8 : 14);
        var fate = roll switch
        {
            < 14 => Fate.LeadBusy,
            < 22 => Fate.Extra,
            < 25 => Fate.Refused,
            < 30 => Fate.Moved,
            < 34 => Fate.LateInvitation,
            < 41 => Fate.LateNotes,
            _ => Fate.Plain,
        };
        var registered = stage.Data.Calendar.AddWorkingDays(day, fate == Fate.LateInvitation ? -1 : -3 - (variant % 4));
        var areas = stage.Directory.AreasOfGroup(group, registered)
            .Where(a => stage.Directory.Area(a)!.IsValidOn(day) && stage.Directory.GroupOfArea(a, day) == group)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (areas.Count == 0 || registered < DemoOrganisation.Begin.AddDays(5))
        {
            return null;
        }

        return new PlannedMeeting(
            group,
            areas[area % areas.Count],
            day,
            hour,
            DemoStage.Local(registered, fate == Fate.LateInvitation ? 16 : 8 + (variant % 8), variant % 60),
            fate,
            variant);
    }

    private async IAsyncEnumerable<DateTime> PlayAsync(PlannedMeeting meeting)
    {
        var day = VietnamTime.DayOf(stage.Clock);
        var members = stage.Directory.MembersOf(meeting.Group, day).ToList();
        var (lead, leader) = (members[0], stage.Directory.LeaderInCharge(null, meeting.Group, day)!);
        var (starts, ends) = (
            meeting.Day.ToDateTime(new TimeOnly(meeting.Hour, 0)), meeting.Day.ToDateTime(new TimeOnly(meeting.Hour + 3, 0)));
        var clerk = stage.Directory.PeopleWith(Role.RecordsClerk, day).First();
        var registered = await stage.StartAsync(
            "meeting-attendance", meeting.Fate == Fate.NoInvitation ? lead : clerk, Invitation(meeting, starts, ends), "invitation");
        if (registered is null)
        {
            yield break;
        }

        // Steps that precede the meeting are played before it, however short the time.
        DateTime Before(double hours)
        {
            var (at, last) = (stage.InHours(hours), VietnamTime.ToUtc(starts).AddMinutes(-40));
            if (at < last)
            {
                return at;
            }

            if (stage.Clock.AddMinutes(10) < last)
            {
                return stage.Clock.AddMinutes(10);
            }

            return stage.Clock.AddMinutes(1);
        }

        var id = registered.CaseId;
        yield return Before(1 + (meeting.Variant % 4));
        var attendee = meeting.Fate == Fate.LeadBusy ? members[1 + (meeting.Variant % (members.Count - 1))] : lead;
        var extras = meeting.Fate switch
        {
            Fate.Extra => members.Where(m => m != attendee).Take(1).ToArray(),
            Fate.ExtraRefused => [.. members.Where(m => m != attendee).Take(2)],
            _ => [],
        };
        await stage.AnswerAsync(id, "nominate", lead, "Submit", Nomination(meeting, attendee, lead, extras));
        yield return Before(1 + (meeting.Variant % 3));
        if (meeting.Fate == Fate.Refused)
        {
            await stage.AnswerAsync(
                id,
                "consent",
                leader,
                "Refuse",
                new ConsentInput
                {
                    Secrecy = SecrecyGate.No,
                    Opinion = "Trùng hội nghị của Ban; đề nghị đơn vị gửi tài liệu để nghiên cứu.",
                });
            yield break;
        }

        if (meeting.Fate == Fate.LateInvitation)
        {
            await stage.AnswerAsync(id, "consent", lead, "OralConsent", new OralReportForm
            {
                Secrecy = SecrecyGate.No,
                OralReport = new OralReportInput
                {
                    ToId = leader,
                    At = VietnamTime.ToLocal(stage.Clock).AddMinutes(-5),
                    Channel = ContactChannel.Phone,
                    Answer = "Đồng ý, về báo cáo lại.",
                },
            });
        }
        else
        {
            await stage.AnswerAsync(
                id,
                "consent",
                leader,
                meeting.Fate == Fate.ExtraRefused ? "ConsentChanged" : "Consent",
                new ConsentInput
                {
                    Secrecy = SecrecyGate.No,
                    ExtraIds = meeting.Fate == Fate.ExtraRefused ? extras[..1] : null,
                    Opinion = meeting.Fate == Fate.ExtraRefused ? "Chỉ cử thêm một đồng chí phụ trách nội dung hồ sơ." : null,
                });
        }

        yield return Before(2);
        await stage.AnswerAsync(
            id,
            "reply",
            clerk,
            "Replied",
            new MeetingReplyInput { Secrecy = SecrecyGate.No, SentAt = VietnamTime.ToLocal(stage.Clock).AddMinutes(-3) });
        if (meeting.Fate == Fate.Moved)
        {
            (starts, ends) = (starts.AddDays(1), ends.AddDays(1));
            await stage.AnswerAsync(
                id,
                "follow",
                lead,
                "Move",
                new MeetingMoveInput
                {
                    Secrecy = SecrecyGate.No,
                    StartsAt = starts,
                    EndsAt = ends,
                    Reason = "Đơn vị thông báo lùi một ngày.",
                });
        }

        var going = new[] { attendee }.Concat(meeting.Fate == Fate.ExtraRefused ? extras[..1] : extras).ToArray();
        yield return Before(1);
        for (var i = 0; i < going.Length; i++)
        {
            await stage.AnswerAsync(
                id, "prepare", going[i], "Ready", new PreparationInput { Secrecy = SecrecyGate.No, WillSpeak = false }, Line(i));
        }

        if (meeting.Fate == Fate.LateInvitation)
        {
            yield return DemoStage.Local(meeting.Day, 7, 40);
            await stage.AnswerAsync(id, "confirmOral", leader, "ConfirmOral", new ReasonInput { Secrecy = SecrecyGate.No });
        }

        yield return VietnamTime.ToUtc(ends).AddMinutes(10);
        for (var i = 0; i < going.Length; i++)
        {
            await stage.AnswerAsync(
                id,
                "confirm",
                going[i],
                "Attended",
                new ArrivalInput { Secrecy = SecrecyGate.No, ArrivedAt = starts.AddMinutes(-5 - i) },
                Line(i));
        }

        var late = meeting.Fate == Fate.LateNotes;
        yield return late
            ? stage.Data.Calendar.DueInWorkingDays(VietnamTime.ToUtc(ends), 4).AddHours(-5)
            : stage.InHours(3 + (meeting.Variant % 9));
        for (var i = 0; i < going.Length; i++)
        {
            await stage.AnswerAsync(id, "notes", going[i], "Submit", Notes(meeting, ends, late), Line(i));
        }

        yield return stage.InHours(2);
        for (var i = 0; i < going.Length; i++)
        {
            if (going[i] != lead)
            {
                await stage.AnswerAsync(id, "leadReview", lead, "LeadSeen", new ResultReviewInput { Secrecy = SecrecyGate.No }, Line(i));
            }

            foreach (var reader in members.Where(m => m != going[i]).Take(1))
            {
                await stage.AnswerAsync(id, "share", reader, "Read", new System.Text.Json.Nodes.JsonObject(), Line(i));
            }
        }

        yield return stage.InHours(3 + (meeting.Variant % 12));
        for (var i = 0; i < going.Length; i++)
        {
            await stage.AnswerAsync(id, "review", leader, "Acknowledge", new ResultReviewInput { Secrecy = SecrecyGate.No }, Line(i));
        }

        // Not everybody reads in time.
        yield return stage.Data.Calendar.DueInWorkingDays(stage.Clock, 4);
        await stage.AttendAsync(id, "share");
    }

    // A meeting that was moved keeps its lines and their numbers.
    private static string Line(int index) => (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private InvitationInput Invitation(PlannedMeeting meeting, DateTime starts, DateTime ends)
    {
        var free = meeting.Fate == Fate.NoInvitation;
        return new InvitationInput
        {
            Secrecy = SecrecyGate.No,
            AreaIds = [meeting.Area],
            Host = DemoNames.CommitteeOf(stage.Directory.AreaName(meeting.Area)),
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

    private static NominationInput Nomination(PlannedMeeting meeting, string attendee, string lead, string[] extras) => new()
    {
        Secrecy = SecrecyGate.No,
        Option = extras.Length > 0
            ? NominationOption.WithExtra
            : attendee == lead ? NominationOption.LeadAttends : NominationOption.MemberAttends,
        NomineeId = attendee,
        LeadBusyReason = attendee == lead ? null : meeting.Variant % 2 == 0 ? LeadBusyReason.Trip : LeadBusyReason.Meeting,
        Extras = extras.Length == 0
            ? null
            : [.. extras.Select(e => new ExtraAttendeeInput { PersonId = e, Covers = "Nội dung hồ sơ, đảng viên" })],
        NecessityReason = extras.Length == 0 ? null : "Hội nghị có nội dung chuyên sâu cần người phụ trách dự.",
        WillSpeak = false,
    };

    private static AttendanceNotesInput Notes(PlannedMeeting meeting, DateTime ends, bool late) => new()
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

    private sealed record PlannedMeeting(string Group, string Area, DateOnly Day, int Hour, DateTime RegisteredAt, Fate Fate, int Variant);
}
