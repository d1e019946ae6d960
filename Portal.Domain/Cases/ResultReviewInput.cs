using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

/// <summary>F6 Xem kết quả.</summary>
public sealed record ResultReviewInput : IGatedInput, IGivesDirectives
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Opinion { get; init; }

    public DirectiveInput[]? Directives { get; init; }

    public ItemDirection[]? ItemDirections { get; init; }
}
