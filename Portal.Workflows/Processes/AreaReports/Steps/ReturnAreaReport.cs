using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.AreaReports.Steps;

/// <summary>The leader wants more than was reported.</summary>
internal sealed class ReturnAreaReport()
    : Step<MonthlyAreaReport, ResultReviewInput>(CaseForms.Review, new ResultReviewValidator(OpinionDemand.Reason), "Return")
{
    protected override Result Do(ResultReviewInput input, StepContext<MonthlyAreaReport> at) =>
        at.Subject.WhyNotDirected(input.ItemDirections) is { } unfit ? unfit : at.Subject.Return(at.Context);

    protected override StepEffect CameOfIt(ResultReviewInput input, StepContext<MonthlyAreaReport> at) =>
        Decided(input.Opinion, "groupLead", $"person:{at.Subject.AuthorId}");
}
