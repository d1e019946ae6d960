namespace Portal.Web.Shared.Diagrams;

/// <summary>The way from one step to another, at right angles and behind no box.</summary>
/// <param name="Points">Its corners, from box to box.</param>
/// <param name="Port">The outcome that leads this way.</param>
/// <param name="Next">The first step on the way; another than <paramref name="To"/> where it is not drawn.</param>
public sealed record PlacedLine(string From, string To, IReadOnlyList<(double X, double Y)> Points, string Port, string Next)
{
    /// <summary>What stands at the line; empty where its outcome is the only one.</summary>
    public string Words { get; init; } = "";

    /// <summary>The middle of <see cref="Words"/>.</summary>
    public (double X, double Y) WordsAt { get; init; }

    /// <summary>The line as SVG writes a path, with rounded corners.</summary>
    public string Path => LinePath.Of(Points);
}
