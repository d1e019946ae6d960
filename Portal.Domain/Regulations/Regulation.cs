namespace Portal.Domain.Regulations;

/// <summary>Quy chế as data (MĐ, Đ13.4). A new version is a new row: records keep citing the one they were made under.</summary>
public sealed class Regulation
{
    public required string Id { get; init; }

    public required string Title { get; set; }

    /// <summary>Official number; empty until the client gives it .</summary>
    public string Number { get; set; } = "";

    public DateOnly? Date { get; set; }

    public string Issuer { get; set; } = "";

    public string Signer { get; set; } = "";

    public string Replaces { get; set; } = "";

    public bool InForce { get; set; } = true;

    public List<RegulationClause> Clauses { get; init; } = [];
}
