namespace Portal.Web.Security;

/// <summary>Where to go after a sign-in or a switch: only ways inside the portal are followed, written as a header may
/// hold them.</summary>
public static class ReturnPath
{
    public static string Of(string? wanted) =>
        wanted is { Length: > 1 } && wanted[0] == '/' && wanted[1] is not ('/' or '\\')
            && !wanted.Any(c => char.IsControl(c) || char.IsSurrogate(c) || c == '\\')
            ? string.Concat(wanted.Select(c => char.IsAscii(c) && c != ' ' ? c.ToString() : Uri.EscapeDataString(c.ToString())))
            : "/";
}
