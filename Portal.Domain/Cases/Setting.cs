namespace Portal.Domain.Cases;

public sealed class Setting
{
    public required string Key { get; init; }

    public required string Value { get; set; }
}
