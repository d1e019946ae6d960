using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;
using Portal.Web.Persistence.Seed;

namespace Portal.Web.Processes.Reviews.Demo;

/// <summary>
/// The demo's review cycles: last year's is closed, this year's is under way, with one comparable group above its quota and one
/// opinion reserved. Every proposal goes its real road with a moved clock.
/// </summary>
internal sealed class DemoReviews(DemoStage stage, int months)
{
    private const string Coordinator = "S20";
    private const string Clerk = "S03";

    /// <summary>The lead of its group reserves an opinion on the rating that the leader in charge lowered.</summary>
    private const string ReservedArea = "A033";

    private enum Reach
    {
        Nothing,
        LateWithLead,
        InConsultation,
        Finalizing,
        WithLeader,
        Returned,
        PassedOn,
        Closed,
    }

    private static readonly (string Matter, string Text, string Domain)[] Matters =
    [
        (
            "Rà soát, bổ sung quy hoạch cán bộ chậm so với kế hoạch của Tỉnh ủy.",
            "Đề nghị kiểm điểm làm rõ nguyên nhân và trách nhiệm trong việc chậm rà soát quy hoạch cán bộ",
            WorkDomains.OrganizationAndCadres),
        (
            "Một số chi bộ duy trì sinh hoạt chưa đều, chất lượng nghị quyết còn hạn chế.",
            "Đề nghị kiểm điểm làm rõ trách nhiệm lãnh đạo, chỉ đạo nâng cao chất lượng sinh hoạt chi bộ", WorkDomains.PartyOrgAndMembers),
        (
            "Công tác rà soát lịch sử chính trị đối với cán bộ trước khi bổ nhiệm có hồ sơ chưa kịp thời.",
            "Đề nghị kiểm điểm làm rõ việc chấp hành quy định về bảo vệ chính trị nội bộ", WorkDomains.InternalPoliticalProtection),
        (
            "Bố trí công chức sau sắp xếp còn vị trí chưa phù hợp chuyên môn.",
            "Đề nghị kiểm điểm làm rõ việc bố trí công chức theo vị trí việc làm", WorkDomains.CivilServants),
    ];

    private readonly Dictionary<(int Year, string Area), Guid> _cases = [];
    private readonly Dictionary<int, Guid> _cycles = [];

    public IEnumerable<DemoScript> Scripts()
    {
        var today = VietnamTime.DayOf(stage.Now);
        var running = today.Month >= 11 ? today.Year : today.Year - 1;
        foreach (var year in months < 12 ? [running] : new[] { running - 1, running })
        {
            var areas = AreasOf(year);
            if (areas.Count == 0 || new DateOnly(year, 10, 15) < DemoOrganisation.Begin)
            {
                continue;
            }

            yield return new DemoScript(DemoStage.Local(new DateOnly(year, 10, 14), 8, 0), () => CycleAsync(year, year < running));
            var reaches = year < running ? areas.ToDictionary(a => a, _ => Reach.Closed) : Reaches(areas);
            foreach (var (area, i) in areas.Select((a, i) => (a, i)))
            {
                var rating = RatingOf(area, areas, year < running);
                yield return new DemoScript(
                    DemoStage.Local(new DateOnly(year, 10, 16), 8, i % 60), () => AreaAsync(year, area, i, reaches[area], rating));
            }
        }
    }

    private IReadOnlyList<string> AreasOf(int year)
    {
        var day = new DateOnly(year, 10, 14);
        return [.. stage.Directory.Data.Areas.Where(a => Domain.Organisation.EffectiveDating.IsValidOn(a, day)
            && stage.Directory.GroupOfArea(a.Id, day) is not null).Select(a => a.Id).Order(StringComparer.Ordinal)];
    }

    private string KindOf(string area) => stage.Directory.Area(area)!.KindId;

    // 8 in consultation, 12 finalizing, 52 with the leader, 26 returned or passed on, 5 late with the lead, 2 not begun.
    private Dictionary<string, Reach> Reaches(IReadOnlyList<string> areas)
    {
        var others = areas.Where(a => KindOf(a) != "XA").ToList();
        var early = others.Take(7)
            .Select((a, i) => (Area: a, Reach: i < 2 ? Reach.Nothing : Reach.LateWithLead))
            .ToDictionary(x => x.Area, x => x.Reach);
        var pool = areas.Where(a => !early.ContainsKey(a)).ToList();
        for (var i = 0; i < pool.Count; i++)
        {
            var place = i * 37 % pool.Count;
            early[pool[i]] = pool[i] == ReservedArea
                ? Reach.PassedOn
                : place < 8
                    ? Reach.InConsultation
                    : place < 20 ? Reach.Finalizing : place < 72 ? Reach.WithLeader : place < 78 ? Reach.Returned : Reach.PassedOn;
        }

        return early;
    }

    // This year 7 communes of 52 are proposed as Excellent where 31 are Good: one more than the ceiling of 6.
    private QualityRating RatingOf(string area, IReadOnlyList<string> areas, bool closed)
    {
        var peers = areas.Where(a => KindOf(a) == KindOf(area)).ToList();
        var place = peers.IndexOf(area) * 29 % Math.Max(1, peers.Count);
        var good = KindOf(area) == "XA" ? 31 : peers.Count * 6 / 10;
        var excellent = KindOf(area) == "XA" ? (closed ? 6 : 7) : good / 5;
        if (place < excellent)
        {
            return QualityRating.Excellent;
        }

        if (place < excellent + good)
        {
            return QualityRating.Good;
        }

        if (place == peers.Count - 1 && peers.Count > 20)
        {
            return QualityRating.NotCompleted;
        }

        return QualityRating.Completed;
    }

    private async IAsyncEnumerable<DateTime> CycleAsync(int year, bool closes)
    {
        var areas = AreasOf(year);
        var kinds = stage.Directory.Data.Kinds.ToDictionary(k => k.Id, k => k.Name);
        var opened = await stage.StartAsync("review-suggestion-annual", Coordinator, new ReviewCycleInput
        {
            Secrecy = SecrecyGate.No,
            Year = year,
            Title = $"Kiểm điểm, xếp loại chất lượng năm {year.ToString(CultureInfo.InvariantCulture)}",
            ReferenceDate = new DateOnly(year, 10, 14),
            LegalBases =
            [
                new LegalBasisInput
                {
                    Document =
                        "Quy định của Bộ Chính trị về kiểm điểm và đánh giá, xếp loại chất lượng đối với tập thể, cá nhân trong hệ "
                            + "thống chính trị",
                },
                new LegalBasisInput { Document = "Quy chế công tác đối với nhóm công chức theo dõi địa bàn của Ban Tổ chức Tỉnh ủy" },
            ],
            Scope = ReviewScope.CollectivesAndIndividuals,
            UsesScore = false,
            Quota = new QuotaInput { Percent = 20, ExceptionalPercent = 25, Base = QuotaBase.RatedGood, Rounding = QuotaRounding.Floor },
            ComparableGroups = [.. areas.GroupBy(KindOf).Select(g => new ComparableGroupInput { Name = kinds[g.Key], AreaIds = [.. g] })],
            Consultants = [.. stage.Directory.Data.Departments.SelectMany(d => d.WorkDomains.Select(w => new ConsultantInput
            {
                DepartmentId = d.Id,
                Domain = w,
            }))],
            Calendar = ReviewCalendar.Of(year),
        }, "cycle");
        if (opened is null)
        {
            yield break;
        }

        yield return DemoStage.Local(new DateOnly(year, 10, 15), 8, 30);
        await stage.AnswerAsync(
            opened.CaseId,
            "approve",
            stage.Directory.Head(VietnamTime.DayOf(stage.Clock))!,
            "OpenCycle",
            new LeaderOpinionInput { Secrecy = SecrecyGate.No });
        _cycles[year] = opened.CaseId;
        foreach (var made in await stage.Operations.ReadAsync(db => db.Set<ReviewProposal>()
            .IgnoreAutoIncludes()
            .Where(p => p.CycleId == opened.CaseId)
            .Select(p => new { p.AreaId, p.CaseId })
            .ToListAsync()))
        {
            _cases[(year, made.AreaId)] = made.CaseId;
        }

        if (!closes)
        {
            yield break;
        }

        yield return DemoStage.Local(new DateOnly(year, 11, 20), 15, 0);
        await stage.AnswerAsync(opened.CaseId, "dossier", Coordinator, "SubmitDossier", new DossierInput { Secrecy = SecrecyGate.No });
        yield return DemoStage.Local(new DateOnly(year, 11, 28), 9, 0);
        await stage.AnswerAsync(
            opened.CaseId,
            "send",
            Coordinator,
            "Sent",
            new SubmissionSentInput
            {
                Secrecy = SecrecyGate.No,
                DocumentNumber = "112-TTr/BTCTU",
                SentOn = VietnamTime.DayOf(stage.Clock),
            });
        yield return DemoStage.Local(new DateOnly(year + 1, 1, 30), 15, 0);
        await stage.AnswerAsync(opened.CaseId, "closing", Coordinator, "CloseCycle", new System.Text.Json.Nodes.JsonObject());
    }

    private async IAsyncEnumerable<DateTime> AreaAsync(int year, string area, int index, Reach reach, QualityRating rating)
    {
        DateTime At(int month, int day, int hour = 9) =>
            DemoStage.Local(stage.Data.Calendar.OnOrAfter(new DateOnly(month == 1 ? year + 1 : year, month, day)), hour, index * 7 % 60);
        if (reach == Reach.Nothing || !_cases.TryGetValue((year, area), out var id))
        {
            yield break;
        }

        yield return At(10, 17 + (index % 6));
        var day = VietnamTime.DayOf(stage.Clock);
        var group = stage.Directory.GroupOfArea(area, day)!;
        var (lead, leader, head) = (
            stage.Directory.LeadOf(group, day)!, stage.Directory.LeaderInCharge(area, group, day)!, stage.Directory.Head(day)!);
        foreach (var (member, i) in stage.Directory.MembersOf(group, day).Where(m => m != lead).Select((m, i) => (m, i)))
        {
            var has = (index + i) % 3 == 0;
            await stage.AnswerAsync(id, "inputs", member, has ? "Submit" : "NoOpinion", has
                ? new MemberInput
                {
                    Secrecy = SecrecyGate.No,
                    Matters = [new MemberMatter
                    {
                        Matter = Matters[(index + i) % Matters.Length].Matter,
                        Evidence = "Theo dõi qua các chuyến công tác trong năm",
                    }],
                    RatingView = rating,
                }
                : new MemberInput { Secrecy = SecrecyGate.No });
        }

        if (reach == Reach.LateWithLead)
        {
            yield break;
        }

        yield return At(10, 27 + (index % 4));
        var (proposal, final) = Proposal(year, index, rating);
        await stage.AnswerAsync(id, "propose", lead, "Consult", proposal);
        if (reach == Reach.InConsultation)
        {
            yield break;
        }

        yield return At(11, 4 + (index % 4));
        var opinions = await stage.Operations.ReadAsync(db => db.UserTasks.Where(t => t.CaseId == id
            && t.StepId == "opinion"
            && t.State == Workflows.Runtime.UserTaskState.Open).Select(t => t.Item!).ToListAsync());
        var handling = new List<OpinionHandlingInput>();
        foreach (var department in opinions)
        {
            var signer = stage.Directory.PeopleWith(Domain.Organisation.Role.DepartmentHead, day)
                .First(p => stage.Directory.Person(p)!.DepartmentId == department);
            var differs = index % 9 == 4;
            await stage.AnswerAsync(id, "opinion", signer, differs ? "AgreeWithChange" : "Agree",
                new ConsultationInput
                {
                    Secrecy = SecrecyGate.No,
                    Comment = differs ? "Đề nghị nêu rõ thêm số liệu và thời điểm của vấn đề." : null,
                }, department);
            if (differs)
            {
                handling.Add(new OpinionHandlingInput
                {
                    DepartmentId = department,
                    Handling = OpinionHandling.Accepted,
                    Reason = "Đã bổ sung số liệu vào căn cứ.",
                });
            }
        }

        if (reach == Reach.Finalizing)
        {
            yield break;
        }

        yield return At(11, 10 + (index % 3));
        await stage.AnswerAsync(id, "finalize", lead, "Submit", final with { Handling = handling.Count > 0 ? [.. handling] : null });
        if (reach == Reach.WithLeader)
        {
            yield break;
        }

        yield return At(11, 13 + (index % 4), 14);
        if (reach == Reach.Returned)
        {
            await stage.AnswerAsync(
                id,
                "leader",
                leader,
                "Return",
                new ReviewDecisionInput
                {
                    Secrecy = SecrecyGate.No,
                    Opinion = "Bổ sung căn cứ của gợi ý và làm rõ lý do đề xuất mức xếp loại.",
                });
            yield break;
        }

        var lowers = area == ReservedArea;
        await stage.AnswerAsync(id, "leader", leader, "AgreeToDossier", lowers
            ? new ReviewDecisionInput
            {
                Secrecy = SecrecyGate.No,
                RatingDecision = RatingDecisionKind.Change,
                RatingLevel = QualityRating.Completed,
                RatingReason = "Trong năm còn để xảy ra mất đoàn kết ở một chi bộ trực thuộc.",
            }
            : new ReviewDecisionInput { Secrecy = SecrecyGate.No, RatingDecision = RatingDecisionKind.Keep });
        if (lowers)
        {
            yield return stage.InHours(6);
            await ReserveAsync(id, lead);
        }

        if (reach != Reach.Closed)
        {
            yield break;
        }

        yield return At(11, 25, 15);
        await stage.AnswerAsync(
            id,
            "collective",
            head,
            "Pass",
            new CollectiveDecisionInput
            {
                Secrecy = SecrecyGate.No,
                MeetingDate = VietnamTime.DayOf(stage.Clock),
                Form = CollectiveForm.CollectiveMeeting,
                RatingDecision = RatingDecisionKind.Keep,
                Present = "Đủ thành viên tập thể Lãnh đạo Ban",
            });
        var suggested = final.Suggestions ?? [];
        var individuals = final.Individuals ?? [];
        if (suggested.Length + individuals.Length > 0)
        {
            yield return At(12, 8, 10);
            await stage.AnswerAsync(id, "outcome", Coordinator, "Recorded", new OutcomeInput
            {
                Secrecy = SecrecyGate.No,
                DocumentNumber = "245-TB/TU",
                DocumentDate = VietnamTime.DayOf(stage.Clock),
                Suggestions = [.. suggested.Select((_, i) => new ItemOutcome
                {
                    Item = i + 1,
                    Outcome = StandingCommitteeOutcome.Approved,
                })],
                Individuals = individuals.Length > 0
                    ? [.. individuals.Select((_, i) => new ItemOutcome { Item = i + 1, Outcome = StandingCommitteeOutcome.Approved })]
                    : null,
                ReleasedToGroup = true,
            });
            yield return At(12, 10, 14);
            await stage.AnswerAsync(id, "issue", Clerk, "Issued", new IssueInput
            {
                Secrecy = SecrecyGate.No,
                DocumentNumber = $"{(300 + index).ToString(CultureInfo.InvariantCulture)}-CV/TU",
                DocumentDate = VietnamTime.DayOf(stage.Clock),
                SentOn = VietnamTime.DayOf(stage.Clock),
                Addressee = stage.Directory.Area(area)!.PartyCommittee,
            });
        }

        yield return At(12, 18 + (index % 5));
        await stage.AnswerAsync(
            id,
            "conference",
            lead,
            "Held",
            new ConferenceInput
            {
                Secrecy = SecrecyGate.No,
                HeldOn = VietnamTime.DayOf(stage.Clock),
                ReportDocument = "Báo cáo kiểm điểm của ban thường vụ",
            });
        yield return At(12, 26 + (index % 3));
        var decided = lowers ? QualityRating.Completed : rating;
        var remedies = suggested.Length > 0 && index % 4 == 0;
        await stage.AnswerAsync(id, "advise", lead, "Submit", new AdviceInput
        {
            Secrecy = SecrecyGate.No,
            Suggestions = suggested.Length == 0
                ? null
                : [.. suggested.Select((_, i) => new ItemFollowUp
                {
                    Item = i + 1,
                    Explanation = "Đơn vị nhận khuyết điểm, nêu rõ nguyên nhân và trách nhiệm.",
                    Assessment = FollowUpAssessment.Accepted,
                    Reason = "Giải trình rõ, có biện pháp khắc phục.",
                })],
            Remedies = remedies
                ? [new RemedyInput
                {
                    Item = 1,
                    What = "Hoàn thành rà soát và báo cáo kết quả",
                    Who = "Ban thường vụ cấp ủy",
                    By = new DateOnly(year + 1, 3, 31),
                }]
                : null,
            Remark = "Đơn vị kiểm điểm nghiêm túc, tự phê bình và phê bình thẳng thắn.",
            AdvisedRating = decided,
        });
        yield return At(12, 30, 10);
        await stage.AnswerAsync(id, "adviceReview", leader, "AgreeToAdvice", new LeaderOpinionInput { Secrecy = SecrecyGate.No });
        yield return At(1, 8, 9);
        await stage.AnswerAsync(
            id,
            "conclude",
            head,
            "Conclude",
            new ConclusionInput
            {
                Secrecy = SecrecyGate.No,
                MeetingDate = VietnamTime.DayOf(stage.Clock),
                Form = CollectiveForm.CollectiveMeeting,
            });
        yield return At(1, 20, 9);
        await stage.AnswerAsync(id, "finalRating", Coordinator, "Recorded", new FinalRatingInput
        {
            Secrecy = SecrecyGate.No,
            Level = index % 19 == 7 && decided == QualityRating.Good ? QualityRating.Completed : decided,
            DecidingBody = "Ban Thường vụ Tỉnh ủy",
            DocumentNumber = "410-QĐ/TU",
            DocumentDate = VietnamTime.DayOf(stage.Clock),
        });
        if (remedies)
        {
            yield return At(1, 26, 9);
            await stage.AnswerAsync(
                id,
                "remedies",
                lead,
                "Remedied",
                new RemediesInput { Secrecy = SecrecyGate.No, Report = "Đơn vị đã hoàn thành rà soát, báo cáo kết quả đúng hạn." });
        }
    }

    // A third has nothing to suggest; some suggestions are on individuals and lie off the system.
    private static (ReviewProposalInput Proposal, ReviewFinalInput Final) Proposal(int year, int index, QualityRating rating)
    {
        var nothing = (index + year) % 3 == 0;
        SuggestionInput Of(int i)
        {
            var (matter, text, domain) = Matters[(index + i + year) % Matters.Length];
            return new SuggestionInput
            {
                SubjectName = "Ban thường vụ cấp ủy",
                Domain = domain,
                Matter = matter,
                Evidence = "Báo cáo kết quả các chuyến công tác và dự họp trong năm",
                SuggestedText = text,
                ClarifyCause = true,
                ClarifyCollective = true,
                ClarifyRemedy = i == 0,
            };
        }

        var suggestions = nothing ? null : Enumerable.Range(0, 1 + (index % 2)).Select(Of).ToArray();
        var individuals = !nothing && index % 5 == 2
            ? new[]
            {
                new SuggestionInput
                {
                    KeptOffSystem = true,
                    Stub = new OffSystemStub
                    {
                        DocumentNumber = $"{(index + 1).ToString("00", CultureInfo.InvariantCulture)}/BTC",
                        Keeper = "Văn thư bảo mật",
                        StoragePlace = "Tủ hồ sơ mật, Văn phòng Ban",
                    },
                },
            } : null;
        var rated = new RatingInput
        {
            Level = rating,
            Justification = rating == QualityRating.Excellent
                ? "Hoàn thành vượt mức các chỉ tiêu chủ yếu, nội bộ đoàn kết, được khen thưởng trong năm."
                : "Hoàn thành các nhiệm vụ chủ yếu trong năm, còn một số hạn chế đã nêu.",
            Conditions = rating == QualityRating.Excellent
                ? new RatingConditions
                {
                    Targets = ConditionState.Met,
                    Unity = ConditionState.Met,
                    Discipline = ConditionState.Met,
                    Subordinates = ConditionState.Met,
                }
                : null,
        };
        var reason = nothing ? "Trong năm không có vấn đề nổi cộm cần gợi ý kiểm điểm." : null;
        return (
            new ReviewProposalInput
            {
                Secrecy = SecrecyGate.No,
                NoSuggestion = nothing,
                NoSuggestionReason = reason,
                Suggestions = suggestions,
                Individuals = individuals,
                Rating = rated,
            },
            new ReviewFinalInput
            {
                Secrecy = SecrecyGate.No,
                NoSuggestion = nothing,
                NoSuggestionReason = reason,
                Suggestions = suggestions,
                Individuals = individuals,
                Rating = rated,
            });
    }

    private Task ReserveAsync(Guid id, string lead) =>
        stage.Operations.RunAsync(new Domain.Organisation.Actor(lead, stage.Directory.NameOf(lead)), async o =>
        {
            var subject = await o.Db.Cases.FirstAsync(c => c.Id == id);
            var decision = await o.Db.Decisions.Where(d => d.CaseId == id && d.StepId == "leader")
                .OrderByDescending(d => d.At)
                .FirstAsync();
            var input = new ReservedOpinionInput
            {
                Opinion =
                    "Đề nghị giữ mức đề xuất của nhóm: việc mất đoàn kết đã được đơn vị chủ động phát hiện, xử lý dứt điểm trong quý II.",
                Difference = "Lãnh đạo phụ trách hạ mức xếp loại so với đề xuất của nhóm.",
                Grounds = "Báo cáo kết quả chuyến công tác tháng 6 và kết luận của ban thường vụ cấp ủy.",
                DiffersFrom = OpinionDiffersFrom.LeaderInCharge,
                Forward = true,
            };
            o.Db.ReservedOpinions.Add(ReservedOpinion.Enter(
                subject,
                decision,
                input,
                lead,
                o.Context.Now,
                o.Context.Calendar.DueInWorkingDays(decision.At, o.Context.Settings.Int("Reserve.WindowDays"))));
            o.Audit("Opinion.Reserved", subject.Number, caseId: id);
            return Result.Ok;
        }, stage.Clock);
}
