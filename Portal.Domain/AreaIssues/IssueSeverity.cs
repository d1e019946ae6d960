namespace Portal.Domain.AreaIssues;

/// <summary>How grave an internal matter is.</summary>
public enum IssueSeverity
{
    Minor,
    Serious,
    VerySerious,
}
