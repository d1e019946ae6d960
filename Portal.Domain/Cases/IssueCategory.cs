namespace Portal.Domain.Cases;

/// <summary>Kinds of internal matters (Đ5.3).</summary>
public enum IssueCategory
{
    InternalConflict,
    IdeologicalDegradation,
    SelfEvolution,
    Negativity,
    Corruption,
    NonCompliance,
    Other,
}
