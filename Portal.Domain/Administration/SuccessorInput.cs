namespace Portal.Domain.Administration;

/// <summary>One area that comes of a reorganisation: a new one, or one that is there and takes others in.</summary>
public sealed record SuccessorInput
{
    public string? ExistingId { get; init; }

    public string? Name { get; init; }

    public string? KindId { get; init; }

    public string? GroupId { get; init; }
}
