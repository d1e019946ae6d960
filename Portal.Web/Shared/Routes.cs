using Portal.Domain.Cases;
using Portal.Web.Operations.FollowUps;
using Portal.Web.Processes;

namespace Portal.Web.Shared;

/// <summary>Addresses of the portal's pages: features link by these and never use each other.</summary>
public static class Routes
{
    public const string Home = "/";
    public const string Inbox = "/viec";
    public const string Cases = "/ho-so";
    public const string Areas = "/dia-ban";
    public const string ReportItems = "/noi-dung-theo-doi";
    public const string NewReportItem = "/noi-dung-theo-doi/moi";
    public const string Contacts = "/lien-he";
    public const string QuietAreas = "/lien-he/dia-ban";
    public const string Guidance = "/huong-dan-kiem-tra";
    public const string UninvitedMeetings = "/hop-khong-moi";
    public const string WorkBoard = "/bang-viec";
    public const string Notices = "/thong-bao";
    public const string Calendar = "/lich";
    public const string Regulation = "/quy-che";
    public const string Absences = "/vang-mat";
    public const string Compliance = "/chap-hanh";
    public const string ComplianceFile = "/chap-hanh/xuat.xlsx";
    public const string Audit = "/nhat-ky";
    public const string Settings = "/quan-tri/tham-so";
    public const string Backups = "/quan-tri/sao-luu";
    public const string Incidents = "/quan-tri/su-co";
    public const string Organisation = "/quan-tri/to-chuc";
    public const string OrganisationRequests = "/quan-tri/de-nghi";
    public const string Processes = "/quan-tri/quy-trinh";
    public const string ElsaStudio = "/elsa-studio/quy-trinh";
    public const string Import = "/quan-tri/nhap";
    public const string Workbook = "/quan-tri/nhap/so-du-lieu.xlsx";
    public const string Setup = "/quan-tri/thiet-lap";
    public const string RegulationHead = "/quan-tri/quy-che";
    public const string Accounts = "/quan-tri/tai-khoan";
    public const string WorkingDays = "/quan-tri/lich-lam-viec";
    public const string SignIn = "/dang-nhap";
    public const string SignInCode = "/dang-nhap/ma";
    public const string TwoFactor = "/hai-lop";
    public const string ChangePassword = "/doi-mat-khau";
    public const string MyAccount = "/tai-khoan";

    /// <summary>The number's slash would be a folder in an address: <c>CT-2026/0142</c> is <c>CT-2026-0142</c> there.</summary>
    public static string Case(string number) => $"{Cases}/{number.Replace('/', '-')}";

    public static string NumberOf(string address) =>
        address.LastIndexOf('-') is > 0 and var at ? $"{address[..at]}/{address[(at + 1)..]}" : address;

    public static string MeetingReply(string number) => $"{Case(number)}/tra-loi.docx";

    public static string BriefingPaper(string number) => $"{Case(number)}/bao-cao.docx";

    public static string MinutesPaper(string number) => $"{Case(number)}/bien-ban.docx";

    public static string Print(string number) => $"{Case(number)}/in";

    public static string Task(Guid id) => $"{Inbox}/{id:D}";

    public static string Start(string process) => $"/bat-dau/{process}";

    /// <summary>Key of the address that starts a process: the area it is about.</summary>
    public const string StartArea = "dia-ban";

    /// <summary>Starts a process about an area.</summary>
    public static string StartAbout(string process, string areaId) => $"{Start(process)}?{StartArea}={Uri.EscapeDataString(areaId)}";

    /// <summary>Register of a process that administrators made.</summary>
    public static string OwnRegister(string process) => $"/quy-trinh/{process}";

    public static string OwnRegisterFile(string process) => $"/quy-trinh/{process}/so.xlsx";

    public static string SharedDraft(Guid invitation) => $"/cung-soan/{invitation:D}";

    /// <summary>Where a notice of no case leads; null: nowhere.</summary>
    public static string? OfNotice(Notification notice) => notice.Kind switch
    {
        _ when notice.ItemId is { } item => ReportItem(item),

        // Of several steps at once: they lie in the inbox.
        NotificationKind.TaskAssigned when notice.CaseId is null => Inbox,

        // What falls due and has no case yet is begun from there.
        NotificationKind.DueSoon when notice.CaseId is null => Home,
        NotificationKind.Delegation => Absences,
        NotificationKind.InvitedToWrite => Home,
        NotificationKind.OrganisationRequest => OrganisationRequests,
        _ => null,
    };

    /// <summary>Items that were released to a department.</summary>
    public static string ReportItemsOf(string department) => $"{ReportItems}?phong={Uri.EscapeDataString(department)}";

    public static string ReportItem(Guid id) => $"{ReportItems}/{id:D}";

    /// <summary>A register of what was noted and is followed up.</summary>
    public static string FollowUps(FollowedKind kind) => kind switch
    {
        FollowedKind.Contact => Contacts,
        FollowedKind.Guidance => Guidance,
        FollowedKind.UninvitedMeeting => UninvitedMeetings,
    };

    /// <summary>The register that an address belongs to.</summary>
    public static FollowedKind FollowedKindOf(string path) => Enum.GetValues<FollowedKind>()
        .First(k => path == FollowUps(k) || path.StartsWith($"{FollowUps(k)}/", StringComparison.Ordinal));

    public static string NewFollowUp(FollowedKind kind) => $"{FollowUps(kind)}/moi";

    public static string FollowUp(FollowedKind kind, Guid id) => $"{FollowUps(kind)}/{id:D}";

    public static string Area(string id) => $"{Areas}/{Uri.EscapeDataString(id)}";

    /// <summary>Keys of the address of an area's page: a day of the month, and the kind of what happened there.</summary>
    public const string TimelineMonth = "thang", TimelineKind = "muc";

    /// <summary>What happened in an area, of one kind or in one month.</summary>
    public static string AreaTimeline(string id, DateOnly month) => $"{Area(id)}?{TimelineMonth}={month:yyyy-MM-dd}#dien-bien";

    public static string AreaTimeline(string id, AreaFactKind kind) => $"{Area(id)}?{TimelineKind}={kind}#dien-bien";

    /// <summary>RP-05 of an area, as a document.</summary>
    /// <param name="since">First day that it is about; null for half a year.</param>
    public static string AreaDigest(string id, DateOnly? since = null) =>
        $"{Area(id)}/tom-tat.docx{(since is { } day ? $"?tu={day:yyyy-MM-dd}" : "")}";

    public static string Register(string register) => $"{Organisation}/{register}";

    public static string RegisterRow(string register, string id) => $"{Organisation}/{register}/{Uri.EscapeDataString(id)}";

    public static string Act(string act, string? rowId = null) =>
        $"/quan-tri/viec/{act}{(rowId is null ? "" : $"?cua={Uri.EscapeDataString(rowId)}")}";

    public static string OrganisationRequest(Guid id) => $"{OrganisationRequests}/{id:D}";

    public static string Design(string versionId) => $"{Processes}/{versionId}";

    public static string DryRun(string versionId) => $"{Processes}/{versionId}/chay-thu";

    public static string Migrate(string versionId) => $"{Processes}/{versionId}/chuyen";

    public static string DesignCode(string versionId) => $"{Processes}/{versionId}/ma";

    public static string Replay(string versionId) => $"{Processes}/{versionId}/chay-lai";

    public static string Compare(
        string definitionId, string? before = null, string? after = null) => $"{Processes}/so-sanh/{definitionId}?cu={before}&moi={after}";

    public static string DefinitionFile(string versionId) => $"{Processes}/{versionId}.json";

    /// <summary>Reading a workbook in; what the list keeps is meant where the file does not say.</summary>
    public static string ImportTo(string register) => $"{Import}?danh-muc={register}";

    public static string Export(string register) => $"/quan-tri/xuat/{register}.xlsx";

    public static string Clause(string code) => $"{Regulation}#{code}";

    public static string File(Guid id) => $"/tep/{id:D}";
}
