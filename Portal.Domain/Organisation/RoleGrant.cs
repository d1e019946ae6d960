namespace Portal.Domain.Organisation;

public sealed class RoleGrant : IEffectiveDated
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string PersonId { get; init; }

    public required Role Role { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }
}
