namespace Portal.Tests.Processes;

/// <summary>A picture of the user guide.</summary>
/// <param name="Name">Of the file, without ending.</param>
/// <param name="Login">Whose screen it is.</param>
/// <param name="Width">Of the window, in px.</param>
public sealed record GuideScreen(string Name, string Login, string Path, int Width = 1280);
