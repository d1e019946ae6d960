namespace Portal.Domain.Administration;

/// <summary>Đ2.3: a group and its people, by decision.</summary>
public sealed record GroupCreateInput
{
    public string? Code { get; init; }

    public string? Name { get; init; }

    public string? LeadId { get; init; }

    public GroupMemberInput[]? Members { get; init; }

    public DateOnly? From { get; init; }

    public DecisionInput? Decision { get; init; }
}
