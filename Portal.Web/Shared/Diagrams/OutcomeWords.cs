using Portal.Web.Texts;
using Portal.Workflows.Engine;

namespace Portal.Web.Shared.Diagrams;

/// <summary>What stands at the line of an outcome.</summary>
internal static class OutcomeWords
{
    /// <summary>The outcome's word; null where a step that nobody does has but one, which says nothing.</summary>
    public static string? Of(CompiledActivity activity, string port, Localizer texts)
    {
        if (activity.WrittenSpec?.Actions.FirstOrDefault(a => a.Key == port) is { } action)
        {
            return texts.Action(action.Key, action.Label);
        }

        return port == "Done" && activity.Outbound.All(c => c.Port == "Done") ? null : texts.First(port, $"port.{port}");
    }
}
