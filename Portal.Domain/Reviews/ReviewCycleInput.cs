using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>F11 Kỳ kiểm điểm.</summary>
public sealed record ReviewCycleInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public int? Year { get; init; }

    public string? Title { get; init; }

    /// <summary>Whose group an area belongs to counts on this day (E-R7).</summary>
    public DateOnly? ReferenceDate { get; init; }

    public LegalBasisInput[]? LegalBases { get; init; }

    public ReviewScope? Scope { get; init; }

    public bool? UsesScore { get; init; }

    public RatingThresholds? Thresholds { get; init; }

    /// <summary>Of the highest level.</summary>
    public RatingCondition[]? Conditions { get; init; }

    public QuotaInput? Quota { get; init; }

    public ComparableGroupInput[]? ComparableGroups { get; init; }

    public ConsultantInput[]? Consultants { get; init; }

    public ReviewCalendar? Calendar { get; init; }

    public string? Instructions { get; init; }

    public IEnumerable<string> AllAreas() => (ComparableGroups ?? []).SelectMany(g => g.AreaIds ?? []);
}
