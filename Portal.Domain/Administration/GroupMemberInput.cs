namespace Portal.Domain.Administration;

/// <summary>A member, and the fields of work the member was taken in for (Đ7.B.1).</summary>
public sealed record GroupMemberInput
{
    public string? PersonId { get; init; }

    public string[]? Specialities { get; init; }
}
