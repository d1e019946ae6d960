namespace Portal.Domain.Organisation;

/// <summary>Phòng thuộc Ban (Đ11).</summary>
public sealed class Department
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public required string ShortName { get; set; }

    public bool IsSpecialist { get; set; }

    /// <summary>Fields of work it answers for, codes of <c>WorkDomains</c> separated by commas (Đ11).</summary>
    public string Domains { get; set; } = "";

    public int Order { get; set; }

    public IReadOnlyList<string> WorkDomains => Domains.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
