using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

public sealed record OralReportForm : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public OralReportInput? OralReport { get; init; }
}
