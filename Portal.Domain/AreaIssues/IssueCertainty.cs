namespace Portal.Domain.AreaIssues;

/// <summary>How sure the facts of an internal matter are (Đ5.3: truthfully).</summary>
public enum IssueCertainty
{
    /// <summary>By papers, or by what the author has seen.</summary>
    Verified,

    /// <summary>By several who may know.</summary>
    Likely,

    /// <summary>Hearsay.</summary>
    Unverified,
}
