namespace Portal.Web.Operations.Administration;

/// <summary>What the document says that put the regulation in force.</summary>
public sealed record RegulationInput
{
    public string? Number { get; init; }

    public DateOnly? Date { get; init; }

    public string? Signer { get; init; }
}
