using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Web.Persistence.Seed;

namespace Portal.Web.Processes.FieldTrips.Demo;

/// <summary>What the people of the demo write. Everything is invented.</summary>
internal sealed class TripTexts(int variant)
{
    private static readonly string[] Purposes =
    [
        "Nắm tình hình tổ chức bộ máy và bố trí cán bộ sau sắp xếp đơn vị hành chính.",
        "Làm việc về chất lượng sinh hoạt chi bộ và công tác phát triển đảng viên.",
        "Nắm tiến độ kiện toàn cấp ủy, chuẩn bị nhân sự chi bộ trực thuộc.",
        "Theo dõi việc thực hiện quy chế dân chủ trong công tác cán bộ.",
        "Nắm tình hình quản lý hồ sơ đảng viên và bảo vệ chính trị nội bộ.",
        "Nắm khó khăn, vướng mắc trong thực hiện chế độ, chính sách đối với cán bộ dôi dư.",
    ];

    private static readonly string[] Situations =
    [
        "Tổ chức bộ máy cơ bản ổn định; còn 03 vị trí chưa bố trí được người có chuyên môn phù hợp.",
        "Các chi bộ duy trì sinh hoạt đúng định kỳ; một số chi bộ ghép còn lúng túng trong sinh hoạt chuyên đề.",
        "Cấp ủy đã phân công nhiệm vụ rõ người, rõ việc; đội ngũ công chức cơ bản đáp ứng yêu cầu.",
        "Công tác kết nạp đảng viên đạt kế hoạch quý; nguồn kết nạp ở khu dân cư còn ít.",
        "Hồ sơ đảng viên được rà soát, bổ sung; việc chuyển sinh hoạt đảng còn chậm ở một số nơi.",
    ];

    private static readonly (ReportItemKind Kind, string Text)[] Items =
    [
        (ReportItemKind.Difficulty, "Thiếu công chức có chuyên môn về công tác tổ chức xây dựng Đảng."),
        (ReportItemKind.Difficulty, "Trụ sở phân tán, đi lại giữa các điểm làm việc khó khăn."),
        (ReportItemKind.Recommendation, "Kiến nghị sớm hướng dẫn chế độ phụ cấp đối với cấp ủy viên kiêm nhiệm."),
        (ReportItemKind.Recommendation, "Kiến nghị bồi dưỡng nghiệp vụ công tác đảng cho bí thư chi bộ mới."),
        (ReportItemKind.Proposal, "Đề xuất cho phép tổ chức sinh hoạt chi bộ trực tuyến ở địa bàn xa."),
        (ReportItemKind.Limitation, "Nghị quyết chi bộ còn chung chung, chưa sát nhiệm vụ."),
        (ReportItemKind.NewModel, "Mô hình “Chi bộ bốn tốt” gắn với tổ công nghệ số cộng đồng."),
        (ReportItemKind.CreativePractice, "Cách làm “mỗi tuần một việc” trong giải quyết hồ sơ cán bộ."),
    ];

    public TripNoticeInput Notice(PlannedTrip trip, DateTime departs, DateTime returns, string[] team, string[] areas)
    {
        var stub = trip.Fate == Fate.Stub;
        return new TripNoticeInput
        {
            Secrecy = stub ? Stub : SecrecyGate.No,
            AreaIds = trip.Areas,
            AdHocReason = trip.AdHoc ? AdHocReason.AreaEvent : AdHocReason.Other,
            AdHocText = stub ? null : WhyNow(trip),
            DepartsAt = departs,
            ReturnsAt = returns,
            Place = $"Trụ sở {DemoNames.CommitteeOf(areas[0])}",
            Purpose = stub ? null : Pick(Purposes),
            Domains = [WorkDomains.All[variant % 4]],
            Programme = stub ? null : [.. areas.Select((a, i) => new ProgrammeLine
            {
                Date = DateOnly.FromDateTime(departs),
                From = new TimeOnly(8 + (3 * i), 0),
                To = new TimeOnly(10 + (3 * i), 30),
                Place = $"Phòng họp {a}",
                With = "Ban Xây dựng Đảng",
                Content = Pick(Purposes),
            })],
            ParticipantIds = team,
            TripLeaderId = trip.Leader,
            Transport = "Xe cơ quan",
            ExpectsToSpeak = false,
            ReportedOrally = false,
        };
    }

    private static string WhyNow(PlannedTrip trip) => trip.AdHoc
        ? "Địa bàn đề nghị làm việc sớm về vướng mắc mới phát sinh."
        : "Theo chương trình công tác tháng của nhóm.";

    public static LeaderOpinionInput Opinion(string? opinion) => new() { Secrecy = SecrecyGate.No, Opinion = opinion };

    public static PriorContactInput Contacts(string[] areas, DateTime at, OrganisationDirectory directory) => new()
    {
        Secrecy = SecrecyGate.No,
        Contacts = [.. areas.Select(a =>
        {
            var contact = directory.Data.Contacts.FirstOrDefault(c => c.AreaId == a);
            return new AreaContactInput
            {
                AreaId = a,
                Exception = false,
                ContactPerson = contact?.FullName ?? "Đồng chí thường trực cấp ủy",
                Position = contact?.Position ?? "Thường trực cấp ủy",
                At = at,
                Channel = ContactChannel.Phone,
                WithAreaLeaders = false,
                Agreed = "Thống nhất thời gian, thành phần và tài liệu chuẩn bị.",
            };
        })],
    };

    public static TripNotesInput Notes(DateTime returns) =>
        new() { Secrecy = SecrecyGate.No, ReturnedAt = returns, Notes = "Làm việc đúng chương trình, thành phần đầy đủ." };

    public TripResultInput Result(PlannedTrip trip, DateTime from, DateTime to, string[] team, bool late)
    {
        if (trip.Fate == Fate.Stub)
        {
            return OffSystemResult(from, to, team);
        }

        var items = Enumerable.Range(0, 2 + (variant % 4)).Select(i => Items[(variant + (i * 3)) % Items.Length]);
        return new TripResultInput
        {
            Secrecy = SecrecyGate.No,
            ActualFrom = from,
            ActualTo = to,
            ParticipantIds = team,
            Punctuality = "Đoàn có mặt đúng giờ tại các buổi làm việc.",
            Met = [.. trip.Areas.Select(a => new MeetingPoint
            {
                AreaId = a,
                Place = "Trụ sở Đảng ủy",
                Person = "Tập thể Ban Xây dựng Đảng",
                Content = Pick(Purposes),
            })],
            Situation = [.. trip.Areas.Select((a, i) => new SituationPart
            {
                AreaId = a,
                Domain = WorkDomains.All[(variant + i) % 4],
                Text = Situations[(variant + i) % Situations.Length],
            })],
            Items = [.. items.Select((item, i) => new ReportItemInput
            {
                AreaId = trip.Areas[i % trip.Areas.Length],
                Kind = item.Kind,
                Domain = WorkDomains.All[(variant + i) % 4],
                Content = item.Text,
                Level = LevelOf(i),
                ConcernsPersonnel = false,
            })],
            Guidance = "Hướng dẫn lập kế hoạch sinh hoạt chuyên đề và rà soát hồ sơ đảng viên.",
            Spoke = false,
            Cooperation = trip.Fate == Fate.Obstructed ? Cooperation.Obstructed : Cooperation.Good,
            CooperationText = trip.Fate == Fate.Obstructed
                ? "Đơn vị không bố trí người có trách nhiệm làm việc và từ chối cho xem sổ nghị quyết."
                : null,
            Proposals = "Đề nghị lãnh đạo Ban cho ý kiến về các kiến nghị nêu trên.",
            Assessment = trip.Fate == Fate.Obstructed ? TripAssessment.Partly : TripAssessment.AsPlanned,
            AssessmentReason = trip.Fate == Fate.Obstructed ? "Không tiếp cận được tài liệu cần thiết." : null,
            ConcernsPersonnel = false,
            LateReason = late ? "Tham gia đoàn công tác khác ngay sau chuyến đi nên hoàn thiện báo cáo chậm." : null,
        };
    }

    // What the trip was about is a state secret: the content lies off the system.
    private static TripResultInput OffSystemResult(DateTime from, DateTime to, string[] team) => new()
    {
        Secrecy = Stub,
        ActualFrom = from,
        ActualTo = to,
        ParticipantIds = team,
        Spoke = false,
        Assessment = TripAssessment.AsPlanned,
        ConcernsPersonnel = false,
    };

    private ReportItemLevel LevelOf(int item)
    {
        if (variant % 40 == 0 && item == 0)
        {
            return ReportItemLevel.Urgent;
        }

        return variant % 7 == 0 ? ReportItemLevel.Notable : ReportItemLevel.Normal;
    }

    public static ResultReviewInput Review(string? opinion) => new() { Secrecy = SecrecyGate.No, Opinion = opinion };

    public static ResultReviewInput Directed(string assignee, DateOnly due, int variant) =>
        Review("Đồng ý với kết quả. Giao thực hiện tiếp nội dung sau.") with
        {
            Directives = [new DirectiveInput { Content = Directives[variant % Directives.Length], AssigneeId = assignee, Due = due }],
        };

    private static readonly string[] Directives =
    [
        "Tổng hợp danh sách chi bộ ghép còn khó khăn, đề xuất hướng sắp xếp.",
        "Theo dõi việc bố trí các vị trí còn thiếu, báo cáo kết quả.",
        "Hướng dẫn địa bàn hoàn thiện hồ sơ đảng viên chuyển sinh hoạt.",
        "Khảo sát mô hình hay của địa bàn, đề xuất nhân rộng.",
    ];

    private static SecrecyGate Stub { get; } = new()
    {
        ContainsStateSecret = true,
        Stub = new OffSystemStub
        {
            DocumentNumber = "07",
            Level = SecrecyLevel.Secret,
            Keeper = "Văn thư Ban",
            StoragePlace = "Tủ hồ sơ mật số 2",
            ToldTo = "Lãnh đạo phụ trách",
        },
    };

    private string Pick(string[] texts) => texts[variant % texts.Length];
}
