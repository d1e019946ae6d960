using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

/// <summary>F4 Ý kiến của lãnh đạo.</summary>
public sealed record LeaderOpinionInput : IGatedInput, IGivesDirectives
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Opinion { get; init; }

    public DirectiveInput[]? Directives { get; init; }
}
