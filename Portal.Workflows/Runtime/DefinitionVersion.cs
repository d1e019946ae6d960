
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

    /// <summary>All who changed the draft since it began, between blanks: none of them is its second person .</summary>
    public string TouchedBy { get; private set; } = "";

    /// <summary>Counts the changes of a draft: who saves says on which one the change was made.</summary>
    public int Stamp { get; set; }

    /// <summary>
    /// Who asked that it take the new starts, or no longer take them, where a second person has to do it; empty while nobody did.
    /// </summary>
    public string RequestedById { get; set; } = "";

    /// <summary>Why it was asked for.</summary>
    public string RequestNote { get; set; } = "";

    /// <summary>Who as second person did not agree to what was asked for last; empty where nobody did.</summary>
    public string ReturnedById { get; set; } = "";

    /// <summary>Why not.</summary>
    public string ReturnNote { get; set; } = "";

    /// <summary>Of a draft: which of its <see cref="DraftRevision"/>s it is now, and the first and the last that there are.</summary>
    public int Revision { get; set; }

    /// <summary>See <see cref="Revision"/>.</summary>
    public int OldestRevision { get; set; }

    /// <summary>See <see cref="Revision"/>.</summary>
    public int NewestRevision { get; set; }

    public DateTime? PublishedAt { get; set; }

    public string PublishedById { get; set; } = "";

    public bool IsDraft => PublishedAt is null && !IsPublished;

    /// <summary>Notes who changed the draft.</summary>
    public void Touch(string personId)
    {
        if (!WasTouchedBy(personId))
        {
            TouchedBy += $"{personId} ";
        }
    }

    public bool WasTouchedBy(string personId) => TouchedBy.Split(' ').Contains(personId);
}
