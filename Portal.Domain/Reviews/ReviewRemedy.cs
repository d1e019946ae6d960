namespace Portal.Domain.Reviews;

/// <summary>Biện pháp khắc phục: what is mended, by whom, until when, and how far it has come.</summary>
public sealed record ReviewRemedy
{
    /// <summary>Number of the suggestion that it mends.</summary>
    public int? Item { get; init; }

    public string? What { get; init; }

    public string? Who { get; init; }

    public DateOnly? By { get; init; }

    /// <summary>Null while nothing was said of it.</summary>
    public RemedyState? State { get; init; }

    public DateOnly? DoneOn { get; init; }

    public string? Note { get; init; }

    /// <summary>The year of the cycle that it was carried over from; null for one of this cycle.</summary>
    public int? FromYear { get; init; }

    /// <summary>Of an individual, and Restricted; of one that was carried over.</summary>
    public bool? OfIndividual { get; init; }

    public bool IsDone() => State == RemedyState.Done;

    internal static ReviewRemedy Of(RemedyInput input) =>
        new() { Item = input.Item, What = input.What, Who = input.Who, By = input.By };

    internal ReviewRemedy With(RemedyProgress progress) =>
        this with { State = progress.State, DoneOn = progress.DoneOn, Note = progress.Note };
}
