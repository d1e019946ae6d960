namespace Portal.Domain.Organisation;

/// <summary>The signed-in person, and from where. Passed to every verb: there is no ambient user.</summary>
/// <param name="PersonId">Id of the <see cref="StaffMember"/>.</param>
/// <param name="Name">Full name.</param>
/// <param name="Address">Client address for the audit trail; empty for the system.</param>
public sealed record Actor(string PersonId, string Name, string Address = "")
{
    /// <summary>Timers and the seeding of shipped data act as the system; it never decides anything .</summary>
    public static Actor System { get; } = new("", "Hệ thống");

    public bool IsSystem => PersonId.Length == 0;
}
