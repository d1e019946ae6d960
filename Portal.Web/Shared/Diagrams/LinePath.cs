using System.Globalization;
using System.Text;

namespace Portal.Web.Shared.Diagrams;

/// <summary>A line with corners as SVG writes it.</summary>
internal static class LinePath
{
    private const double Radius = 6;

    public static string Of(IReadOnlyList<(double X, double Y)> points)
    {
        var path = new StringBuilder().Append(CultureInfo.InvariantCulture, $"M{points[0].X:0.#} {points[0].Y:0.#}");
        for (var i = 1; i < points.Count - 1; i++)
        {
            var (into, corner, outOf) = (Toward(points[i], points[i - 1]), points[i], Toward(points[i], points[i + 1]));
            path.Append(
                CultureInfo.InvariantCulture,
                $"L{into.X:0.#} {into.Y:0.#}Q{corner.X:0.#} {corner.Y:0.#} {outOf.X:0.#} {outOf.Y:0.#}");
        }

        return path.Append(CultureInfo.InvariantCulture, $"L{points[^1].X:0.#} {points[^1].Y:0.#}").ToString();
    }

    // The point before or behind a corner where its rounding begins.
    private static (double X, double Y) Toward((double X, double Y) corner, (double X, double Y) other)
    {
        var (dx, dy) = (other.X - corner.X, other.Y - corner.Y);
        var length = Math.Abs(dx) + Math.Abs(dy);
        var part = length == 0 ? 0 : Math.Min(Radius, length / 2) / length;
        return (corner.X + (dx * part), corner.Y + (dy * part));
    }
}
