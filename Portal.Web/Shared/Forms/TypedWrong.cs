namespace Portal.Web.Shared.Forms;

/// <summary>What was typed and is no day, time or number.</summary>
/// <param name="Code">Why.</param>
/// <param name="Text">As it was typed: it stays in the field.</param>
public sealed record TypedWrong(string Code, string Text);
