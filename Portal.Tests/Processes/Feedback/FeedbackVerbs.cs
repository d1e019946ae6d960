using Portal.Domain.Feedback;
using Portal.Tests.Domain.Verbs;
using static Portal.Tests.Domain.Verbs.Committee;
using Row = Portal.Tests.Domain.Verbs.VerbRow<Portal.Domain.Feedback.RegulationFeedback, Portal.Domain.Feedback.FeedbackStatus>;
using Status = Portal.Domain.Feedback.FeedbackStatus;

namespace Portal.Tests.Processes;

/// <summary>S-12: its author, whoever follows the Regulation, and the leaders; nobody on their own.</summary>
public class FeedbackVerbs : EveryVerb<FeedbackVerbs, RegulationFeedback, Status>
{
    private static readonly DateTime Monday = At(new DateTime(2026, 10, 5, 9, 0, 0));

    protected override IReadOnlyDictionary<Status, Func<Stage<RegulationFeedback>>> Reach { get; } =
        Enum.GetValues<Status>()
            .ToDictionary(s => s, s => (Func<Stage<RegulationFeedback>>)(() => new Stage<RegulationFeedback>(To(s), Monday)));

    protected override IReadOnlyList<FactoryRow<RegulationFeedback, Status>> Factories =>
    [
        new("Submit", c => Walk.Both(RegulationFeedback.Submit(Guid.NewGuid(), FeedbackRoad.Input(), c)), Status.Submitted) { At = Monday,
            Right = [.. Everybody] },
    ];

    protected override IReadOnlyList<Row> Rows =>
    [
        new("Consider", (f, c) => f.Consider(FeedbackRoad.Assessment(), c))
        {
            In = [Status.Submitted], To = _ => Status.Considered, Right = [Compliance, Head, Leader],
            Wrong = Each("Feedback.OnlyCompliance", Lead, Clerk, Coordinator, Stranger).And(Each("Feedback.NotOnOnesOwn", Member)),
        },
        OfLeaders("Accept", (f, c) => f.Accept(c)) with { To = _ => Status.Accepted },
        OfLeaders("Reject", (f, c) => f.Reject(c)) with { To = _ => Status.Rejected },
        new("Include", (f, c) => f.Include(FeedbackRoad.Revision(), c))
        {
            In = [Status.Accepted], To = _ => Status.IncludedInRevision, Right = [Compliance, Head, Leader],
            Wrong = Each("Feedback.OnlyCompliance", Member, Lead, Clerk, Coordinator, Stranger),
        },
        new("Withdraw", (f, c) => f.Withdraw(c))
        {
            In = [Status.Submitted], To = _ => Status.Withdrawn, Right = [Member], Wrong = Forbidden(Compliance, Lead, Head, Leader),
        },
    ];

    protected override Status StateOf(RegulationFeedback scene) => scene.Status;

    protected override int VersionOf(RegulationFeedback scene) => scene.Version;

    private static Row OfLeaders(string verb, Func<RegulationFeedback, Portal.Domain.Cases.CaseContext, Portal.Domain.Common.Result> act) =>
        new(verb, act)
        {
            In = [Status.Considered],
            Right = [Head, StandingDeputy, OtherLeader, Leader],
            Wrong = Each("Feedback.OnlyLeaders", Member, Lead, Compliance, Coordinator, Clerk),
        };

    private static RegulationFeedback To(Status status)
    {
        var (author, officer, leader) = (As(Member, Monday), As(Compliance, Monday), As(Head, Monday));
        var feedback = RegulationFeedback.Submit(Guid.NewGuid(), FeedbackRoad.Input(), author).Made();
        if (status is Status.Submitted)
        {
            return feedback;
        }

        if (status is Status.Withdrawn)
        {
            feedback.Withdraw(author).Must();
            return feedback;
        }

        feedback.Consider(FeedbackRoad.Assessment(), officer).Must();
        switch (status)
        {
            case Status.Rejected:
                feedback.Reject(leader).Must();
                break;
            case Status.Accepted:
                feedback.Accept(leader).Must();
                break;
            case Status.IncludedInRevision:
                feedback.Accept(leader).Must();
                feedback.Include(FeedbackRoad.Revision(), officer).Must();
                break;
        }

        return feedback;
    }
}
