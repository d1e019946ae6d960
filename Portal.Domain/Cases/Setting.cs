namespace Portal.Domain.Cases;

public sealed class Setting
{
    public required string Key { get; init; }

    public required string Value { get; set; }

    /// <summary>What it is to be once a second person agrees; null where nothing is asked for.</summary>
    public string? AskedValue { get; set; }

    public string AskedById { get; set; } = "";

    public string AskedReason { get; set; } = "";
}
