using System.Text.Json.Nodes;
using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Workflows.Processes.AreaReports.Steps;
using Portal.Workflows.Proving;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;

namespace Portal.Workflows.Processes.AreaReports;

/// <summary>S-02, báo cáo đột xuất: ties the steps of <c>adhoc-report.json</c> to <see cref="AdHocReport"/>.</summary>
public sealed class AdHocReportProcess() : Process<AdHocReport>(
    AdHocReport.ProcessKey, "DX", AdHocReportForms.All,
    [
        new WriteAdHocReport(), new ForwardAdHocReport(), new GiveAdHocReportBack(),
        new DecideAdHocReport("Acknowledge", OpinionDemand.None, (r, c) => r.Note(c)),
        new DecideAdHocReport("AcknowledgeWithDirective", OpinionDemand.OpinionOrDirective, (r, c) => r.Note(c)),
        new DecideAdHocReport("Return", OpinionDemand.Reason, (r, c) => r.Return(c)),
    ])
{
    public override IReadOnlyDictionary<string, string> MandatoryRules { get; } = new Dictionary<string, string>
    {
        ["R-RPT-02"] = "Đ8.2",
        ["R-RPT-04"] = "Đ7.A.4",
    };

    public override Conduct Conduct { get; } = new AdHocReportConduct();

    public override IReadOnlyList<Opening> Openings { get; } =
    [
        new OpenedByHand(
            context => context.WhyNotSomebody()
                ?? (context.Directory.GroupsOf(context.PrincipalId, context.Today).Any() ? null : AdHocReportRefusals.OnlyGroups), Place),
    ];

    /// <summary>X-02: what judges a person, or is the head's, is for few.</summary>
    internal static Sensitivity SensitivityOf(AdHocReport report) =>
        report.GoesToHead || report.Content.IsRestricted() ? Sensitivity.Restricted : Sensitivity.Normal;

    private static Result<CasePlace> Place(JsonObject form, CaseContext context)
    {
        var area = form["areaId"]?.ToString() ?? "";
        return new CasePlace(context.Directory.GroupOfArea(area, context.Today) ?? "", [area]);
    }

    /// <summary>In the system; and what was sent before, where more was wanted.</summary>
    public override JsonObject Known(FormOpening opening) =>
        opening.SentBefore() ?? FormInput.ToJson(new AdHocReportInput { Form = ReportingForm.InSystem });

    public override IReadOnlyDictionary<string, JsonNode?> Facts(Turn turn) => SubjectOf(turn) is not { } report
        ? new Dictionary<string, JsonNode?>()
        : new Dictionary<string, JsonNode?>
        {
            ["Status"] = report.Status.ToString(),
            ["IsHeads"] = report.GoesToHead,
        };

    public override Refusal? Check(string rule, Turn turn) => SubjectOf(turn)?.Check(rule);

    public override Result Act(string act, Turn turn, IWorkStore store) =>
        act == "close" && SubjectOf(turn) is { } report ? report.Close() : CommonRefusals.UnknownAct(act);

    /// <summary>X-08: who wrote it and who sent it on.</summary>
    public override IEnumerable<string> Interested(Turn turn) => SubjectOf(turn) is { } report
        ? new[] { report.AuthorId, report.SentById }.Where(p => p.Length > 0).Distinct()
        : [turn.Case.InitiatorId];

    public override CaseDescription Describe(Turn turn)
    {
        var report = (AdHocReport)turn.File.Subject!;
        string?[] named = SensitivityOf(report) == Sensitivity.Normal
            ? [report.AuthorId, report.DeciderOf(turn.Context), report.Content.RequestedById]
            : [report.AuthorId, report.DeciderOf(turn.Context)];
        return new CaseDescription(
            LocalText.Of("title.adhoc-report", turn.Context.Directory.AreaName(report.AreaId)), report.Status.ToString(), report.CaseState)
        {
            Named = [.. named.OfType<string>().Where(p => p.Length > 0).Distinct()],
        };
    }
}
