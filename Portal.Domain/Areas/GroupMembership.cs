using Portal.Domain.Organisation;

namespace Portal.Domain.Areas;

public sealed class GroupMembership : IEffectiveDated
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string GroupId { get; init; }

    public required string PersonId { get; init; }

    public bool IsLead { get; init; }

    /// <summary>Speciality codes of <see cref="WorkDomains"/>, separated by commas (Đ7.B.1).</summary>
    public string Specialities { get; set; } = "";

    public required Guid DecisionId { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }
}
