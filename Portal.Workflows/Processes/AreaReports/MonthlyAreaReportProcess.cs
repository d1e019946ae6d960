using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Domain.ReportItems;
using Portal.Workflows.Processes.AreaReports.Steps;
using Portal.Workflows.Proving;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;

namespace Portal.Workflows.Processes.AreaReports;

/// <summary>
/// S-01, báo cáo tháng của địa bàn: ties the steps of <c>monthly-area-report.json</c> to <see cref="MonthlyAreaReport"/>.
/// </summary>
public sealed class MonthlyAreaReportProcess() : Process<MonthlyAreaReport>(
    ProcessKey, "BC", AreaReportForms.All,
    [
        new SubmitAreaReport(), new ReportNothing(), new ForwardReport(), new GiveReportBack(),
        new NoteReport(OpinionDemand.None, "Acknowledge"), new NoteReport(OpinionDemand.OpinionOrDirective, "AcknowledgeWithDirective"),
        new ReturnAreaReport(),
    ])
{
    public const string ProcessKey = "monthly-area-report";

    /// <summary>Id of the step in which the report is written.</summary>
    public const string DraftStep = "draft";

    public override IReadOnlyDictionary<string, string> MandatoryRules { get; } = new Dictionary<string, string>
    {
        ["R-RPT-01"] = "Đ8.2",
        ["R-RPT-02"] = "Đ8.2",
    };

    public override Conduct Conduct { get; } = new MonthlyAreaReportConduct();

    /// <summary>R-RPT-01: opened by the calendar, one for each area and month, on the first working day after the month.</summary>
    public override IReadOnlyList<Opening> Openings { get; } =
    [
        new OpenedByCalendar(CalendarOwner.Area, LastMonth, MonthlyAreaReport.OpenFor)
        {
            InsteadOfByHand = AreaReportRefusals.OpenedByCalendar,
            IsDue = (area, month, context) =>
                context.Today >= context.Calendar.OnOrAfter(month.AddMonths(1)) && WasThere(area, month, context),
        },
    ];

    private static IEnumerable<DateOnly> LastMonth(CaseContext context) =>
        [new DateOnly(context.Today.Year, context.Today.Month, 1).AddMonths(-1)];

    // An area that came into being after the month has nothing to report of it, unless it took others over.
    private static bool WasThere(string areaId, DateOnly month, CaseContext context)
    {
        var last = month.AddMonths(1).AddDays(-1);
        return context.Directory.WithPredecessors([areaId]).Any(a => context.Directory.Area(a)?.IsValidOn(last) == true);
    }

    /// <summary>The items that the report takes along.</summary>
    public override async Task<Result<IReadOnlyList<object>>> PrepareAsync(
        StepAnswer answer, Turn turn, IWorkStore store, CancellationToken cancellation)
    {
        List<Guid> ids = answer.FormKey == AreaReportForms.Report.Key
            ? [.. (answer.Form["items"] as JsonArray ?? []).Select(ItemOf).OfType<Guid>()]
            : [.. Report(turn).Carried.Values];
        return ids.Count == 0 ? Nothing : Found(await store.WhereAsync<ReportItem>(i => ids.Contains(i.Id), cancellation));
    }

    private static Guid? ItemOf(JsonNode? row) =>
        row is JsonObject fields && Guid.TryParse(fields["itemId"]?.ToString(), out var id) ? id : null;

    /// <summary>Đ5.1: what the report takes to the leader counts as reported from then on.</summary>
    public override Result<StepEffect> Apply(StepAnswer answer, Turn turn)
    {
        var before = Report(turn).Status;
        var applied = base.Apply(answer, turn);
        if (applied.IsSuccess && Report(turn) is { Status: AreaReportStatus.Submitted } sent && before != AreaReportStatus.Submitted)
        {
            foreach (var item in ItemsOf(turn).Where(i => sent.Carried.Values.Contains(i.Id)))
            {
                // What others have taken up meanwhile goes its own way.
                item.Report(new ItemWordsInput(), turn.Context);
            }
        }

        return applied;
    }

    /// <summary>The items of the area as they were looked up for this answer.</summary>
    internal static IReadOnlyCollection<ReportItem> ItemsOf(Turn turn) => [.. turn.Related.OfType<ReportItem>()];

    public override JsonObject Known(FormOpening opening) => opening.FormKey == AreaReportForms.Report.Key
        ? opening.SentBefore() ?? FormInput.ToJson(new AreaReportInput { Form = ReportingForm.InSystem })
        : [];

    public override IReadOnlyDictionary<string, JsonNode?> Facts(Turn turn)
    {
        var report = Report(turn);
        return new Dictionary<string, JsonNode?>
        {
            ["Status"] = report.Status.ToString(),
            ["IsNothing"] = report.IsNothing,
            ["SubmitBy"] = Iso(report.DueAt(turn.Context)),
        };
    }

    public override Refusal? Check(string rule, Turn turn) => Report(turn).Check(rule);

    public override Result Act(string act, Turn turn, IWorkStore store)
    {
        if (act != "close")
        {
            return CommonRefusals.UnknownAct(act);
        }

        var closed = Report(turn).Close(turn.Answer?.Form.Deserialize<ResultReviewInput>(FormInput.Json), turn.Context);
        if (!closed.IsSuccess)
        {
            return closed.Refusal;
        }

        foreach (var record in new AreaRecords(closed.Value, []).All(turn.Context))
        {
            store.Add(record);
        }

        return Result.Ok;
    }

    /// <summary>X-08: who wrote it, and who sent it on.</summary>
    public override IEnumerable<string> Interested(Turn turn) =>
        new[] { Report(turn).AuthorId, Report(turn).SentById }.Where(p => p.Length > 0).Distinct();

    public override CaseDescription Describe(Turn turn)
    {
        var report = Report(turn);
        var month = report.Month.ToString("MM/yyyy", CultureInfo.InvariantCulture);
        return new CaseDescription(
            LocalText.Of("title.monthly-area-report", month, turn.Context.Directory.AreaName(report.AreaId)), report.Status.ToString(),
            report.CaseState);
    }

    private static MonthlyAreaReport Report(Turn turn) =>
        SubjectOf(turn) ?? throw new InvalidOperationException($"Case {turn.Case.Number} has no report.");
}
