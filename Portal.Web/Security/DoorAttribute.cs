namespace Portal.Web.Security;

/// <summary>
/// Says what a page or an endpoint is. Limits, refusals and redirections ask for it, and never how an address is spelt: the server takes
/// capital letters and encoded ones for the same endpoint.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DoorAttribute(DoorKind kind) : Attribute
{
    public DoorKind Kind { get; } = kind;
}
