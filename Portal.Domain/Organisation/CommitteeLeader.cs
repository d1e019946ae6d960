namespace Portal.Domain.Organisation;

/// <summary>Đ2.5: a leader of the Committee over a period.</summary>
public sealed class CommitteeLeader : IEffectiveDated
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string PersonId { get; init; }

    public required LeaderPosition Position { get; init; }

    public bool IsStanding { get; init; }

    public int Order { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }
}
