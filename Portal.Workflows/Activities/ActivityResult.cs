
namespace Portal.Workflows.Activities;

/// <summary>How an activity answers.</summary>
public abstract record ActivityResult
{
    public static ActivityResult Done { get; } = new Completed("Done");

    public static ActivityResult With(string outcome) => new Completed(outcome);
}
