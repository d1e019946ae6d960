namespace Portal.Domain.Cases;

public sealed class Setting
{
    public required string Key { get; init; }

    public required string Value { get; set; }

    /// <summary>What it is to be once a second person agrees; null where nothing is asked for.</summary>
    public string? AskedValue { get; set; }

    public string AskedById { get; set; } = "";

    public string AskedReason { get; set; } = "";

    /// <summary>When it was changed last, UTC, and by whom; null where its default has always counted.</summary>
    public DateTime? ChangedAt { get; set; }

    public string ChangedById { get; set; } = "";
}
