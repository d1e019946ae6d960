
namespace Portal.Workflows.Authoring;

public enum WaitUntil
{
    /// <summary>Hours by the clock from when the step is reached.</summary>
    Hours,

    /// <summary>A moment that the process knows, by the name of its fact.</summary>
    Fact,

    /// <summary>The beginning of a day in Viet Nam, <c>yyyy-MM-dd</c>.</summary>
    Day,

    /// <summary>The next time of a schedule, as cron writes it, in hours of Viet Nam.</summary>
    Schedule,

    /// <summary>Written as an expression.</summary>
    Expression,
}
