namespace Portal.Web.Processes;

/// <summary>An entry of the menu.</summary>
/// <param name="Order">Place among the others, from the top.</param>
/// <param name="Text">Key of its text.</param>
/// <param name="Policy">Whom it is shown to; null for everybody. The page asks for itself again.</param>
public sealed record MenuEntry(int Order, string Href, string Icon, string Text, string? Policy = null);
