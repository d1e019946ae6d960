namespace Portal.Domain.Reviews;

public sealed record MemberMatter
{
    public string? Matter { get; init; }

    public string? Evidence { get; init; }

    public string? SuggestedSubject { get; init; }
}
