using Portal.Domain.Forms;

namespace Portal.Domain.ReportItems;

/// <summary>One line of an item's history: who did what, and why. Never changed.</summary>
public sealed class ReportItemEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ItemId { get; init; }

    public required ReportItemAct Act { get; init; }

    public required DateTime At { get; init; }

    public required string PersonId { get; init; }

    /// <summary>In whose place; null in one's own right.</summary>
    public string? ActingForId { get; init; }

    /// <summary>How the item stood before.</summary>
    public required ReportItemState From { get; init; }

    public required ReportItemState To { get; init; }

    /// <summary>Reason, opinion, answer; empty where the act says it all.</summary>
    public string Words { get; init; } = "";

    /// <summary>Where the words are kept instead, when they are a state secret .</summary>
    public OffSystemStub? Stub { get; init; }

    /// <summary>Of a release, a recall or an answer: the department.</summary>
    public string? DepartmentId { get; init; }

    /// <summary>Of a directive: the leader task made of it; of a merger: the other item.</summary>
    public Guid? OtherId { get; init; }

    /// <summary>Of a change of level: the new one.</summary>
    public Cases.ReportItemLevel? Level { get; init; }
}
