namespace Portal.Domain.Common;

public sealed record Result<T> : Result
{
    private readonly T? _value;

    private Result(T? value, Refusal? refusal)
        : base(refusal) => _value = value;

    /// <exception cref="InvalidOperationException">The result is a refusal.</exception>
    public T Value => IsSuccess ? _value! : throw new InvalidOperationException($"Refused: {Refusal.Code}");

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}
