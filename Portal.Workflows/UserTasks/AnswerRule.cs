
namespace Portal.Workflows.UserTasks;

public sealed record AnswerRule
{
    public AnswerMode Mode { get; init; } = AnswerMode.One;

    public int Count { get; init; } = 1;
}
