using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>F12 Góp ý của thành viên. What concerns individuals is kept apart.</summary>
public sealed record MemberInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public MemberMatter[]? Matters { get; init; }

    public MemberMatter[]? IndividualMatters { get; init; }

    public QualityRating? RatingView { get; init; }
}
