using Portal.Domain.Cases;
using Portal.Domain.Feedback;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Tasks;

namespace Portal.Web.Processes.Feedback;

/// <summary>S-12 on the pages of cases: the clause that it is about stands beside every step.</summary>
public sealed class FeedbackScreens : ProcessScreens
{
    public override IReadOnlyList<string> ProcessKeys => [RegulationFeedback.ProcessKey];

    public override IEnumerable<ScreenPart> BesideStep(
        CaseView view, TaskView task, string? chosen, CaseContext context) => Clause(view, context);

    public override IEnumerable<ScreenPart> OfCase(CaseView view, CaseContext context) => Clause(view, context);

    private static IEnumerable<ScreenPart> Clause(CaseView view, CaseContext context) => view.Subject is RegulationFeedback feedback
        ? [ScreenPart.Of<ClauseInQuestion>(
            (nameof(ClauseInQuestion.Feedback), feedback),
            (nameof(ClauseInQuestion.Number), view.Case.Number),
            (nameof(ClauseInQuestion.Context), context))]
        : [];
}
