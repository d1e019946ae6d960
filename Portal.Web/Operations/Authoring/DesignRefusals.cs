using Portal.Domain.Common;
using Portal.Workflows.Definitions;

namespace Portal.Web.Operations.Authoring;

/// <summary>Changes of definitions that are not taken.</summary>
internal static class DesignRefusals
{
    /// <summary>There is nothing in the dry run yet that could be kept.</summary>
    public static Refusal NothingDone { get; } = Refusal.NotNow("Scenario.NothingDone");

    public static Refusal TooManyScenarios(int most) => Refusal.NotNow("Scenario.TooMany", null, most);

    /// <summary>Only a draft is changed.</summary>
    public static Refusal NotDraft { get; } = Refusal.NotNow("Design.NotDraft");

    /// <summary>A process has one draft at a time.</summary>
    public static Refusal DraftThere { get; } = Refusal.NotNow("Design.DraftThere");

    /// <summary>Neither a change to take back, nor one to do again.</summary>
    public static Refusal NothingToUndo { get; } = Refusal.NotNow("Design.NothingToUndo");

    /// <summary>A file that says of itself that it is another process of this portal.</summary>
    public static Refusal OfOtherProcess(string name) => Refusal.NotNow("Design.OfOtherProcess", null, name);

    /// <summary>Cases run on published versions.</summary>
    public static Refusal DraftNotForCases { get; } = Refusal.NotNow("Design.DraftNotForCases");

    /// <summary>X-08: who asked for it, or whose work is in it, is not its second person.</summary>
    public static Refusal OwnRequest { get; } = new("Design.OwnRequest");

    public static Refusal ChangedBy(string who, DateTime at) =>
        new("Design.ChangedBy", null, who, at) { Kind = RefusalKind.ChangedMeanwhile };

    public static Refusal GuardMissing(string? clause, string rule) => new("Design.GuardMissing", clause, rule);

    /// <param name="clause">The first clause that it breaks; null where it breaks none.</param>
    public static Refusal HasErrors(int count, string? clause) => new("Design.HasErrors", clause, count);

    public static Refusal Unreadable(DefinitionFormatException problem) => new(problem.Code, null, problem.Path, problem.Detail);

    public static Refusal NoFirstStep(string process) => new("Process.NoFirstStep", null, process);
}
