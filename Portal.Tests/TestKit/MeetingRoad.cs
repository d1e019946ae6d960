using Microsoft.EntityFrameworkCore;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Domain.Meetings;
using Portal.Workflows.Runtime;

namespace Portal.Tests.TestKit;

/// <summary>
/// A meeting of A017 on Thursday 08/10/2026, 08:00 to 11:00, registered on Monday by the records office (S03), attended by
/// group N03 (lead S11, members S31, S33, S19; leader in charge L4).
/// </summary>
public static class MeetingRoad
{
    public const string Clerk = "S03";

    public static readonly DateTime Starts = new(2026, 10, 8, 8, 0, 0);

    public static readonly DateTime Ends = new(2026, 10, 8, 11, 0, 0);

    public static InvitationInput Invitation(params string[] areas) => new()
    {
        Secrecy = SecrecyGate.No,
        AreaIds = areas.Length == 0 ? ["A017"] : areas,
        Host = "Đảng ủy xã Bàu Nổi",
        WithoutInvitation = false,
        DocumentNumber = "12-GM/ĐU",
        ReceivedAt = new DateTime(2026, 10, 5, 7, 45, 0),
        Channel = InvitationChannel.EDocument,
        AddressedTo = InvitationAddressee.GroupLead,
        MeetingTypeId = "HNBCH",
        Title = "Hội nghị Ban Chấp hành Đảng bộ xã lần thứ chín",
        StartsAt = Starts,
        EndsAt = Ends,
        Online = false,
        Place = "Hội trường xã",
        Domains = [WorkDomains.OrganizationAndCadres],
        AskedToSpeak = false,
    };

    public static NominationInput LeadGoes() =>
        new() { Secrecy = SecrecyGate.No, Option = NominationOption.LeadAttends, NomineeId = Trips.Lead, WillSpeak = false };

    public static NominationInput MemberGoes(string member = Trips.Member) =>
        new()
        {
            Secrecy = SecrecyGate.No,
            Option = NominationOption.MemberAttends,
            NomineeId = member,
            LeadBusyReason = LeadBusyReason.Trip,
            WillSpeak = false
        };

    public static NominationInput WithExtra(params string[] extras) => new()
    {
        Secrecy = SecrecyGate.No,
        Option = NominationOption.WithExtra,
        NomineeId = Trips.Lead,
        Extras = [.. extras.Select(e => new ExtraAttendeeInput { PersonId = e, Covers = "Hồ sơ đảng viên" })],
        NecessityReason = "Nội dung họp cần người chuyên sâu",
        WillSpeak = false,
    };

    public static ConsentInput Consent(string? opinion = null) => new() { Secrecy = SecrecyGate.No, Opinion = opinion };

    public static PreparationInput Prepared(bool speaks = false) => new()
    {
        Secrecy = SecrecyGate.No,
        WillSpeak = speaks,
        Speech = speaks
            ? new SpeechInput
            {
                Topic = "Công tác cán bộ",
                Domain = WorkDomains.OrganizationAndCadres,
                Content = "Đề nghị rà soát quy hoạch",
                Constructive = true
            }
            : null,
    };

    public static ArrivalInput Arrived(DateTime? at = null) => new() { Secrecy = SecrecyGate.No, ArrivedAt = at ?? Starts.AddMinutes(-10) };

    public static AttendanceNotesInput Notes() => new()
    {
        Secrecy = SecrecyGate.No,
        LeftAt = Ends,
        Course = "Hội nghị thảo luận báo cáo sơ kết chín tháng",
        Conclusions = "Thông qua báo cáo, giao Ban Xây dựng Đảng hoàn chỉnh",
        Procedure = ProcedureObserved.Correct,
        Spoke = false,
    };

    public static async Task<Guid> RegisterAsync(this TestPortal portal, InvitationInput? invitation = null, string by = Clerk)
    {
        var started = await portal.StartAsync("meeting-attendance", by, invitation ?? Invitation());
        Assert.True(started.IsSuccess, $"{started.Refusal?.Code} {string.Join(';', started.Refusal?.Fields ?? [])}");
        return started.Value.CaseId;
    }

    /// <summary>Registered, proposed and consented to.</summary>
    public static async Task<Guid> ConsentedAsync(this TestPortal portal, NominationInput? nomination = null)
    {
        var id = await portal.RegisterAsync();
        await portal.MustAsync(id, "nominate", Trips.Lead, "Submit", nomination ?? LeadGoes());
        await portal.MustAsync(id, "consent", Trips.Leader, "Consent", Consent());
        return id;
    }

    /// <summary>The whole road up to sent notes of one attendee.</summary>
    public static async Task<Guid> NotedAsync(
        this TestPortal portal, NominationInput? nomination = null, AttendanceNotesInput? notes = null)
    {
        var who = nomination?.NomineeId ?? Trips.Lead;
        var id = await portal.ConsentedAsync(nomination);
        await portal.MustAsync(id, "prepare", who, "Ready", Prepared());
        portal.GoTo(Starts.AddMinutes(5));
        await portal.MustAsync(id, "confirm", who, "Attended", Arrived());
        portal.GoTo(Ends.AddMinutes(30));
        await portal.MustAsync(id, "notes", who, "Submit", notes ?? Notes());
        return id;
    }

    /// <summary>Answers the step of one line of attendance.</summary>
    public static async Task<Portal.Domain.Common.Result<Receipt>> AnswerLineAsync<T>(
        this TestPortal portal, Guid id, string step, int line, string person, string action, T form)
    {
        var item = line.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var task = await portal.ReadAsync(db =>
            db.UserTasks.SingleAsync(t => t.CaseId == id && t.StepId == step && t.Item == item && t.State == UserTaskState.Open));
        return await portal.AnswerAsync(task.Id, person, action, FormInput.ToJson(form));
    }

    public static async Task<MeetingAttendance> MeetingAsync(this TestPortal portal, Guid id) =>
        (await portal.ReadAsync(async db => await db.Set<MeetingAttendance>().FindAsync(id)))!;
}
