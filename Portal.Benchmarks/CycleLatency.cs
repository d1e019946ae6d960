using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Domain.Reviews;
using Portal.Web.Operations;
using Portal.Web.Operations.Tasks;
using Portal.Web.Processes.Reviews;
using Portal.Workflows.Runtime;

namespace Portal.Benchmarks;

/// <summary>A review cycle of many areas: opening it, its board, its dossier as a file, and a hundred areas passed at once.</summary>
internal static class CycleLatency
{
    private static readonly DateOnly Begin = new(2025, 1, 1);

    public static async Task MeasureAsync(int areas)
    {
        await using var portal = await BenchPortal.CreateAsync();
        await AddAreasAsync(portal, areas);
        var context = await portal.Operations.ContextAsync(new Actor("S20", "S20"));
        var cycle = await OpenAsync(portal, WatchedAreas(context, areas), context.Today);
        await ToTheDossierAsync(portal, cycle);
        await ShowBoardAsync(portal, cycle);
        await WriteDossierAsync(portal, cycle, context);
        await SubmitDossierAsync(portal, cycle);
        await PassAtOnceAsync(portal);
    }

    private static string[] WatchedAreas(CaseContext context, int areas) =>
    [
        .. context.Directory.Data.Areas
            .Where(a => a.IsValidOn(context.Today) && context.Directory.GroupOfArea(a.Id, context.Today) is not null)
            .Select(a => a.Id)
            .Order(StringComparer.Ordinal)
            .Take(areas),
    ];

    private static async Task<Guid> OpenAsync(BenchPortal portal, string[] watched, DateOnly today)
    {
        var input = new ReviewCycleInput
        {
            Secrecy = SecrecyGate.No,
            Year = today.Year,
            Title = "Kiểm điểm",
            ReferenceDate = today,
            LegalBases = [new LegalBasisInput { Document = "Quy định" }],
            Scope = ReviewScope.Collectives,
            UsesScore = false,
            Conditions = RatingScale.Usual.Conditions,
            Quota = new QuotaInput { Percent = 20, ExceptionalPercent = 25, Base = QuotaBase.RatedGood, Rounding = QuotaRounding.Floor },
            ComparableGroups = [new ComparableGroupInput { Name = "Địa bàn", AreaIds = watched }],
            Consultants = [new ConsultantInput { Domain = WorkDomains.PartyOrgAndMembers, DepartmentId = "TCDV" }],
            Calendar = ReviewCalendar.Of(today.Year),
        };
        var cycle = Must(await portal.Acts.StartAsync(
            new Actor("S20", "S20"), "review-suggestion-annual", new Submission("Submit", FormInput.ToJson(input))));
        var watch = Stopwatch.StartNew();
        Must(await portal.Acts.CompleteAsync(new Actor("L1", "L1"), cycle.Waiting[0].TaskId,
            new Submission("OpenCycle", FormInput.ToJson(new LeaderOpinionInput { Secrecy = SecrecyGate.No }))));
        Console.WriteLine($"cycle: {watched.Length} areas opened in {watch.Elapsed.TotalSeconds:N2} s");
        return cycle.CaseId;
    }

    private static async Task ShowBoardAsync(BenchPortal portal, Guid cycle)
    {
        var boards = portal.Services.GetRequiredService<ReviewCycles>();
        var times = new List<double>();
        for (var i = 0; i < 60; i++)
        {
            var one = Stopwatch.StartNew();
            await boards.BoardAsync(new Actor("L1", "L1"), cycle);
            times.Add(one.Elapsed.TotalMilliseconds);
        }

        times = [.. times.Skip(10).Order()];
        Console.WriteLine($"cycle: board p50 {times[times.Count / 2]:N0} ms, p95 {times[(int)(times.Count * .95)]:N0} ms");
    }

    private static async Task WriteDossierAsync(BenchPortal portal, Guid cycle, CaseContext context)
    {
        var boards = portal.Services.GetRequiredService<ReviewCycles>();
        var watch = Stopwatch.StartNew();
        var view = (await boards.DossierAsync(new Actor("S20", "S20"), cycle)).Value;
        var size = portal.Services.GetRequiredService<ReviewDocuments>().Dossier(view, context).Length;
        Console.WriteLine($"cycle: dossier as Word in {watch.Elapsed.TotalSeconds:N2} s ({size / 1024} KB)");
    }

    private static async Task SubmitDossierAsync(BenchPortal portal, Guid cycle)
    {
        var watch = Stopwatch.StartNew();
        var dossier = await portal.Operations.ReadAsync(db =>
            db.UserTasks.Where(t => t.CaseId == cycle && t.State == UserTaskState.Open).Select(t => t.Id).SingleAsync());
        Must(await portal.Acts.CompleteAsync(new Actor("S20", "S20"), dossier,
            new Submission("SubmitDossier", FormInput.ToJson(new DossierInput { Secrecy = SecrecyGate.No }))));
        Console.WriteLine($"cycle: dossier submitted, every area told, in {watch.Elapsed.TotalSeconds:N2} s");
    }

    private static async Task PassAtOnceAsync(BenchPortal portal)
    {
        var items = await portal.Operations.ReadAsync(db => db.UserTasks
            .Where(t => t.StepId == "collective" && t.State == UserTaskState.Open)
            .Select(t => new BulkItem(t.Id, t.Version))
            .Take(100)
            .ToListAsync());
        var watch = Stopwatch.StartNew();
        var outcomes = await portal.Services.GetRequiredService<BulkDecisions>()
            .DecideAsync(new Actor("L1", "L1"), items, "Pass", "Thống nhất");
        Console.WriteLine($"cycle: {outcomes.Count(o => o.Refusal is null)} areas passed at once in {watch.Elapsed.TotalSeconds:N2} s");
    }

    private static Task AddAreasAsync(BenchPortal portal, int areas) => portal.Operations.RunAsync(Actor.System, async o =>
    {
        var decision = await o.Db.AssignmentDecisions.Select(d => d.Id).FirstAsync();
        for (var i = 106; i <= areas; i++)
        {
            o.Db.Areas.Add(new MonitoredArea { Id = $"B{i:000}", Name = $"Xã Thử {i}", KindId = "XA", ValidFrom = Begin });
            o.Db.AreaAssignments.Add(new AreaAssignment
            {
                AreaId = $"B{i:000}",
                GroupId = $"N{1 + (i % 12):00}",
                DecisionId = decision,
                ValidFrom = Begin
            });
        }

        return Result.Ok;
    }).ContinueWith(_ => portal.Services.GetRequiredService<ReferenceCache>().Invalidate(), TaskScheduler.Default);

    // Each area by the people whose steps they are.
    private static async Task ToTheDossierAsync(BenchPortal portal, Guid cycle)
    {
        var proposal = new ReviewFinalInput
        {
            Secrecy = SecrecyGate.No,
            NoSuggestion = true,
            NoSuggestionReason = "Không có vấn đề nổi cộm",
            Rating = new RatingInput { Level = QualityRating.Good, Justification = "Hoàn thành nhiệm vụ" }
        };
        var steps = new (string Step, string Action, object Form)[]
        {
            ("inputs", "NoOpinion", new MemberInput { Secrecy = SecrecyGate.No }),
            ("propose", "Consult",
                new ReviewProposalInput { Secrecy = SecrecyGate.No, NoSuggestion = true, NoSuggestionReason = proposal.NoSuggestionReason,
                    Rating = proposal.Rating }),
            ("opinion", "Agree", new ConsultationInput { Secrecy = SecrecyGate.No, RatingStance = ConsultationStance.Agree }),
            ("finalize", "Submit", proposal),
            ("leader", "AgreeToDossier", new ReviewDecisionInput { Secrecy = SecrecyGate.No, RatingDecision = RatingDecisionKind.Keep }),
        };
        foreach (var (step, action, form) in steps)
        {
            var tasks = await portal.Operations.ReadAsync(db => db.UserTasks
                .Where(t => t.StepId == step
                    && t.State == UserTaskState.Open
                    && db.Cases.Any(c => c.Id == t.CaseId && c.ParentId == cycle))
                .Select(t => new { t.Id, People = t.Assignees.Where(a => !a.IsOptional).Select(a => a.PersonId).ToList() })
                .ToListAsync());
            foreach (var task in tasks)
            {
                foreach (var person in task.People)
                {
                    Must(await portal.Acts.CompleteAsync(
                        new Actor(person, person), task.Id, new Submission(action, FormInput.ToJson(form))));
                }
            }
        }
    }

    private static Receipt Must(Result<Receipt> result) =>
        result.IsSuccess ? result.Value : throw new InvalidOperationException(result.Refusal.ToString());
}
