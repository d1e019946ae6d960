using System.Globalization;

namespace Portal.Web.Features.Design;

/// <summary>Where something is to be put in: behind an outcome of a step, and where on the canvas its list is shown.</summary>
/// <param name="X">Points from the left of the canvas.</param>
/// <param name="Y">Points from its top.</param>
public sealed record InsertPlace(string Path, string Port, double X, double Y)
{
    public string Style => string.Create(CultureInfo.InvariantCulture, $"left:{X:0}px;top:{Y:0}px");
}
