using Portal.Domain.Cases;
using Portal.Domain.Common;

namespace Portal.Workflows.Runtime.Openings;

/// <summary>Questions about the ways into a process.</summary>
public static class OpeningsOfProcess
{
    /// <returns>Null where that is no way in.</returns>
    public static T? Opening<T>(this IProcess process)
        where T : Opening => process.Openings.OfType<T>().FirstOrDefault();

    /// <summary>Null when the person may start a case by hand now.</summary>
    public static Refusal? WhyNotStartable(this IProcess process, CaseContext context) => process.Opening<OpenedByHand>() is { } hand
        ? hand.WhyNot(context)
        : process.Openings.Select(o => o.InsteadOfByHand).FirstOrDefault(r => r is not null)
            ?? Refusal.NotAllowed("Process.NotByHand", null);
}
