namespace Portal.Web.Persistence;

/// <summary>What came of a request that another system named by a key, so that a repeated POST gets it again.</summary>
public sealed class IdempotentAnswer
{
    public required string PersonId { get; init; }

    public required string Key { get; init; }

    /// <summary>Hash of method, path and body: the same key with another request is refused.</summary>
    public string RequestHash { get; set; } = "";

    public string Receipt { get; set; } = "";

    public DateTime At { get; set; }
}
