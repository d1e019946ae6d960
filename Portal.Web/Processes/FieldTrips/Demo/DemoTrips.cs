using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Web.Operations;
using Portal.Web.Persistence.Seed;

namespace Portal.Web.Processes.FieldTrips.Demo;

/// <summary>
/// The demo's field trips: <paramref name="months"/> of them, the tasks that leaders give with them, and the story cases.
/// </summary>
internal sealed class DemoTrips(DemoStage stage, int seed, int months)
{
    private const int TripsPerGroupAndMonth = 10; // thirds: 10/3 trips a month

    private readonly Random _random = new(seed);
    private readonly ReferenceData _data = stage.Data;
    private List<PlannedTrip>? _planned;

    public IReadOnlyList<PlannedTrip> Planned => _planned ??= [.. Plan().OrderBy(t => t.NoticeAt)];

    private DateTime Clock => stage.Clock;

    public IEnumerable<DemoScript> Scripts(DemoPlans plans) => Planned.Select(t => new DemoScript(t.NoticeAt, () => PlayAsync(t, plans)));

    private IEnumerable<PlannedTrip> Plan()
    {
        var today = VietnamTime.DayOf(stage.Now);
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(-months);
        var extra = 0;
        foreach (var group in _data.Directory.Data.Groups.OrderBy(g => g.Id, StringComparer.Ordinal))
        {
            for (var month = 0; month <= months; month++)
            {
                extra += TripsPerGroupAndMonth;
                var count = extra / 3;
                extra %= 3;
                for (var i = 0; i < count; i++)
                {
                    if (Make(group.Id, first.AddMonths(month)) is { } trip)
                    {
                        yield return trip;
                    }
                }
            }
        }

        foreach (var story in Stories(today))
        {
            yield return story;
        }
    }

    private PlannedTrip? Make(string group, DateOnly month)
    {
        // Trips peak in the second and third week.
        var day = _data.Calendar.OnOrAfter(month.AddDays(_random.Next(100) < 70 ? _random.Next(7, 21) : _random.Next(1, 28)));
        var areas = _data.Directory.AreasOfGroup(group, day)
            .Where(a => _data.Directory.Area(a)!.IsValidOn(day))
            .Order(StringComparer.Ordinal)
            .ToList();
        var (roll, adHoc, late) = (_random.Next(100), _random.Next(100) < 12, _random.Next(100) < 9);
        var (area, leader, days) = (_random.Next(1000), _random.Next(10), _random.Next(100) < 75 ? 1 : 2);
        var noticeDay = _data.Calendar.AddWorkingDays(day, adHoc ? -1 : -3 - _random.Next(3));
        areas.RemoveAll(a => _data.Directory.GroupOfArea(a, noticeDay) != group);
        if (areas.Count == 0 || day < DemoOrganisation.Begin.AddDays(10))
        {
            return null;
        }

        var fate = roll switch
        {
            < 6 => Fate.Cancelled,
            < 8 => Fate.Declined,
            < 10 => Fate.Returned,
            _ => late ? Fate.LateResult : Fate.Plain,
        };
        var members = _data.Directory.MembersOf(group, noticeDay).ToList();
        if (members.Count < 2)
        {
            return null;
        }

        return new PlannedTrip(
            group,
            [areas[area % areas.Count]],
            members[0],
            leader < 6 ? members[0] : members[1 + (leader % (members.Count - 1))],
            day, days, DemoStage.Local(noticeDay, 8 + _random.Next(3), _random.Next(60)), adHoc, fate, _random.Next(1_000_000));
    }

    // The named story cases of P1: each ends in the state its story tells.
    private IEnumerable<PlannedTrip> Stories(DateOnly today)
    {
        DateOnly Back(int days) => _data.Calendar.AddWorkingDays(today, -days);
        var members3 = _data.Directory.MembersOf("N03", today).ToList();
        var members1 = _data.Directory.MembersOf("N01", today).ToList();
        var members4 = _data.Directory.MembersOf("N04", today).ToList();
        var members7 = _data.Directory.MembersOf("N07", today).ToList();
        yield return new PlannedTrip(
            "N03", ["A017"], members3[0], members3[1], Back(18), 1, DemoStage.Local(Back(22), 9, 5), false, Fate.ThreeRounds, 1);
        yield return new PlannedTrip(
            "N01", ["A003"], members1[0], members1[0], Back(8), 1, DemoStage.Local(Back(10), 14, 10), true, Fate.SilentLeader, 2);
        yield return new PlannedTrip(
            "N04", ["A027"], members4[0], members4[1], Back(14), 2, DemoStage.Local(Back(18), 8, 40), false, Fate.Obstructed, 3);
        yield return new PlannedTrip(
            "N07", ["A054"], members7[0], members7[0], Back(12), 1, DemoStage.Local(Back(16), 10, 20), false, Fate.Stub, 4);
        yield return new PlannedTrip(
            "N03", ["A018"], members3[0], members3[2], Back(7), 1, DemoStage.Local(Back(11), 9, 40), false, Fate.NoResult, 7);
        yield return new PlannedTrip(
            "N04",
            ["A028"],
            members4[0],
            members4[1],
            _data.Calendar.AddWorkingDays(today, 4),
            1,
            DemoStage.Local(Back(1), 15, 30),
            false,
            Fate.Waiting,
            8);
        yield return new PlannedTrip(
            "N03",
            ["A020", "A021"],
            members3[0],
            members3[0],
            _data.Calendar.AddWorkingDays(today, 3),
            2,
            DemoStage.Local(Back(1), 8, 15),
            false,
            Fate.Plain,
            5);
        yield return new PlannedTrip(
            "N01",
            ["A001"],
            members1[0],
            members1[2],
            _data.Calendar.AddWorkingDays(today, 2),
            1,
            DemoStage.Local(Back(1), 15, 0),
            false,
            Fate.Plain,
            6);
    }

    /// <summary>One trip from notice to end. Yields the moment at which it goes on.</summary>
    private async IAsyncEnumerable<DateTime> PlayAsync(PlannedTrip trip, DemoPlans plans)
    {
        var texts = new TripTexts(trip.Variant);
        var departs = trip.Day.ToDateTime(new TimeOnly(7, 30));
        var returns = trip.Day.AddDays(trip.Days - 1).ToDateTime(new TimeOnly(16, 30));
        var team = new[] { trip.Lead, trip.Leader }.Concat(_data.Directory.MembersOf(trip.Group, trip.Day).Skip(1).Take(1))
            .Distinct()
            .ToArray();
        var decider = _data.Directory.LeaderInCharge(null, trip.Group, trip.Day)!;

        // Steps that precede the departure are played by the evening before at the latest.
        DateTime Before(DateTime at)
        {
            var last = VietnamTime.ToUtc(departs.AddHours(-13));
            if (at < last)
            {
                return at;
            }

            if (last > Clock)
            {
                return last;
            }

            return Clock.AddMinutes(5);
        }

        var notice = texts.Notice(trip, departs, returns, team, [.. trip.Areas.Select(_data.Directory.AreaName)]);
        var item = trip.AdHoc ? null : plans.OpenItemOf(trip);
        notice = item is null
            ? notice
            : notice with
            {
                PlanItemId = item,
                AdHocReason = null,
                AdHocText = null,
                LateReason = trip.Late ? "Chờ địa bàn thống nhất lịch làm việc." : null,
            };
        var receipt = await stage.StartAsync("field-trip", trip.Leader, notice, "notice");
        if (receipt is null)
        {
            yield break;
        }

        var id = receipt.CaseId;
        if (trip.Fate == Fate.Waiting)
        {
            yield break;
        }

        if (trip.Fate == Fate.SilentLeader)
        {
            await foreach (var next in PlaySilentAsync(id, trip, decider))
            {
                yield return next;
            }
        }
        else
        {
            yield return Before(_data.Calendar.AddWorkingTime(Clock, TimeSpan.FromHours(1 + (trip.Variant % 5))));
            if (trip.Fate == Fate.Returned)
            {
                await stage.AnswerAsync(
                    id, "review", decider, "Return", TripTexts.Opinion("Đề nghị ghi rõ hơn nội dung làm việc và thành phần phía địa bàn."));
                yield return Before(_data.Calendar.AddWorkingTime(Clock, TimeSpan.FromHours(2)));
                await stage.AnswerAsync(
                    id,
                    "revise",
                    trip.Leader,
                    "Submit",
                    notice with { Purpose = notice.Purpose + " Bổ sung: làm việc với tập thể cấp ủy và các chi bộ trực thuộc." });
                yield return Before(_data.Calendar.AddWorkingTime(Clock, TimeSpan.FromHours(1)));
            }

            if (trip.Fate == Fate.Declined)
            {
                await stage.AnswerAsync(
                    id,
                    "review",
                    decider,
                    "Decline",
                    TripTexts.Opinion("Trùng lịch làm việc của Thường trực Tỉnh ủy, đề nghị bố trí đợt khác."));
                yield break;
            }

            var directed = trip.Variant % 5 == 0;
            await stage.AnswerAsync(id, "review", decider, directed ? "AcknowledgeWithDirective" : "Acknowledge",
                TripTexts.Opinion(directed ? "Chú ý nắm tình hình sinh hoạt chi bộ và việc sắp xếp cán bộ sau hợp nhất." : null));
        }

        yield return Before(Clock.AddMinutes(40));
        await stage.AnswerAsync(
            id,
            "contact",
            trip.Lead,
            "Contacted",
            TripTexts.Contacts(trip.Areas, VietnamTime.ToLocal(Clock).AddMinutes(-15), _data.Directory));
        if (trip.Fate == Fate.Cancelled)
        {
            yield return Later(VietnamTime.ToUtc(departs.AddHours(-20)));
            await stage.AnswerAsync(id, "departure", trip.Lead, "Cancel", new TripCancelInput
            {
                Secrecy = SecrecyGate.No,
                By = trip.Variant % 2 == 0 ? CancelledBy.AreaRequest : CancelledBy.GroupLead,
                Reason = "Địa bàn có việc đột xuất, hai bên thống nhất chuyển sang đợt sau.",
                AreaInformed = true,
            });
            yield break;
        }

        yield return Later(VietnamTime.ToUtc(departs.AddMinutes(10)));
        await stage.AnswerAsync(id, "departure", trip.Leader, "Departed", new DepartureInput
        {
            Secrecy = SecrecyGate.No,
            DepartedAt = departs,
            Participants = [.. team.Select(p => new ParticipantConfirmation { PersonId = p, Went = true })],
        });
        yield return Later(VietnamTime.ToUtc(returns.AddMinutes(20)));
        await stage.AnswerAsync(id, "notes", trip.Leader, "EndTrip", TripTexts.Notes(returns));
        if (trip.Fate == Fate.NoResult)
        {
            yield break;
        }

        var due = _data.Calendar.DueInWorkingDays(Clock, 3);
        yield return Later(trip.Fate == Fate.LateResult
            ? _data.Calendar.DueInWorkingDays(Clock, 5).AddHours(-2)
            : due.AddHours(-3 - (trip.Variant % 30)));
        var result = texts.Result(trip, departs, returns, team, trip.Fate == Fate.LateResult);
        await stage.AnswerAsync(id, "result", trip.Leader, "Submit", result);
        if (trip.Fate == Fate.ThreeRounds)
        {
            foreach (var ask in new[]
            {
                "Bổ sung số liệu đảng viên và tình hình chi bộ ghép.",
                "Nêu rõ kiến nghị của địa bàn và đề xuất hướng xử lý.",
            })
            {
                yield return Later(_data.Calendar.AddWorkingTime(Clock, TimeSpan.FromHours(3)));
                await stage.AnswerAsync(id, "resultReview", decider, "RequestSupplement", TripTexts.Review(ask));
                yield return Later(_data.Calendar.AddWorkingTime(Clock, TimeSpan.FromHours(4)));
                result = result with { Proposals = $"{result.Proposals} {ask.Replace("Bổ sung", "Đã bổ sung", StringComparison.Ordinal)}" };
                await stage.AnswerAsync(id, "result", trip.Leader, "Submit", result);
            }
        }

        yield return Later(_data.Calendar.AddWorkingTime(Clock, TimeSpan.FromHours(2 + (trip.Variant % 25))));
        if (trip.Variant % 6 != 0)
        {
            await stage.AnswerAsync(id, "resultReview", decider, "Acknowledge", TripTexts.Review(null));
            yield break;
        }

        var taskDue = DateOnly.FromDateTime(VietnamTime.ToLocal(_data.Calendar.DueInWorkingDays(Clock, 8 + (trip.Variant % 9))));
        await stage.AnswerAsync(
            id, "resultReview", decider, "AcknowledgeWithDirective", TripTexts.Directed(trip.Leader, taskDue, trip.Variant));
        await foreach (var next in PlayTaskAsync(id, trip.Leader, decider, trip.Variant))
        {
            yield return next;
        }
    }

    // A directive with a date is a task of its own: accepted, reported, accepted.
    private async IAsyncEnumerable<DateTime> PlayTaskAsync(Guid parent, string member, string leader, int variant)
    {
        var child = await stage.Operations.ReadAsync(db => db.Cases.Where(c => c.ParentId == parent).Select(c => c.Id).SingleAsync());
        yield return Later(_data.Calendar.AddWorkingTime(Clock, TimeSpan.FromHours(3)));
        await stage.AnswerOpenAsync(child, member, "Accept", new JsonObject());
        yield return Later(_data.Calendar.DueInWorkingDays(Clock, 3 + (variant % 6)).AddHours(-2));
        await stage.AnswerOpenAsync(child, member, "Report", new JsonObject
        {
            ["secrecy"] = FormInput.ToJson(SecrecyGate.No),
            ["report"] = "Đã làm việc với địa bàn, tổng hợp và gửi báo cáo kèm theo hồ sơ.",
        });
        yield return Later(_data.Calendar.AddWorkingTime(Clock, TimeSpan.FromHours(5)));
        await stage.AnswerOpenAsync(child, leader, "AcceptReport", new JsonObject());
    }

    // silent-leader: no answer, an oral report instead, and the leader says it was not so.
    private async IAsyncEnumerable<DateTime> PlaySilentAsync(Guid id, PlannedTrip trip, string decider)
    {
        yield return Later(VietnamTime.ToUtc(trip.Day.AddDays(-1).ToDateTime(new TimeOnly(15, 0))));
        await stage.AnswerAsync(id, "review", trip.Lead, "OralReport", new OralReportForm
        {
            Secrecy = SecrecyGate.No,
            OralReport = new OralReportInput
            {
                ToId = decider,
                At = VietnamTime.ToLocal(Clock).AddMinutes(-30),
                Channel = ContactChannel.Phone,
                Answer = "Đồng chí đang đi công tác, sẽ xem sau.",
            },
        });
        yield return Later(Clock.AddHours(1));
        await stage.AnswerAsync(
            id,
            "confirmOral",
            decider,
            "DisputeOral",
            new ReasonInput { Secrecy = SecrecyGate.No, Reason = "Tôi chưa nhận được báo cáo nào về chuyến đi này." });
    }

    private static DateTime Later(DateTime at) => at;
}
