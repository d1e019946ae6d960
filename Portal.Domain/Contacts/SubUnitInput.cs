namespace Portal.Domain.Contacts;

/// <summary>A unit below an area, by its name alone (Đ9.4).</summary>
public sealed record SubUnitInput
{
    public string? Name { get; init; }
}
