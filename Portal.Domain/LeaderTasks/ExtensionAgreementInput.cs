using Portal.Domain.Forms;

namespace Portal.Domain.LeaderTasks;

/// <summary>The later day that the leader agrees to, with what there is to say of it.</summary>
public sealed record ExtensionAgreementInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DateOnly? NewDue { get; init; }

    public string? Opinion { get; init; }
}
