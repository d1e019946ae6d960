using Portal.Domain.Cases;

namespace Portal.Web.Operations.ReportItems;

/// <summary>RP-03: which items are listed, and how. The newest first unless said otherwise.</summary>
public sealed record ReportItemFilter
{
    /// <summary>Empty for all.</summary>
    public string AreaId { get; init; } = "";

    /// <summary>Entered by this group; empty for all.</summary>
    public string GroupId { get; init; } = "";

    /// <summary>Released to this department; empty for all.</summary>
    public string DepartmentId { get; init; } = "";

    public string Domain { get; init; } = "";

    public ReportItemKind? Kind { get; init; }

    public ReportItemLevel? Level { get; init; }

    public ReportItemProgress Progress { get; init; } = ReportItemProgress.Open;

    /// <summary>Entered at least so many days ago; 0 for any.</summary>
    public int OlderThanDays { get; init; }

    public ReportItemSort Sort { get; init; } = ReportItemSort.Entered;

    public bool IsDescending { get; init; } = true;

    /// <summary>From 0.</summary>
    public int Page { get; init; }
}
