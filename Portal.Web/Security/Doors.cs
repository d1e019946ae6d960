namespace Portal.Web.Security;

/// <summary>Which door a request has come to, by the endpoint that it has been led to.</summary>
public static class Doors
{
    public static bool IsAt(this HttpContext context, DoorKind kind) =>
        context.GetEndpoint()?.Metadata.GetMetadata<DoorAttribute>() is { } door && (door.Kind & kind) == kind;

    /// <summary>
    /// A program's request. One that no endpoint takes, by its address or its method, is told from a page's by the address alone; nothing
    /// but the shape of the answer hangs on that.
    /// </summary>
    public static bool IsApi(this HttpContext context) => context.HasEndpoint()
        ? context.IsAt(DoorKind.Api)
        : context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    /// <summary>The line of an open page, or what belongs to it.</summary>
    public static bool IsLine(this HttpContext context) =>
        context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route }
        && route.TrimStart('/').StartsWith("_blazor", StringComparison.Ordinal);

    /// <summary>Somebody answers here; what only says that a method or a type of content is wrong does not.</summary>
    public static bool HasEndpoint(this HttpContext context) => context.GetEndpoint() is RouteEndpoint;
}
