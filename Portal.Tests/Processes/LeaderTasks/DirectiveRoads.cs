using Microsoft.EntityFrameworkCore;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Domain.Reviews;
using Portal.Tests.TestKit;
using Portal.Web.Operations;

namespace Portal.Tests.Processes;

/// <summary>The road to every step at which a leader may give a directive, up to where it waits for the leader.</summary>
internal static class DirectiveRoads
{
    /// <summary>By process and step; a step that has none fails.</summary>
    public static IReadOnlyDictionary<(string Process, string Step), Func<TestPortal, Task<Guid>>> All { get; } =
        new Dictionary<(string, string), Func<TestPortal, Task<Guid>>>
        {
            [("field-trip", "review")] = portal => portal.NotifyAsync(),
            [("field-trip", "headNotice")] = async portal =>
            {
                var id = await portal.NotifyAsync();
                await portal.MustAsync(id, "review", Trips.Leader, "ForwardToHead", Trips.Opinion());
                return id;
            },
            [("field-trip", "resultReview")] = portal => portal.ReportedAsync(),
            [("field-trip", "headReview")] = async portal =>
            {
                var id = await portal.ReportedAsync();
                await portal.MustAsync(id, "resultReview", Trips.Leader, "ForwardToHead", Trips.Review());
                return id;
            },
            [("monthly-trip-plan", "review")] = async portal =>
            {
                var id = await portal.OpenPlanAsync();
                await portal.MustAsync(id, "draft", Trips.Lead, "Submit", Plans.Plan());
                return id;
            },
            [(AreaReports.Process, "review")] = portal => portal.SubmittedReportAsync(),
            [(Issues.Process, "consider")] = portal => portal.ReportIssueAsync(),
            [(Issues.Process, "headConsider")] = portal => portal.ReportIssueAsync(Issues.Report(isFlagged: true)),
            [(Issues.Process, "monitor")] = async portal =>
            {
                var id = await portal.ReportIssueAsync();
                await portal.MustAsync(id, "consider", Trips.Leader, "Acknowledge", Issues.Opinion());
                return id;
            },
            [(AdHocReports.Process, "review")] = portal => portal.SentAdHocAsync(),
            [(AdHocReports.Process, "headReview")] = portal => portal.SentAdHocAsync(AdHocReports.Report(isFlagged: true)),
            [(Briefings.Process, "accept")] = portal => portal.SentBriefingAsync(),
            [("meeting-attendance", "review")] = portal => portal.NotedAsync(),
            [("regulation-feedback", "decide")] = async portal =>
            {
                var id = (await portal.StartAsync("regulation-feedback", "S10", FeedbackRoad.Input())).Value.CaseId;
                await portal.MustAsync(id, "consider", "S37", "Consider", FeedbackRoad.Assessment());
                return id;
            },
            [(ReviewCycle.ProcessKey, "approve")] = async portal =>
                (await portal.StartAsync(ReviewCycle.ProcessKey, Reviews.Coordinator, Reviews.Cycle())).Value.CaseId,
            [(ReviewProposal.AreaProcessKey, "withdrawal")] = async portal =>
            {
                var id = await portal.AreaCaseAsync(await portal.CycleAsync());
                await portal.PassedOnAsync(id);
                return await AskedBackAsync(portal, id, "supplement");
            },
            [(ReviewProposal.AreaProcessKey, "adviceReview")] = async portal =>
            {
                var cycle = await portal.CycleAsync();
                var id = await portal.AreaCaseAsync(cycle);
                await portal.PassedOnAsync(id);
                await portal.SentAsync(cycle, id);
                return await AdvisedAsync(portal, id, Reviews.Advice());
            },
            [(ReviewProposal.AdHocProcessKey, "withdrawal")] = async portal =>
                await AskedBackAsync(portal, await AdHocAsync(portal), "collective"),
            [(ReviewProposal.AdHocProcessKey, "adviceReview")] = async portal =>
            {
                var id = await AdHocAsync(portal);
                await portal.MustAsync(id, "collective", Trips.Head, "Pass", new AdHocCollectiveInput
                {
                    Secrecy = SecrecyGate.No,
                    MeetingDate = VietnamTime.DayOf(portal.Now),
                    Form = CollectiveForm.CollectiveMeeting,
                });
                await portal.MustAsync(id, "send", Reviews.Coordinator, "Sent",
                    new SubmissionSentInput { Secrecy = SecrecyGate.No, SentOn = VietnamTime.DayOf(portal.Now) });
                return await AdvisedAsync(portal, id, new AdHocAdviceInput
                {
                    Secrecy = SecrecyGate.No,
                    Suggestions = Reviews.Advice().Suggestions,
                    Remark = "Đơn vị kiểm điểm nghiêm túc",
                });
            },
        };

    /// <summary>Ends the portfolio of the leader in charge of group N03: its steps go to the head (R-ORG-08).</summary>
    public static async Task PutHeadInChargeAsync(TestPortal portal)
    {
        var yesterday = VietnamTime.DayOf(portal.Now).AddDays(-1);
        await ChangeAsync(portal, async db =>
            (await db.Portfolios.Where(p => p.PersonId == Trips.Leader).ToListAsync()).ForEach(p => p.ValidTo = yesterday));
        await portal.TickAsync();
    }

    /// <summary>A leader is none any more, from yesterday on.</summary>
    public static Task LeaveAsync(TestPortal portal, string leader) => ChangeAsync(portal, async db =>
    {
        var yesterday = VietnamTime.DayOf(portal.Now).AddDays(-1);
        (await db.Leaders.Where(l => l.PersonId == leader).ToListAsync()).ForEach(l => l.ValidTo = yesterday);
    });

    /// <summary>A delegation from today on, accepted.</summary>
    /// <param name="process">The one process that it covers; empty for all.</param>
    public static Task LendAsync(TestPortal portal, string principal, string substitute, string process) => ChangeAsync(portal, db =>
    {
        var today = VietnamTime.DayOf(portal.Now);
        var grant = new DelegationGrant
        {
            PrincipalId = principal,
            DelegateId = substitute,
            ProcessKeys = process,
            IncludesRestricted = true,
            IncludesHeadOnly = true,
            GrantedOn = today,
            ValidFrom = today,
            ValidTo = today.AddDays(60),
        };
        db.Delegations.Add(grant);
        grant.Accept(substitute, portal.Now);
        return Task.CompletedTask;
    });

    /// <summary>The substitute is none any more.</summary>
    public static Task RevokeAsync(TestPortal portal, string principal) => ChangeAsync(portal, async db =>
        (await db.Delegations.Where(d => d.PrincipalId == principal).ToListAsync()).ForEach(d => d.Revoke(principal, portal.Now)));

    private static async Task ChangeAsync(TestPortal portal, Func<Portal.Web.Persistence.PortalDbContext, Task> change)
    {
        await portal.Operations.RunAsync(Actor.System, async o =>
        {
            await change(o.Db);
            return Result.Ok;
        });
        ((ReferenceCache)portal.Services.GetService(typeof(ReferenceCache))!).Invalidate();
    }

    private static async Task<Guid> AskedBackAsync(TestPortal portal, Guid id, string step)
    {
        await portal.MustAsync(id, step, Trips.Lead, "RequestWithdraw", Trips.Reason("Số liệu cần kiểm tra lại"));
        return id;
    }

    private static async Task<Guid> AdvisedAsync<T>(TestPortal portal, Guid id, T advice)
    {
        await portal.MustAsync(id, "outcome", Reviews.Coordinator, "Recorded", Reviews.Outcome());
        await portal.MustAsync(id, "issue", Reviews.Clerk, "Issued", Reviews.Issue());
        portal.GoTo(new DateTime(2026, 12, 14, 9, 0, 0));
        await portal.MustAsync(id, "conference", Trips.Lead, "Held", Reviews.Conference());
        await portal.MustAsync(id, "advise", Trips.Lead, "Submit", advice);
        return id;
    }

    /// <summary>Up to the collective.</summary>
    private static async Task<Guid> AdHocAsync(TestPortal portal)
    {
        var id = (await portal.StartAsync(ReviewProposal.AdHocProcessKey, Trips.Lead, new AdHocReviewInput
        {
            Secrecy = SecrecyGate.No,
            AreaId = "A017",
            Trigger = AdHocReviewTrigger.InspectionConclusion,
            TriggerText = "Kết luận kiểm tra nêu khuyết điểm",
        })).Value.CaseId;
        await portal.InputsAsync(id);
        await portal.MustAsync(id, "propose", Trips.Lead, "SkipConsult", new AdHocProposalInput
        {
            Secrecy = SecrecyGate.No,
            NoSuggestion = false,
            Suggestions = [Reviews.Suggestion()],
            SkipConsultReason = "Việc gấp, kết luận kiểm tra đã rõ",
        });
        await portal.MustAsync(id, "finalize", Trips.Lead, "Submit", new AdHocFinalInput
        {
            Secrecy = SecrecyGate.No,
            NoSuggestion = false,
            Suggestions = [Reviews.Suggestion()],
        });
        await portal.MustAsync(id, "leader", Trips.Leader, "AgreeToDossier",
            new AdHocDecisionInput { Secrecy = SecrecyGate.No });
        return id;
    }
}
