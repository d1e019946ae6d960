namespace Portal.Domain.Contacts;

/// <summary>Somebody whom the group knows at an area (Đ9.1).</summary>
public sealed record KnownContactInput
{
    public string? FullName { get; init; }

    public string? Position { get; init; }

    public string? Phone { get; init; }
}
