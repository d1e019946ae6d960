using System.Text.Json.Nodes;
using Portal.Domain.AreaIssues;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Workflows.Processes.AreaIssues.Steps;
using Portal.Workflows.Proving;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;

namespace Portal.Workflows.Processes.AreaIssues;

/// <summary>S-03, vấn đề nội bộ của địa bàn: ties the steps of <c>area-issue.json</c> to <see cref="AreaIssue"/>.</summary>
public sealed class AreaIssueProcess() : Process<AreaIssue>(
    AreaIssue.ProcessKey, "VD", AreaIssueForms.All,
    [
        new ReportIssue(), new Clarify(), new AddUpdate(),
        new DecideIssue("Acknowledge", OpinionDemand.None, (i, c) => i.Acknowledge(c), "initiator", "groupLead"),
        new DecideIssue("AcknowledgeWithDirective", OpinionDemand.OpinionOrDirective, (i, c) => i.Direct(c), "initiator", "groupLead"),
        new DecideIssue("AskToClarify", OpinionDemand.Reason, (i, c) => i.AskToClarify(c), "initiator"),
        new DecideIssue("ForwardToHead", OpinionDemand.None, (i, c) => i.ForwardToHead(c), "initiator", "groupLead"),
        new DecideIssue("Close", OpinionDemand.Reason, (i, c) => i.Settle(c), "initiator", "groupLead"),
    ])
{
    /// <summary>Who settles it: the leader in charge, or the head where it is the head's (R-RPT-04).</summary>
    internal const string Decider = "issueDecider";

    private const string ReportStep = "report";

    public override Sensitivity Sensitivity => Sensitivity.Restricted;

    public override IReadOnlyDictionary<string, string> MandatoryRules { get; } =
        new Dictionary<string, string> { ["R-RPT-04"] = "Đ7.A.4" };

    public override Conduct Conduct { get; } = new AreaIssueConduct();

    /// <summary>A member reports it; and what a trip or a meeting raised is reported when that has ended.</summary>
    public override IReadOnlyList<Opening> Openings { get; } =
    [
        new OpenedByHand(
            context => context.WhyNotSomebody()
                ?? (context.Directory.GroupsOf(context.PrincipalId, context.Today).Any() ? null : AreaIssueRefusals.OnlyGroups), Place),
        new OpenedByEvent(CaseEvents.Ended, OfEnded),
    ];

    // Of no group where the leader in charge is not to have it: only those named read it then.
    private static Result<CasePlace> Place(JsonObject form, CaseContext context)
    {
        var area = form["areaId"]?.ToString() ?? "";
        var withoutLeader = form["withoutLeader"] is JsonValue v && v.TryGetValue<bool>(out var flag) && flag;
        return new CasePlace(withoutLeader ? "" : context.Directory.GroupOfArea(area, context.Today) ?? "", [area]);
    }

    private static IEnumerable<NewCase> OfEnded(CaseEvent ended) =>
        ended.Source is { Subject: IRaisesIssues source } file
            ? source.IssuesRaised().Select(raised => new NewCase(
                new CasePlace(ended.Context.Directory.GroupOfArea(raised.Issue.AreaId!, ended.Context.Today) ?? "", [raised.Issue.AreaId!]),
                id => AreaIssue.Raised(id, file.Case.Id, raised, ended.Context))
            {
                Written = new WrittenForm(
                    ReportStep, AreaIssueForms.Report.Key, FormInput.ToJson(IssueReportInput.Of(raised)), raised.AuthorId),
            })
            : [];

    public override IReadOnlyDictionary<string, JsonNode?> Facts(Turn turn)
    {
        if (SubjectOf(turn) is not { } issue)
        {
            return new Dictionary<string, JsonNode?>();
        }

        return new Dictionary<string, JsonNode?>
        {
            ["Status"] = issue.Status.ToString(),
            ["IsHeads"] = issue.IsHeads,
            ["IsFollowed"] = issue.Status is AreaIssueStatus.Directed or AreaIssueStatus.Monitoring,
        };
    }

    public override Refusal? Check(string rule, Turn turn) => SubjectOf(turn)?.Check(rule);

    public override Result Act(string act, Turn turn, IWorkStore store) =>
        act == "close" && SubjectOf(turn) is { } issue ? issue.Close() : CommonRefusals.UnknownAct(act);

    /// <summary>What the definition calls the initiator is the author, also of what a trip or a meeting raised.</summary>
    public override IEnumerable<string>? Resolve(string who, Turn turn) => (who, SubjectOf(turn)) switch
    {
        ("initiator", { } issue) => [issue.AuthorId],
        (Decider, { } issue) => issue.DeciderOf(turn.Context) is { } decider ? [decider] : [],
        _ => null,
    };

    /// <summary>X-08.</summary>
    public override IEnumerable<string> Interested(Turn turn) => [SubjectOf(turn)?.AuthorId ?? turn.Case.InitiatorId];

    public override CaseDescription Describe(Turn turn)
    {
        var issue = (AreaIssue)turn.File.Subject!;
        return new CaseDescription(
            LocalText.Of("title.area-issue", turn.Context.Directory.AreaName(issue.AreaId)), issue.Status.ToString(), issue.CaseState)
        {
            Named = [.. issue.Readers(turn.Context)],
        };
    }
}
