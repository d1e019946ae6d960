namespace Portal.Domain.Cases;

/// <summary>How a person likes to see a list: filters, sort, columns, under a name. Nobody else's.</summary>
public sealed class SavedView
{
    public const int MaxName = 60;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string PersonId { get; init; }

    /// <summary>The list that it is of.</summary>
    public required string ListId { get; init; }

    public required string Name { get; init; }

    /// <summary>As it stands in the address of the list's page, without the page.</summary>
    public required string Query { get; set; }
}
