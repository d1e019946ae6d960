
namespace Portal.Workflows.UserTasks;

/// <summary>Whether one answer settles the step, or one from each.</summary>
public enum AnswerMode
{
    One,

    /// <summary>Everybody answers; the outcome is the one most people gave, on a tie the one given first.</summary>
    All,

    /// <summary>As <see cref="All"/>, but settled as soon as <see cref="AnswerRule.Count"/> people gave the same outcome.</summary>
    Enough,
}
