using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Domain.WorkingCalendar;
using Portal.Web.Persistence.Seed;

namespace Portal.Web.Processes.FieldTrips.Demo;

/// <summary>One trip of the demo from its notice to its end. Each part yields the moment at which it goes on.</summary>
internal sealed class TripPlay(DemoStage stage, PlannedTrip trip, DemoPlans plans)
{
    private readonly TripTexts _texts = new(trip.Variant);
    private readonly DateTime _departs = trip.Day.ToDateTime(new TimeOnly(7, 30));
    private readonly DateTime _returns = trip.Day.AddDays(trip.Days - 1).ToDateTime(new TimeOnly(16, 30));
    private readonly string _decider = stage.Directory.LeaderInCharge(null, trip.Group, trip.Day)!;

    private readonly string[] _team =
    [
        .. new[] { trip.Lead, trip.Leader }.Concat(stage.Directory.MembersOf(trip.Group, trip.Day).Skip(1).Take(1)).Distinct(),
    ];

    private DateTime Clock => stage.Clock;

    private WorkCalendar Calendar => stage.Data.Calendar;

    public async IAsyncEnumerable<DateTime> PlayAsync()
    {
        var notice = Notice();
        if (await stage.StartAsync("field-trip", trip.Leader, notice, "notice") is not { CaseId: var id } || trip.Fate == Fate.Waiting)
        {
            yield break;
        }

        await foreach (var next in trip.Fate == Fate.SilentLeader ? StaySilentAsync(id) : ReviewNoticeAsync(id, notice))
        {
            yield return next;
        }

        if (trip.Fate == Fate.Declined)
        {
            yield break;
        }

        yield return BeforeDeparture(Clock.AddMinutes(40));
        await stage.AnswerAsync(
            id,
            "contact",
            trip.Lead,
            "Contacted",
            TripTexts.Contacts(trip.Areas, VietnamTime.ToLocal(Clock).AddMinutes(-15), stage.Directory));
        await foreach (var next in trip.Fate == Fate.Cancelled ? CancelAsync(id) : TravelAsync(id))
        {
            yield return next;
        }

        if (trip.Fate is Fate.Cancelled or Fate.NoResult)
        {
            yield break;
        }

        await foreach (var next in ReportAsync(id))
        {
            yield return next;
        }

        await foreach (var next in ReviewReportAsync(id))
        {
            yield return next;
        }
    }

    private TripNoticeInput Notice()
    {
        var notice = _texts.Notice(trip, _departs, _returns, _team, [.. trip.Areas.Select(stage.Directory.AreaName)]);
        var item = trip.AdHoc ? null : plans.OpenItemOf(trip);
        return item is null
            ? notice
            : notice with
            {
                PlanItemId = item,
                AdHocReason = null,
                AdHocText = null,
                LateReason = trip.Late ? "Chờ địa bàn thống nhất lịch làm việc." : null,
            };
    }

    // Steps that precede the departure are played by the evening before at the latest.
    private DateTime BeforeDeparture(DateTime at)
    {
        var last = VietnamTime.ToUtc(_departs.AddHours(-13));
        if (at < last)
        {
            return at;
        }

        return last > Clock ? last : Clock.AddMinutes(5);
    }

    private async IAsyncEnumerable<DateTime> ReviewNoticeAsync(Guid id, TripNoticeInput notice)
    {
        yield return BeforeDeparture(stage.InHours(1 + (trip.Variant % 5)));
        if (trip.Fate == Fate.Returned)
        {
            await stage.AnswerAsync(
                id, "review", _decider, "Return", TripTexts.Opinion("Đề nghị ghi rõ hơn nội dung làm việc và thành phần phía địa bàn."));
            yield return BeforeDeparture(stage.InHours(2));
            await stage.AnswerAsync(
                id,
                "revise",
                trip.Leader,
                "Submit",
                notice with { Purpose = notice.Purpose + " Bổ sung: làm việc với tập thể cấp ủy và các chi bộ trực thuộc." });
            yield return BeforeDeparture(stage.InHours(1));
        }

        if (trip.Fate == Fate.Declined)
        {
            await stage.AnswerAsync(
                id,
                "review",
                _decider,
                "Decline",
                TripTexts.Opinion("Trùng lịch làm việc của Thường trực Tỉnh ủy, đề nghị bố trí đợt khác."));
            yield break;
        }

        var directed = trip.Variant % 5 == 0;
        await stage.AnswerAsync(
            id,
            "review",
            _decider,
            directed ? "AcknowledgeWithDirective" : "Acknowledge",
            TripTexts.Opinion(directed ? "Chú ý nắm tình hình sinh hoạt chi bộ và việc sắp xếp cán bộ sau hợp nhất." : null));
    }

    // silent-leader: no answer, an oral report instead, and the leader says it was not so.
    private async IAsyncEnumerable<DateTime> StaySilentAsync(Guid id)
    {
        yield return VietnamTime.ToUtc(trip.Day.AddDays(-1).ToDateTime(new TimeOnly(15, 0)));
        await stage.AnswerAsync(id, "review", trip.Lead, "OralReport", new OralReportForm
        {
            Secrecy = SecrecyGate.No,
            OralReport = new OralReportInput
            {
                ToId = _decider,
                At = VietnamTime.ToLocal(Clock).AddMinutes(-30),
                Channel = ContactChannel.Phone,
                Answer = "Đồng chí đang đi công tác, sẽ xem sau.",
            },
        });
        yield return Clock.AddHours(1);
        await stage.AnswerAsync(
            id,
            "confirmOral",
            _decider,
            "DisputeOral",
            new ReasonInput { Secrecy = SecrecyGate.No, Reason = "Tôi chưa nhận được báo cáo nào về chuyến đi này." });
    }

    private async IAsyncEnumerable<DateTime> CancelAsync(Guid id)
    {
        yield return VietnamTime.ToUtc(_departs.AddHours(-20));
        await stage.AnswerAsync(id, "departure", trip.Lead, "Cancel", new TripCancelInput
        {
            Secrecy = SecrecyGate.No,
            By = trip.Variant % 2 == 0 ? CancelledBy.AreaRequest : CancelledBy.GroupLead,
            Reason = "Địa bàn có việc đột xuất, hai bên thống nhất chuyển sang đợt sau.",
            AreaInformed = true,
        });
    }

    private async IAsyncEnumerable<DateTime> TravelAsync(Guid id)
    {
        yield return VietnamTime.ToUtc(_departs.AddMinutes(10));
        await stage.AnswerAsync(id, "departure", trip.Leader, "Departed", new DepartureInput
        {
            Secrecy = SecrecyGate.No,
            DepartedAt = _departs,
            Participants = [.. _team.Select(p => new ParticipantConfirmation { PersonId = p, Went = true })],
        });
        yield return VietnamTime.ToUtc(_returns.AddMinutes(20));
        await stage.AnswerAsync(id, "notes", trip.Leader, "EndTrip", TripTexts.Notes(_returns));
    }

    private async IAsyncEnumerable<DateTime> ReportAsync(Guid id)
    {
        var isLate = trip.Fate == Fate.LateResult;
        yield return isLate
            ? Calendar.DueInWorkingDays(Clock, 5).AddHours(-2)
            : Calendar.DueInWorkingDays(Clock, 3).AddHours(-3 - (trip.Variant % 30));
        var result = _texts.Result(trip, _departs, _returns, _team, isLate);
        await stage.AnswerAsync(id, "result", trip.Leader, "Submit", result);
        if (trip.Fate != Fate.ThreeRounds)
        {
            yield break;
        }

        string[] supplements =
        [
            "Bổ sung số liệu đảng viên và tình hình chi bộ ghép.",
            "Nêu rõ kiến nghị của địa bàn và đề xuất hướng xử lý.",
        ];
        foreach (var supplement in supplements)
        {
            yield return stage.InHours(3);
            await stage.AnswerAsync(id, "resultReview", _decider, "RequestSupplement", TripTexts.Review(supplement));
            yield return stage.InHours(4);
            result = result with
            {
                Proposals = $"{result.Proposals} {supplement.Replace("Bổ sung", "Đã bổ sung", StringComparison.Ordinal)}",
            };
            await stage.AnswerAsync(id, "result", trip.Leader, "Submit", result);
        }
    }

    private async IAsyncEnumerable<DateTime> ReviewReportAsync(Guid id)
    {
        yield return stage.InHours(2 + (trip.Variant % 25));
        if (trip.Variant % 6 != 0)
        {
            await stage.AnswerAsync(id, "resultReview", _decider, "Acknowledge", TripTexts.Review(null));
            yield break;
        }

        var due = DateOnly.FromDateTime(VietnamTime.ToLocal(Calendar.DueInWorkingDays(Clock, 8 + (trip.Variant % 9))));
        await stage.AnswerAsync(
            id, "resultReview", _decider, "AcknowledgeWithDirective", TripTexts.Directed(trip.Leader, due, trip.Variant));
        await foreach (var next in DoTaskAsync(id))
        {
            yield return next;
        }
    }

    // A directive with a date is a task of its own: accepted, reported, accepted.
    private async IAsyncEnumerable<DateTime> DoTaskAsync(Guid parent)
    {
        var child = await stage.Operations.ReadAsync(db => db.Cases.Where(c => c.ParentId == parent).Select(c => c.Id).SingleAsync());
        yield return stage.InHours(3);
        await stage.AnswerOpenAsync(child, trip.Leader, "Accept", new JsonObject());
        yield return Calendar.DueInWorkingDays(Clock, 3 + (trip.Variant % 6)).AddHours(-2);
        await stage.AnswerOpenAsync(child, trip.Leader, "Report", new JsonObject
        {
            ["secrecy"] = FormInput.ToJson(SecrecyGate.No),
            ["report"] = "Đã làm việc với địa bàn, tổng hợp và gửi báo cáo kèm theo hồ sơ.",
        });
        yield return stage.InHours(5);
        await stage.AnswerOpenAsync(child, _decider, "AcceptReport", new JsonObject());
    }
}
