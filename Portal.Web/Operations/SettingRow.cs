namespace Portal.Web.Operations;

public sealed record SettingRow(string Key, string Value, string Default);
