namespace Portal.Web.Shared;

/// <summary>Light or dark, as chosen at the last load.</summary>
public sealed record ThemeChoice(bool Dark);
