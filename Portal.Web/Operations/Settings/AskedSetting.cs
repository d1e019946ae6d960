namespace Portal.Web.Operations.Settings;

/// <summary>A change of a parameter that waits for a second person.</summary>
/// <param name="By">Name of who asked.</param>
/// <param name="MayDecide">Whether the reader may be the second person.</param>
public sealed record AskedSetting(string Value, string By, string Reason, bool MayDecide);
