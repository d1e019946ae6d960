namespace Portal.Domain.Administration;

/// <summary>Đầu mối of an area, a row (Đ9.1).</summary>
public sealed record ContactInput
{
    public string? FullName { get; init; }

    public string? Position { get; init; }

    public string? Phone { get; init; }
}
