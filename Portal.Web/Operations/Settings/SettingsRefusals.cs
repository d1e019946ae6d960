using Portal.Domain.Common;

namespace Portal.Web.Operations.Settings;

public static class SettingsRefusals
{
    /// <summary>A rule that binds administrators themselves is changed by the head alone.</summary>
    public static Refusal OnlyHead { get; } = new("Settings.OnlyHead");

    /// <summary>X-08: who asked for a change does not agree to it.</summary>
    public static Refusal OwnRequest { get; } = new("Design.OwnRequest");
}
