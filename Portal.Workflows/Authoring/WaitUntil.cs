
namespace Portal.Workflows.Authoring;

public enum WaitUntil
{
    /// <summary>Hours by the clock from when the step is reached.</summary>
    Hours,

    /// <summary>A moment that the process knows, by the name of its fact.</summary>
    Fact,

    /// <summary>The beginning of a day in Viet Nam, <c>yyyy-MM-dd</c>.</summary>
    Day,

    /// <summary>Written as an expression.</summary>
    Expression,
}
