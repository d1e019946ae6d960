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

/// <summary>S-02, báo cáo phục vụ buổi làm việc: ties the steps of <c>area-briefing.json</c> to <see cref="AreaBriefing"/>.</summary>
public sealed class AreaBriefingProcess() : Process<AreaBriefing>(
    AreaBriefing.ProcessKey, "TT", AreaBriefingForms.All,
    [
        new RequestBriefing(), new SubmitBriefing(), new WithdrawBriefing(),
        new DecideBriefing("AcceptBriefing", OpinionDemand.None, (b, c) => b.Accept(c)),
        new DecideBriefing("Return", OpinionDemand.Reason, (b, c) => b.Return(c)),
    ])
{
    /// <summary>Who accepts it: the head who asked for it, else the leader in charge.</summary>
    internal const string Acceptor = "briefingLeader";

    public override Sensitivity Sensitivity => Sensitivity.Restricted;

    public override Conduct Conduct { get; } = new AreaBriefingConduct();

    public override IReadOnlyList<Opening> Openings { get; } = [new OpenedByHand(WhyNotAsker, Place)];

    private static Refusal? WhyNotAsker(CaseContext context)
    {
        var (directory, today, person) = (context.Directory, context.Today, context.PrincipalId);
        return context.WhyNotSomebody() ?? (directory.IsLeader(person, today)
            || directory.GroupsOf(person, today).Any(g => directory.LeadOf(g, today) == person)
                ? null
                : AreaBriefingRefusals.OnlyLeadersAndLeads);
    }

    private static Result<CasePlace> Place(JsonObject form, CaseContext context)
    {
        var area = form["areaId"]?.ToString() ?? "";
        return new CasePlace(context.Directory.GroupOfArea(area, context.Today) ?? "", [area]);
    }

    /// <summary>Half a year; and what was sent before, where the leader wanted something changed.</summary>
    public override JsonObject Known(FormOpening opening) => opening.FormKey == AreaBriefingForms.Request.Key
        ? FormInput.ToJson(new BriefingRequestInput { Since = opening.Context.Today.AddMonths(-AreaBriefing.UsualMonths) })
        : opening.SentBefore() ?? [];

    public override IReadOnlyDictionary<string, JsonNode?> Facts(Turn turn) => SubjectOf(turn) is not { } briefing
        ? new Dictionary<string, JsonNode?>()
        : new Dictionary<string, JsonNode?>
        {
            ["Status"] = briefing.Status.ToString(),
            ["NeededBy"] = Iso(turn.Context.Calendar.EndOfWork(briefing.NeededBy)),
        };

    /// <summary>What the definition calls the initiator is who asked for it, also through a substitute .</summary>
    public override IEnumerable<string>? Resolve(string who, Turn turn) => (who, SubjectOf(turn)) switch
    {
        ("initiator", { } briefing) => [briefing.RequestedById],
        (Acceptor, { } briefing) => briefing.AcceptorOf(turn.Context) is { } leader ? [leader] : [],
        _ => null,
    };

    /// <summary>X-08: who wrote it.</summary>
    public override IEnumerable<string> Interested(Turn turn) => SubjectOf(turn)?.AuthorId is { Length: > 0 } author ? [author] : [];

    public override CaseDescription Describe(Turn turn)
    {
        var briefing = (AreaBriefing)turn.File.Subject!;
        return new CaseDescription(
            LocalText.Of("title.area-briefing", turn.Context.Directory.AreaName(briefing.AreaId)), briefing.Status.ToString(),
            briefing.CaseState)
        {
            Named = [.. briefing.Readers(turn.Context)],
        };
    }
}
