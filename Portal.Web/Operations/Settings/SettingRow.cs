namespace Portal.Web.Operations.Settings;

public sealed record SettingRow(string Key, string Value, string Default, bool MayChange);
