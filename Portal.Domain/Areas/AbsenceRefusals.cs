using Portal.Domain.Common;

namespace Portal.Domain.Areas;

/// <summary>Refusals of an absence.</summary>
internal static class AbsenceRefusals
{
    /// <summary>Leaders and group leads name a substitute, nobody else.</summary>
    public static Refusal OnlyLeaders { get; } = Refusal.NotAllowed("Absence.OnlyLeaders", "Đ7.B.3");
}
