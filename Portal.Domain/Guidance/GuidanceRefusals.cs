using Portal.Domain.Common;

namespace Portal.Domain.Guidance;

/// <summary>What is refused about a guidance, and why.</summary>
internal static class GuidanceRefusals
{
    public static Refusal NoSuchDepartment { get; } =
        Refusal.Invalid([new FieldError("departmentIds", "ReportItem.NoSuchDepartment", "Đ5.4")]);
}
