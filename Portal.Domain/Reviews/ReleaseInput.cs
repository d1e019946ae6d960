using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>E-R9: how far the head lets the group know what the Standing Committee changed or refused.</summary>
public sealed record ReleaseInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public ItemRelease[]? Suggestions { get; init; }

    public ItemRelease[]? Individuals { get; init; }

    public string? Opinion { get; init; }

    public bool Releases(ReviewSubjectType type, int number) => Array.Exists(
        (type == ReviewSubjectType.Collective ? Suggestions : Individuals) ?? [], r => r.Item == number && r.Released == true);
}
