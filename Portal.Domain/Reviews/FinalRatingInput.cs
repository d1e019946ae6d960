using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>Step 16 Mức xếp loại chính thức: as it was decided, by whom and with which document.</summary>
public sealed record FinalRatingInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public QualityRating? Level { get; init; }

    public string? DecidingBody { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? DocumentDate { get; init; }
}
