namespace Portal.Domain.Common;

/// <summary>
/// An expected "no". <see cref="Code"/> is stable: texts are looked up by it, in Vietnamese and English; the
/// arguments fill the placeholders <c>{0}</c>, <c>{1}</c> of that text.
/// </summary>
/// <param name="Code">Stable code, e.g. <c>Trip.NoPriorContact</c>.</param>
/// <param name="Clause">Clause of the regulation that demands it (e.g. <c>Đ9.2</c>), or null where the rule is the portal's own.</param>
/// <param name="Args">Values for the text: names, dates, numbers.</param>
public record Refusal(string Code, string? Clause = null, params object?[] Args)
{
    public RefusalKind Kind { get; init; }

    /// <summary>Errors by field path (<c>programme[0].content</c>), when input was refused.</summary>
    public IReadOnlyList<FieldError> Fields { get; init; } = [];

    /// <summary>Who may not know of a thing is told that it does not exist.</summary>
    public static Refusal NotFound { get; } = new("Common.NotFound") { Kind = RefusalKind.NotFound };

    public static Refusal Forbidden { get; } = new("Common.Forbidden") { Kind = RefusalKind.NotAllowed };

    /// <summary>The task was settled or changed by someone else in the meantime .</summary>
    public static Refusal ChangedMeanwhile(string who, DateTime when, string what) =>
        new("Common.ChangedMeanwhile", null, who, when, what) { Kind = RefusalKind.ChangedMeanwhile };

    /// <summary>Not this person's to do, with the rule that says so.</summary>
    public static Refusal NotAllowed(string code, string? clause = null, params object?[] args) =>
        new(code, clause, args) { Kind = RefusalKind.NotAllowed };

    /// <summary>Not as the matter stands now.</summary>
    public static Refusal NotNow(
        string code, string? clause = null, params object?[] args) => new(code, clause, args) { Kind = RefusalKind.NotNow };

    /// <summary>What disk or database refused.</summary>
    public static Refusal Storage(string code, params object?[] args) => new(code, null, args) { Kind = RefusalKind.Storage };

    public static Refusal Invalid(IReadOnlyList<FieldError> fields) => new("Common.Invalid") { Fields = fields };
}
