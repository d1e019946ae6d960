using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FollowUps;

namespace Portal.Domain.Contacts;

/// <summary>
/// Liên hệ công tác (Đ9.1, Đ10, Đ11): with an area, a body of the Provincial Committee or a department. A trip or a meeting that came to
/// its end leaves its own.
/// </summary>
public sealed class ContactLog : FollowedRecord
{
    /// <summary>Of a meeting that was attended from afar; else a <see cref="ContactChannel"/>.</summary>
    public const string Online = "Online";

    private ContactLog()
    {
    }

    private ContactLog(NewContactInput input, string channel, FollowedOrigin origin, CaseContext context)
        : base(input, VietnamTime.ToUtc(input.At!.Value), origin, context)
    {
        Counterpart = input.Counterpart ?? CounterpartKind.Area;
        (Body, DepartmentId) = (input.Body ?? "", input.DepartmentId);
        ContactPerson = string.Join(", ", new[] { input.ContactPerson, input.Position }.Where(t => !string.IsNullOrWhiteSpace(t)));
        (Channel, Subject, Summary) = (channel, input.Subject ?? "", input.Summary ?? "");
    }

    public CounterpartKind Counterpart { get; private init; }

    /// <summary>The body of the Provincial Committee; empty for any other counterpart.</summary>
    public string Body { get; private init; } = "";

    /// <summary>The department of the Committee; null for any other counterpart.</summary>
    public string? DepartmentId { get; private init; }

    public string ContactPerson { get; private init; } = "";

    public string Channel { get; private init; } = "";

    public string Subject { get; private init; } = "";

    public string Summary { get; private init; } = "";

    /// <summary>By a member of the group that watches the area today; without an area by a member of a group.</summary>
    public static Result<ContactLog> Enter(NewContactInput input, CaseContext context)
    {
        var group = GroupFor(input, context);
        if (!group.IsSuccess)
        {
            return group.Refusal;
        }

        if (VietnamTime.ToUtc(input.At!.Value) > context.Now)
        {
            return FollowUpRefusals.NotYet("at");
        }

        var isKnown = input.Counterpart != CounterpartKind.Department || context.Directory.Department(input.DepartmentId) is not null;
        return isKnown
            ? new ContactLog(input, $"{input.Channel}", new FollowedOrigin(null, 0, group.Value, context.PrincipalId), context)
            : ContactRefusals.NoSuchDepartment;
    }

    /// <summary>What a trip or a meeting leaves.</summary>
    internal static ContactLog Of(NewContactInput input, string channel, FollowedOrigin origin, CaseContext context) =>
        new(input, channel, origin, context);
}
