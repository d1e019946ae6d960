using Portal.Domain.Cases;
using Portal.Domain.Reviews;
using Portal.Workflows;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Runtime;

namespace Portal.Tests.Workflows;

/// <summary>What a shipped definition asks for and what the steps of its process take is the same. Each was seen failing once.</summary>
public class StepTests
{
    private const string OfAdHoc = "The annual and the ad hoc review share their steps; this one's form is of the ad hoc review.";

    private const string OfAnnual = "The annual and the ad hoc review share their steps; this one's form is of the annual review.";

    private static readonly Dictionary<string, (string Reason, string[] Steps)[]> Unreached = new()
    {
        [ReviewProposal.AreaProcessKey] =
        [
            (OfAdHoc,
            [
                "ProposeAdHoc review-proposal-adhoc", "SubmitAdHocProposal review-final-adhoc", "AgreeToProposal review-decision-adhoc",
                "ReturnProposal review-decision-adhoc", "ForwardProposalToHead review-decision-adhoc",
                "PassAdHocProposal review-collective-adhoc", "ReturnFromCollective review-collective-adhoc",
                "NotPassProposal review-collective-adhoc", "Advise review-advice-adhoc",
            ]),
            ("An area is sent with the dossier of its cycle; by itself only what was reviewed out of turn.", ["SendProposal review-sent"]),
        ],
        [ReviewProposal.AdHocProcessKey] =
        [
            (OfAnnual,
            [
                "Propose review-proposal", "SubmitProposal review-final", "AgreeToProposal review-decision",
                "ReturnProposal review-decision", "ForwardProposalToHead review-decision", "PassProposal review-collective",
                "ReturnFromCollective review-collective", "NotPassProposal review-collective", "Advise review-advice",
            ]),
            ("An ad hoc review has no days of a cycle that could be put off.", ["ExtendStepOfArea trip-extension"]),
            ("6.2: no rating out of turn.", ["RecordFinalRating review-rating"]),
        ],
    };

    public static TheoryData<string> Keys() => [.. ShippedProcesses.All.Select(p => p.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_answer_that_a_shipped_definition_can_give_is_taken_by_exactly_one_step(string key)
    {
        var steps = StepsOf(key);
        Assert.NotEmpty(Answers(key));
        Assert.Empty(Answers(key).Select(a => (Answer: a, By: steps.Where(s => Takes(s, a)).Select(Name).ToList()))
            .Where(x => x.By.Count != 1).Select(x => $"{x.Answer.Form}/{x.Answer.Outcome}: {string.Join(", ", x.By)}"));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_step_is_reached_by_an_answer_of_its_definition_or_is_known_not_to_be(string key)
    {
        var reached = Answers(key);
        var known = Unreached.GetValueOrDefault(key, []).SelectMany(u => u.Steps).Order(StringComparer.Ordinal);
        var unreached = StepsOf(key).Where(s => !reached.Exists(a => Takes(s, a)));
        Assert.Equal(known, unreached.Select(Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void No_two_steps_take_the_same_answer(string key)
    {
        var steps = StepsOf(key);
        var pairs = steps.SelectMany((one, i) => steps.Skip(i + 1).Select(other => (One: one, Other: other)));
        Assert.Empty(pairs.Where(p => Overlap(p.One, p.Other)).Select(p => $"{Name(p.One)}, {Name(p.Other)}"));
    }

    private static IReadOnlyList<IStep> StepsOf(string key) => ShippedProcesses.All.Single(p => p.Key == key).Steps;

    /// <summary>Forms and outcomes of every human step, but for the forms of steps that administrators add.</summary>
    private static List<(string? Form, string Outcome)> Answers(string key)
    {
        var json = ShippedProcesses.Definitions().Single(d => d.Key == key).Json;
        var asked = new CompiledDefinition(WorkflowDefinition.Read(json)).All.Where(a => a.Node.Type == "Portal.UserTask").ToList();
        Assert.All(asked, a => Assert.NotNull(a.FixedSpec));
        return [.. asked.SelectMany(a => a.FixedSpec!.Actions.Select(action => (Form: action.Form ?? a.FixedSpec.Form, action.Key)))
            .Where(a => CaseForms.General.All(g => g.Key != a.Form)).Distinct()];
    }

    private static bool Takes(IStep step, (string? Form, string Outcome) answer) =>
        step.FormKey == answer.Form && (step.Outcomes.Count == 0 || step.Outcomes.Contains(answer.Outcome));

    private static bool Overlap(IStep one, IStep other) =>
        one.FormKey == other.FormKey
        && (one.Outcomes.Count == 0 || other.Outcomes.Count == 0 || one.Outcomes.Intersect(other.Outcomes).Any());

    private static string Name(IStep step) => $"{step.GetType().Name.Split('`')[0]} {step.FormKey}".TrimEnd();
}
