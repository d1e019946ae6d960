using Portal.Domain.Cases;
using Portal.Domain.Common;

namespace Portal.Workflows.Runtime.Openings;

/// <summary>A case that is to be opened without a person starting it.</summary>
/// <param name="Make">Makes the aggregate from the id of the case; null for a process without one, or whose first step makes it.</param>
public sealed record NewCase(CasePlace Place, Func<Guid, ICaseSubject?>? Make = null)
{
    /// <summary>Until the process says one itself.</summary>
    public LocalText Title { get; init; }

    /// <summary>Its first form, where that is known: the first step is then done in the act of opening, by whoever acts.</summary>
    public Submission? First { get; init; }

    /// <summary>What somebody wrote elsewhere and the case begins with; it stands in its history as sent by them.</summary>
    public WrittenForm? Written { get; init; }

    /// <summary>Opened along with many others: whoever opens them tells people once of all, not of each.</summary>
    public bool IsOneOfMany { get; init; }

    /// <summary>See <see cref="Case.Occasion"/>.</summary>
    public string? Occasion { get; init; }
}
