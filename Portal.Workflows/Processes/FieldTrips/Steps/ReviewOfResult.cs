using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.FieldTrips.Steps;

/// <summary>Step 10: what a leader says to the result of a trip, as a whole and item by item.</summary>
internal abstract class ReviewOfResult(OpinionDemand demand, string outcome) : Step<FieldTrip, ResultReviewInput>(
    CaseForms.Review, new ResultReviewValidator(demand), outcome)
{
    protected sealed override Result Do(ResultReviewInput input, StepContext<FieldTrip> at)
    {
        var result = at.Subject.Result;
        return ItemDirection.WhyNot(input.ItemDirections, result?.Items, result?.ConcernsPersonnel == true) is { } unfit ? unfit : Say(at);
    }

    /// <summary>Applies the verb, once every direction is of an item that the result has.</summary>
    protected abstract Result Say(StepContext<FieldTrip> at);

    protected override StepEffect CameOfIt(ResultReviewInput input, StepContext<FieldTrip> at) =>
        Decided(input.Opinion, "tripLeader", "participants");
}
