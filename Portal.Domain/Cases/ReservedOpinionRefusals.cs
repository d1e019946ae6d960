using Portal.Domain.Common;

namespace Portal.Domain.Cases;

/// <summary>Refusals of a reserved opinion.</summary>
internal static class ReservedOpinionRefusals
{
    /// <summary>R-RES-05 [D]: the decider answers once.</summary>
    public static Refusal AlreadyResponded { get; } = Refusal.NotNow("Reserve.AlreadyResponded", "Đ6.4");
}
