using Microsoft.Playwright;

namespace Portal.Tests.Processes;

/// <summary>A picture of the user guide.</summary>
/// <param name="Name">Of the file, without ending.</param>
/// <param name="Login">Whose screen it is.</param>
/// <param name="Width">Of the window, in px.</param>
public sealed record GuideScreen(string Name, string Login, string Path, int Width = 1280)
{
    /// <summary>What is done on the page before the picture; told whether the portal is the picture's own, so that something may be stored
    /// in it. Null for nothing.</summary>
    public Func<IPage, bool, Task>? Before { get; init; }

    /// <summary>What the picture begins with, of a long page; null for its top.</summary>
    public string? At { get; init; }
}
