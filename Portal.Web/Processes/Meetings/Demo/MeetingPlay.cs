using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Meetings;
using Portal.Domain.Organisation;
using Portal.Web.Persistence.Seed;

namespace Portal.Web.Processes.Meetings.Demo;

/// <summary>One meeting of the demo from its invitation to the end. Each part yields the moment at which it goes on.</summary>
internal sealed class MeetingPlay(DemoStage stage, PlannedMeeting meeting)
{
    private readonly MeetingTexts _texts = new(stage.Directory, meeting);
    private DateTime _starts = meeting.Day.ToDateTime(new TimeOnly(meeting.Hour, 0));
    private DateTime _ends = meeting.Day.ToDateTime(new TimeOnly(meeting.Hour + 3, 0));

    // The people are those of the day on which the invitation is registered.
    private List<string> _members = [];
    private string _leader = "";
    private string _clerk = "";
    private string _attendee = "";
    private string[] _extras = [];
    private Guid _id;

    private string Lead => _members[0];

    /// <summary>Those who go: where the leader refuses the extra people, only one of them.</summary>
    private IReadOnlyList<string> Going => [_attendee, .. meeting.Fate == MeetingFate.ExtraRefused ? _extras[..1] : _extras];

    public async IAsyncEnumerable<DateTime> PlayAsync()
    {
        CastPeople();
        var registered = await stage.StartAsync(
            "meeting-attendance",
            meeting.Fate == MeetingFate.NoInvitation ? Lead : _clerk,
            _texts.Invitation(_starts, _ends),
            "invitation");
        if (registered is null)
        {
            yield break;
        }

        _id = registered.CaseId;
        await foreach (var next in NominateAsync())
        {
            yield return next;
        }

        if (meeting.Fate == MeetingFate.Refused)
        {
            yield break;
        }

        foreach (var part in new[] { ReplyAsync(), PrepareAsync(), AttendAsync(), ReviewNotesAsync() })
        {
            await foreach (var next in part)
            {
                yield return next;
            }
        }
    }

    private void CastPeople()
    {
        var day = VietnamTime.DayOf(stage.Clock);
        _members = [.. stage.Directory.MembersOf(meeting.Group, day)];
        _leader = stage.Directory.LeaderInCharge(null, meeting.Group, day)!;
        _clerk = stage.Directory.PeopleWith(Role.RecordsClerk, day).First();
        _attendee = meeting.Fate == MeetingFate.LeadBusy ? _members[1 + (meeting.Variant % (_members.Count - 1))] : Lead;
        _extras = meeting.Fate switch
        {
            MeetingFate.Extra => [.. _members.Where(m => m != _attendee).Take(1)],
            MeetingFate.ExtraRefused => [.. _members.Where(m => m != _attendee).Take(2)],
            _ => [],
        };
    }

    // Steps that precede the meeting are played before it, however short the time.
    private DateTime BeforeMeeting(double hours)
    {
        var (at, last) = (stage.InHours(hours), VietnamTime.ToUtc(_starts).AddMinutes(-40));
        if (at < last)
        {
            return at;
        }

        return stage.Clock.AddMinutes(10) < last ? stage.Clock.AddMinutes(10) : stage.Clock.AddMinutes(1);
    }

    private async IAsyncEnumerable<DateTime> NominateAsync()
    {
        yield return BeforeMeeting(1 + (meeting.Variant % 4));
        await stage.AnswerAsync(_id, "nominate", Lead, "Submit", _texts.Nomination(_attendee, Lead, _extras));
        yield return BeforeMeeting(1 + (meeting.Variant % 3));
        await ConsentAsync();
    }

    private Task ConsentAsync() => meeting.Fate switch
    {
        MeetingFate.Refused => stage.AnswerAsync(_id, "consent", _leader, "Refuse", new ConsentInput
        {
            Secrecy = SecrecyGate.No,
            Opinion = "Trùng hội nghị của Ban; đề nghị đơn vị gửi tài liệu để nghiên cứu.",
        }),
        MeetingFate.LateInvitation => stage.AnswerAsync(_id, "consent", Lead, "OralConsent", new OralReportForm
        {
            Secrecy = SecrecyGate.No,
            OralReport = new OralReportInput
            {
                ToId = _leader,
                At = VietnamTime.ToLocal(stage.Clock).AddMinutes(-5),
                Channel = ContactChannel.Phone,
                Answer = "Đồng ý, về báo cáo lại.",
            },
        }),
        MeetingFate.ExtraRefused => stage.AnswerAsync(_id, "consent", _leader, "ConsentChanged", new ConsentInput
        {
            Secrecy = SecrecyGate.No,
            ExtraIds = _extras[..1],
            Opinion = "Chỉ cử thêm một đồng chí phụ trách nội dung hồ sơ.",
        }),
        _ => stage.AnswerAsync(_id, "consent", _leader, "Consent", new ConsentInput { Secrecy = SecrecyGate.No }),
    };

    private async IAsyncEnumerable<DateTime> ReplyAsync()
    {
        yield return BeforeMeeting(2);
        await stage.AnswerAsync(
            _id,
            "reply",
            _clerk,
            "Replied",
            new MeetingReplyInput { Secrecy = SecrecyGate.No, SentAt = VietnamTime.ToLocal(stage.Clock).AddMinutes(-3) });
        if (meeting.Fate == MeetingFate.Moved)
        {
            (_starts, _ends) = (_starts.AddDays(1), _ends.AddDays(1));
            await stage.AnswerAsync(_id, "follow", Lead, "Move", new MeetingMoveInput
            {
                Secrecy = SecrecyGate.No,
                StartsAt = _starts,
                EndsAt = _ends,
                Reason = "Đơn vị thông báo lùi một ngày.",
            });
        }
    }

    private async IAsyncEnumerable<DateTime> PrepareAsync()
    {
        yield return BeforeMeeting(1);
        foreach (var (person, line) in GoingByLine())
        {
            await stage.AnswerAsync(
                _id, "prepare", person, "Ready", new PreparationInput { Secrecy = SecrecyGate.No, WillSpeak = false }, line);
        }

        if (meeting.Fate == MeetingFate.LateInvitation)
        {
            yield return DemoStage.Local(meeting.Day, 7, 40);
            await stage.AnswerAsync(_id, "confirmOral", _leader, "ConfirmOral", new ReasonInput { Secrecy = SecrecyGate.No });
        }
    }

    private async IAsyncEnumerable<DateTime> AttendAsync()
    {
        yield return VietnamTime.ToUtc(_ends).AddMinutes(10);
        var minutesEarly = 5;
        foreach (var (person, line) in GoingByLine())
        {
            var arrival = new ArrivalInput { Secrecy = SecrecyGate.No, ArrivedAt = _starts.AddMinutes(-minutesEarly) };
            await stage.AnswerAsync(_id, "confirm", person, "Attended", arrival, line);
            minutesEarly++;
        }

        var isLate = meeting.Fate == MeetingFate.LateNotes;
        yield return isLate
            ? stage.Data.Calendar.DueInWorkingDays(VietnamTime.ToUtc(_ends), 4).AddHours(-5)
            : stage.InHours(3 + (meeting.Variant % 9));
        foreach (var (person, line) in GoingByLine())
        {
            await stage.AnswerAsync(_id, "notes", person, "Submit", _texts.Notes(_ends, isLate), line);
        }
    }

    private async IAsyncEnumerable<DateTime> ReviewNotesAsync()
    {
        yield return stage.InHours(2);
        foreach (var (person, line) in GoingByLine())
        {
            if (person != Lead)
            {
                await stage.AnswerAsync(_id, "leadReview", Lead, "LeadSeen", new ResultReviewInput { Secrecy = SecrecyGate.No }, line);
            }

            if (_members.Find(m => m != person) is { } reader)
            {
                await stage.AnswerAsync(_id, "share", reader, "Read", new JsonObject(), line);
            }
        }

        yield return stage.InHours(3 + (meeting.Variant % 12));
        foreach (var (_, line) in GoingByLine())
        {
            await stage.AnswerAsync(_id, "review", _leader, "Acknowledge", new ResultReviewInput { Secrecy = SecrecyGate.No }, line);
        }

        // Not everybody reads in time.
        yield return stage.Data.Calendar.DueInWorkingDays(stage.Clock, 4);
        await stage.AttendAsync(_id, "share");
    }

    // A meeting that was moved keeps its lines and their numbers.
    private IEnumerable<(string Person, string Line)> GoingByLine() =>
        Going.Select((person, i) => (person, (i + 1).ToString(CultureInfo.InvariantCulture)));
}
