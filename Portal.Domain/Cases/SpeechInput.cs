namespace Portal.Domain.Cases;

/// <summary>F8b, prepared part: what one is going to say (Đ7.A.5).</summary>
public sealed record SpeechInput
{
    public string? Topic { get; init; }

    public string? Domain { get; init; }

    public string? Content { get; init; }

    /// <summary>"Trên tinh thần xây dựng".</summary>
    public bool? Constructive { get; init; }

    /// <summary>Delivered text, in the result report; may be "đúng như chuẩn bị".</summary>
    public string? Delivered { get; init; }
}
