using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

public sealed record PostponedInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DateOnly? NewDate { get; init; }

    public string? Reason { get; init; }
}
