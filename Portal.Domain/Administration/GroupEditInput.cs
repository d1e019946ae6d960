namespace Portal.Domain.Administration;

public sealed record GroupEditInput
{
    public string? Name { get; init; }
}
