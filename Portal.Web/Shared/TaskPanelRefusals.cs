using Portal.Domain.Common;

namespace Portal.Web.Shared;

/// <summary>What the panel of a step does not send.</summary>
internal static class TaskPanelRefusals
{
    /// <summary>The person was asked once more and thought better of it.</summary>
    public static Refusal NotSent { get; } = new("Common.NotSent");
}
