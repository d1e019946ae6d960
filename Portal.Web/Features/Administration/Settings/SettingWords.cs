using Portal.Domain.Cases;
using Portal.Web.Texts;

namespace Portal.Web.Features.Administration.Settings;

/// <summary>How a parameter's value is said: a choice in words, a number as it is.</summary>
internal static class SettingWords
{
    public static string Value(Localizer texts, string key, string value) =>
        PortalSettings.Choices.ContainsKey(key) || value == "off" ? texts[$"setting-value.{value}"] : value;
}
