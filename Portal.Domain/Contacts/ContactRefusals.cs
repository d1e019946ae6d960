using Portal.Domain.Common;

namespace Portal.Domain.Contacts;

/// <summary>What is refused about a contact, and why.</summary>
internal static class ContactRefusals
{
    public static Refusal NoSuchDepartment { get; } =
        Refusal.Invalid([new FieldError("departmentId", "ReportItem.NoSuchDepartment", "Đ11")]);
}
