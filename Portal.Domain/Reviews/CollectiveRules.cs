namespace Portal.Domain.Reviews;

internal static class CollectiveRules
{
    public static void Check(ICollectiveDecision decision, Action<FluentValidation.Results.ValidationFailure> fail)
    {
        if (decision.MeetingDate is null)
        {
            fail(new FluentValidation.Results.ValidationFailure("meetingDate", "") { ErrorCode = "Common.Required" });
        }

        if (decision.Form is null)
        {
            fail(new FluentValidation.Results.ValidationFailure("form", "") { ErrorCode = "Common.Required" });
        }
    }
}
