using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Domain.Reviews;
using Portal.Web.Persistence.Seed;
using Portal.Workflows.Runtime;

namespace Portal.Web.Processes.Reviews.Demo;

/// <summary>
/// The proposal of one area on its real road, as far as it has come when the demo ends. Each part yields the moment at which it goes on.
/// </summary>
/// <param name="caseOf">The case of the proposal, once its cycle is open; null before, and when the cycle was refused.</param>
internal sealed class ReviewPlay(DemoStage stage, ReviewedArea reviewed, Func<Guid?> caseOf)
{
    private readonly ReviewTexts _texts = new(reviewed);
    private readonly bool _isLowered = reviewed.Area == DemoReviews.ReservedArea;

    // The people are those of the day on which the members begin.
    private Guid _id;
    private DateOnly _day;
    private string _group = "", _lead = "", _leader = "", _head = "";

    private int Index => reviewed.Index;

    public async IAsyncEnumerable<DateTime> PlayAsync()
    {
        if (reviewed.Reach == Reach.Nothing || caseOf() is not { } id)
        {
            yield break;
        }

        _id = id;
        foreach (var (_, part) in Parts().TakeWhile(p => p.From <= reviewed.Reach))
        {
            await foreach (var next in part())
            {
                yield return next;
            }
        }
    }

    // How far an area has to come at least for a part of the road to be played.
    private IEnumerable<(Reach From, Func<IAsyncEnumerable<DateTime>> Play)> Parts() =>
    [
        (Reach.LateWithLead, GatherInputsAsync),
        (Reach.InConsultation, ConsultAsync),
        (Reach.Finalizing, GiveOpinionsAsync),
        (Reach.WithLeader, FinalizeAsync),
        (Reach.Returned, DecideAsync),
        (Reach.Closed, PassAsync),
        (Reach.Closed, IssueAsync),
        (Reach.Closed, HoldConferenceAsync),
        (Reach.Closed, ConcludeAsync),
    ];

    private DateTime At(int month, int day, int hour = 9)
    {
        var year = month == 1 ? reviewed.Year + 1 : reviewed.Year;
        return DemoStage.Local(stage.Data.Calendar.OnOrAfter(new DateOnly(year, month, day)), hour, Index * 7 % 60);
    }

    private async IAsyncEnumerable<DateTime> GatherInputsAsync()
    {
        yield return At(10, 17 + (Index % 6));
        _day = VietnamTime.DayOf(stage.Clock);
        _group = stage.Directory.GroupOfArea(reviewed.Area, _day)!;
        _lead = stage.Directory.LeadOf(_group, _day)!;
        _leader = stage.Directory.LeaderInCharge(reviewed.Area, _group, _day)!;
        _head = stage.Directory.Head(_day)!;
        foreach (var (member, i) in stage.Directory.MembersOf(_group, _day).Where(m => m != _lead).Select((m, i) => (m, i)))
        {
            var hasOpinion = (Index + i) % 3 == 0;
            await stage.AnswerAsync(
                _id,
                "inputs",
                member,
                hasOpinion ? "Submit" : "NoOpinion",
                hasOpinion ? _texts.Input(i) : new MemberInput { Secrecy = SecrecyGate.No });
        }
    }

    private async IAsyncEnumerable<DateTime> ConsultAsync()
    {
        yield return At(10, 27 + (Index % 4));
        await stage.AnswerAsync(_id, "propose", _lead, "Consult", _texts.Proposal);
    }

    private async IAsyncEnumerable<DateTime> GiveOpinionsAsync()
    {
        yield return At(11, 4 + (Index % 4));
        var departments = await stage.Operations.ReadAsync(db => db.UserTasks
            .Where(t => t.CaseId == _id && t.StepId == "opinion" && t.State == UserTaskState.Open)
            .Select(t => new { Department = t.Item!, Signer = t.Assignees.First(a => a.IsOpen).PersonId })
            .ToListAsync());
        foreach (var (department, signer) in departments.Select(d => (d.Department, d.Signer)))
        {
            var action = _texts.ConsultantsDiffer ? "AgreeWithChange" : "Agree";
            await stage.AnswerAsync(_id, "opinion", signer, action, _texts.Consultation(), department);
            if (_texts.ConsultantsDiffer)
            {
                _texts.Handle(department);
            }
        }
    }

    private async IAsyncEnumerable<DateTime> FinalizeAsync()
    {
        yield return At(11, 10 + (Index % 3));
        await stage.AnswerAsync(_id, "finalize", _lead, "Submit", _texts.Final);
    }

    private async IAsyncEnumerable<DateTime> DecideAsync()
    {
        yield return At(11, 13 + (Index % 4), 14);
        if (reviewed.Reach == Reach.Returned)
        {
            await stage.AnswerAsync(_id, "leader", _leader, "Return", ReviewTexts.Return);
            yield break;
        }

        await stage.AnswerAsync(_id, "leader", _leader, "AgreeToDossier", _isLowered ? ReviewTexts.LowerRating : ReviewTexts.KeepRating);
        if (_isLowered)
        {
            yield return stage.InHours(6);
            await ReserveAsync();
        }
    }

    private async IAsyncEnumerable<DateTime> PassAsync()
    {
        yield return At(11, 25, 15);
        await stage.AnswerAsync(_id, "collective", _head, "Pass", new CollectiveDecisionInput
        {
            Secrecy = SecrecyGate.No,
            MeetingDate = VietnamTime.DayOf(stage.Clock),
            Form = CollectiveForm.CollectiveMeeting,
            RatingDecision = RatingDecisionKind.Keep,
            Present = "Đủ thành viên tập thể Lãnh đạo Ban",
        });
    }

    // Only where something was suggested.
    private async IAsyncEnumerable<DateTime> IssueAsync()
    {
        if (!_texts.HasSuggestions)
        {
            yield break;
        }

        yield return At(12, 8, 10);
        await stage.AnswerAsync(_id, "outcome", DemoReviews.Coordinator, "Recorded", _texts.Outcome(VietnamTime.DayOf(stage.Clock)));
        yield return At(12, 10, 14);
        var addressee = stage.Directory.Area(reviewed.Area)!.PartyCommittee;
        await stage.AnswerAsync(_id, "issue", DemoReviews.Clerk, "Issued", _texts.Issue(VietnamTime.DayOf(stage.Clock), addressee));
    }

    private async IAsyncEnumerable<DateTime> HoldConferenceAsync()
    {
        yield return At(12, 18 + (Index % 5));
        await stage.AnswerAsync(_id, "conference", _lead, "Held", new ConferenceInput
        {
            Secrecy = SecrecyGate.No,
            HeldOn = VietnamTime.DayOf(stage.Clock),
            ReportDocument = "Báo cáo kiểm điểm của ban thường vụ",
        });
        yield return At(12, 26 + (Index % 3));
        await stage.AnswerAsync(_id, "advise", _lead, "Submit", _texts.Advice(DecidedRating));
        yield return At(12, 30, 10);
        await stage.AnswerAsync(_id, "adviceReview", _leader, "AgreeToAdvice", new LeaderOpinionInput { Secrecy = SecrecyGate.No });
    }

    private QualityRating DecidedRating => _isLowered ? QualityRating.Completed : reviewed.Rating;

    private async IAsyncEnumerable<DateTime> ConcludeAsync()
    {
        yield return At(1, 8);
        await stage.AnswerAsync(_id, "conclude", _head, "Conclude", new ConclusionInput
        {
            Secrecy = SecrecyGate.No,
            MeetingDate = VietnamTime.DayOf(stage.Clock),
            Form = CollectiveForm.CollectiveMeeting,
        });
        yield return At(1, 20);
        await stage.AnswerAsync(_id, "finalRating", DemoReviews.Coordinator, "Recorded", new FinalRatingInput
        {
            Secrecy = SecrecyGate.No,
            Level = Index % 19 == 7 && DecidedRating == QualityRating.Good ? QualityRating.Completed : DecidedRating,
            DecidingBody = "Ban Thường vụ Tỉnh ủy",
            DocumentNumber = "410-QĐ/TU",
            DocumentDate = VietnamTime.DayOf(stage.Clock),
        });
        if (_texts.HasRemedies)
        {
            yield return At(1, 26);
            await stage.AnswerAsync(
                _id,
                "remedies",
                _lead,
                "Remedied",
                new RemediesInput
                {
                    Secrecy = SecrecyGate.No,
                    Followed = [new RemedyProgress { Item = 1, State = RemedyState.Done, DoneOn = VietnamTime.DayOf(stage.Clock) }],
                    Report = "Đơn vị đã hoàn thành rà soát, báo cáo kết quả đúng hạn.",
                });
        }
    }

    private Task ReserveAsync() => stage.Operations.RunAsync(new Actor(_lead, stage.Directory.NameOf(_lead)), async o =>
    {
        var subject = await o.Db.Cases.FirstAsync(c => c.Id == _id);
        var decision = await o.Db.Decisions.Where(d => d.CaseId == _id && d.StepId == "leader")
            .OrderByDescending(d => d.At)
            .FirstAsync();
        o.Db.ReservedOpinions.Add(ReservedOpinion.Enter(
            subject,
            decision,
            ReviewTexts.Reserved,
            _lead,
            o.Context.Now,
            o.Context.Calendar.DueInWorkingDays(decision.At, o.Context.Settings.Int("Reserve.WindowDays"))));
        o.Audit("Opinion.Reserved", subject.Number, caseId: _id);
        return Result.Ok;
    }, stage.Clock);
}
