using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Areas;
using Portal.Web.Texts;

namespace Portal.Web.Processes.FieldTrips;

/// <summary>R-ORG-06: what a form says when it names a day on which an area is no longer there; with what became of the area.</summary>
internal static class EndedAreas
{
    /// <summary>A warning for each area that ends before the last of the days.</summary>
    public static IEnumerable<string> Warnings(
        IEnumerable<string> areaIds, IEnumerable<DateOnly> days, OrganisationDirectory directory, Localizer texts)
    {
        if (days.Order().Select(d => (DateOnly?)d).LastOrDefault() is not { } day)
        {
            return [];
        }

        return directory.EndedBefore(areaIds, day).Select(e => e.Successors.Count == 0
            ? texts["Trip.AreaEnds", e.Area.Name, e.Last, day]
            : texts["Trip.AreaEndsInto", e.Area.Name, e.Last, day, string.Join(", ", e.Successors.Select(s => s.Name))]);
    }

    /// <summary>The areas that a form names.</summary>
    public static IEnumerable<string> Named(JsonObject form) =>
        (form["areaIds"] as JsonArray ?? []).Select(a => a?.ToString()).OfType<string>();

    /// <summary>The days of a trip's departure and return, as far as the form names them.</summary>
    public static IEnumerable<DateOnly> DaysOf(JsonObject form) =>
        from name in new[] { "departsAt", "returnsAt" }
        let text = form[name]?.ToString()
        where DateTime.TryParse(text, CultureInfo.InvariantCulture, out _)
        select DateOnly.FromDateTime(DateTime.Parse(text, CultureInfo.InvariantCulture));
}
