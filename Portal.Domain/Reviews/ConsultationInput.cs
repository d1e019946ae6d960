using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>F14 Ý kiến phòng chuyên môn.</summary>
public sealed record ConsultationInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Comment { get; init; }

    public ItemStance[]? Items { get; init; }

    /// <summary>Of the rating; an ad hoc review has none.</summary>
    public ConsultationStance? RatingStance { get; init; }

    public string? RatingComment { get; init; }

    public string? AdditionalMatters { get; init; }
}
