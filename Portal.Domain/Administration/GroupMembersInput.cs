namespace Portal.Domain.Administration;

/// <summary>The people of a group from a day on, the lead among them.</summary>
public sealed record GroupMembersInput
{
    public string? LeadId { get; init; }

    public GroupMemberInput[]? Members { get; init; }

    public DateOnly? From { get; init; }

    public DecisionInput? Decision { get; init; }
}
