namespace Portal.Web.Shared.Diagrams;

/// <summary>The way from one step to another.</summary>
/// <param name="Path">Of the curve, as SVG has it.</param>
/// <param name="Ports">Outcomes that lead this way.</param>
/// <param name="Next">The first step on the way; another than <paramref name="To"/> where it is not drawn.</param>
public sealed record PlacedLine(string From, string To, string Path, IReadOnlyList<string> Ports, string Next);
