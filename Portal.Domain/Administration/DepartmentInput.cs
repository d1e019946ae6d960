namespace Portal.Domain.Administration;

/// <summary>Phòng (Đ11).</summary>
public sealed record DepartmentInput
{
    /// <summary>Given once, where the row is made.</summary>
    public string? Code { get; init; }

    public string? Name { get; init; }

    public string? ShortName { get; init; }

    public bool? IsSpecialist { get; init; }

    public string[]? Domains { get; init; }

    public int? Order { get; init; }
}
