using Portal.Domain.Forms;

namespace Portal.Domain.ReportItems;

/// <summary>What a leader says is to be done (Đ4.1-2); with a person or a group it becomes a leader task.</summary>
public sealed record ItemDirectiveInput : IItemWords
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Words { get; init; }

    public string? AssigneeId { get; init; }

    public string? GroupId { get; init; }

    public DateOnly? Due { get; init; }

    /// <summary>Somebody is to do it.</summary>
    public bool GivesTask() => !string.IsNullOrEmpty(AssigneeId) || !string.IsNullOrEmpty(GroupId);
}
