using Portal.Domain.FollowUps;
using Portal.Domain.Forms;

namespace Portal.Domain.Guidance;

/// <summary>Guidance, inspection, urging or supervision that took place (Đ5.4).</summary>
public sealed record NewGuidanceInput : IFollowedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public GuidanceType? Type { get; init; }

    public string? AreaId { get; init; }

    public DateOnly? Date { get; init; }

    public string? Domain { get; init; }

    public string? Document { get; init; }

    public string[]? DepartmentIds { get; init; }

    public string? Content { get; init; }

    public string? Result { get; init; }

    public string? FollowUp { get; init; }

    public DateOnly? FollowUpDue { get; init; }

    public bool? ConcernsPersonnel { get; init; }
}
