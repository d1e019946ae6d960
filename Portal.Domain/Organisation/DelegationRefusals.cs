using Portal.Domain.Common;

namespace Portal.Domain.Organisation;

/// <summary>Refusals of a delegation.</summary>
internal static class DelegationRefusals
{
    /// <summary>It was revoked, and cannot be accepted any more.</summary>
    public static Refusal Revoked { get; } = Refusal.NotNow("Delegation.Revoked");
}
