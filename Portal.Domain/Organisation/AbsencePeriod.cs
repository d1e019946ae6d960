namespace Portal.Domain.Organisation;

/// <summary>A period in which a person is away (S-13).</summary>
public sealed class AbsencePeriod : IEffectiveDated
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string PersonId { get; init; }

    public required string Reason { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }

    /// <summary>UTC; taken back before it began. It stays to be read, and nobody was away.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Back earlier: it ended yesterday; one that has not begun is withdrawn.</summary>
    public void End(DateOnly today, DateTime now)
    {
        if (ValidFrom >= today)
        {
            WithdrawnAt ??= now;
        }
        else
        {
            ValidTo = today.AddDays(-1);
        }
    }
}
