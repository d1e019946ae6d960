namespace Portal.Domain.Common;

/// <summary>Success, or a <see cref="Common.Refusal"/>.</summary>
public record Result
{
    protected Result(Refusal? refusal) => Refusal = refusal;

    public Refusal? Refusal { get; }

    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsSuccess => Refusal is null;

    public static Result Ok { get; } = new((Refusal?)null);

    public static implicit operator Result(Refusal refusal) => new(refusal);

    public static Result From(Refusal? refusal) => refusal is null ? Ok : new Result(refusal);
}
