
namespace Portal.Workflows.Runtime;

/// <summary>One version of a process definition. A published version is never edited.</summary>
public sealed class DefinitionVersion
{
    public required string Id { get; init; }

    public required string DefinitionId { get; init; }

    public required int Version { get; init; }

    public required string Name { get; set; }

    public required string Json { get; set; }

    public bool IsLatest { get; set; }

    public bool IsPublished { get; set; }

    /// <summary>Hash of the shipped document it came from; empty when an administrator made it.</summary>
    public string ShippedHash { get; init; } = "";

    public required DateTime CreatedAt { get; init; }

    public string CreatedById { get; init; } = "";

    public string Note { get; set; } = "";

    /// <summary>Last change of a draft, and by whom; of a published version, who published it is <see cref="PublishedById"/>.</summary>
    public DateTime ChangedAt { get; set; }

    public string ChangedById { get; set; } = "";

    /// <summary>Counts the changes of a draft: who saves says on which one the change was made.</summary>
    public int Stamp { get; set; }

    /// <summary>Who asked that it be published, where a second person has to do it; empty while nobody did.</summary>
    public string RequestedById { get; set; } = "";

    public DateTime? PublishedAt { get; set; }

    public string PublishedById { get; set; } = "";

    public bool IsDraft => PublishedAt is null && !IsPublished;
}
