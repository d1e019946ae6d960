namespace Portal.Web.Operations.Settings;

public sealed record SettingRow(string Key, string Value, string Default, bool MayChange)
{
    /// <summary>What waits for a second person; null where nothing does.</summary>
    public AskedSetting? Asked { get; init; }

    /// <summary>When it was changed last, UTC, and who did; null where its default has always counted.</summary>
    public (DateTime At, string By)? Changed { get; init; }
}
