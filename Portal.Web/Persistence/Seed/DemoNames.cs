namespace Portal.Web.Persistence.Seed;

/// <summary>What the units of the demo are called.</summary>
internal static class DemoNames
{
    /// <summary>
    /// The Party committee that leads an area, in running text: "Đảng ủy xã Bàu Nổi"; other areas are their own body unless
    /// <paramref name="other"/> names one.
    /// </summary>
    public static string CommitteeOf(string area, string? other = null)
    {
        if (area.StartsWith("Đảng ủy ", StringComparison.Ordinal))
        {
            return area;
        }

        if (new[] { "Xã ", "Phường ", "Đặc khu " }.Any(k => area.StartsWith(k, StringComparison.Ordinal)))
        {
            return $"Đảng ủy {char.ToLowerInvariant(area[0])}{area[1..]}";
        }

        return other ?? area;
    }
}
