using Portal.Domain.Organisation;

namespace Portal.Domain.Administration;

/// <summary>Đ2.5: somebody becomes a leader of the Committee.</summary>
public sealed record LeaderAddInput
{
    public string? PersonId { get; init; }

    public LeaderPosition? Position { get; init; }

    public bool? IsStanding { get; init; }

    public int? Order { get; init; }

    public DateOnly? From { get; init; }
}
