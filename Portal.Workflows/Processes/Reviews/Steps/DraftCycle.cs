using Portal.Domain.Common;
using Portal.Domain.Reviews;

namespace Portal.Workflows.Processes.Reviews.Steps;

/// <summary>F11, step 1: the coordinator sets up the cycle; again after the head has returned it.</summary>
internal sealed class DraftCycle() : Step<ReviewCycle, ReviewCycleInput>(ReviewForms.Cycle, new ReviewCycleValidator(), "Submit")
{
    protected override Result Do(ReviewCycleInput input, StepContext<ReviewCycle> at)
    {
        // Beside the case lie other cycles of the same year.
        var taken = at.Turn.Related.Count > 0;
        if (at.Existing is { } existing)
        {
            return taken
                ? Refusal.Invalid([new FieldError("year", "Review.YearTaken", null, input.Year)]) : existing.Correct(input, at.Context);
        }

        var made = ReviewCycle.Draft(at.File.Case.Id, input, taken, at.Context);
        if (made.IsSuccess)
        {
            at.File.Subject = made.Value;
        }

        return made;
    }
}
