namespace Portal.Domain.Administration;

/// <summary>Loại cuộc họp.</summary>
public sealed record MeetingTypeInput
{
    public string? Code { get; init; }

    public string? Name { get; init; }

    public int? Order { get; init; }
}
