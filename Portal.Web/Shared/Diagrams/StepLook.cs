namespace Portal.Web.Shared.Diagrams;

/// <summary>How a step looks in a diagram.</summary>
/// <param name="Classes">Of the drawing: <c>now</c>, <c>done</c>, <c>later</c>, <c>added</c> …</param>
/// <param name="Spoken">What a screen reader says, and what is shown on pointing.</param>
public sealed record StepLook(string Title, string Classes, string Spoken)
{
    /// <summary>Bears a tick.</summary>
    public bool IsDone { get; init; }

    /// <summary>Is the one that is chosen.</summary>
    public bool IsChosen { get; init; }
}
