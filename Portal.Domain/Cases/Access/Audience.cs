namespace Portal.Domain.Cases;

/// <summary>
/// Who sees what of the cases of a process, beyond what holds for every case (X-01, X-02, section 13): said once, as data, by the process.
/// Rules are made of it for queries and for a case in hand alike (<see cref="CaseAccess"/>).
/// </summary>
public sealed record Audience(IReadOnlyList<string> ProcessKeys)
{
    public IReadOnlyList<AudienceReader> Readers { get; init; } = [];

    public IReadOnlyList<AudienceBar> Bars { get; init; } = [];

    /// <summary>The first that suits a person counts.</summary>
    public IReadOnlyList<AudienceExcerpt> Excerpts { get; init; } = [];

    public IReadOnlyList<AudienceShare> Shares { get; init; } = [];

    /// <summary>Steps of which only those know whose they are, the leaders and the coordinator.</summary>
    public IReadOnlyList<string> DiscreetSteps { get; init; } = [];

    /// <summary>Every process that says more than what holds for all.</summary>
    public static IReadOnlyList<Audience> All { get; } =
        [.. typeof(IAudienceSource).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(IAudienceSource)))
            .OrderBy(t => t.FullName, StringComparer.Ordinal).Select(t => ((IAudienceSource)Activator.CreateInstance(t)!).Audience)];
}
