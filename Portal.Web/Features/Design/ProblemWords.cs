using Portal.Web.Shared;
using Portal.Web.Texts;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Proving;

namespace Portal.Web.Features.Design;

/// <summary>What the check found, in sentences.</summary>
internal static class ProblemWords
{
    public static string Of(Problem problem, Localizer texts, WorkflowDefinition definition)
    {
        var args = problem.Args;
        var clause = problem.Clause is { } code ? texts.Clause(code) : "";
        string Lacking(int at = 0) =>
            texts[args[at].Length == 0 ? "missing.nothing" : $"missing.{args[at]}"] + (clause.Length > 0 ? $", {clause}" : "");
        object[] said = problem.Code switch
        {
            "EndsOpen" or "TooEarly" or "Stuck" or "TimeoutRefused" or "NeverFulfilled" => [Lacking()],
            "NeverGetsThrough" => [args[0], Lacking(1)],
            "WrongPeople" => [args[0], StepWords.Of(args[1], texts, definition), StepWords.Of(args[2], texts, definition), clause],
            "OwnMatter" or "SilenceDecides" => [args[0], clause],
            "NotHeldUp" => [args[0], args[1], clause],
            "OutcomeToNowhere" => [texts.First(args[0], $"port.{args[0]}")],
            _ => [.. args],
        };
        return texts[$"check.{problem.Code}", said];
    }

    /// <summary>The way on which it happens, step by step: <c>Báo việc – Gửi báo việc</c>.</summary>
    public static IReadOnlyList<string> Way(Problem problem, Localizer texts, CompiledDefinition definition) =>
        [.. problem.Way.Select(step => OfStep(step, texts, definition))];

    private static string OfStep(WayStep step, Localizer texts, CompiledDefinition definition)
    {
        var activity = definition.At(step.Path);
        var title = activity?.FixedSpec?.Title ?? activity?.Node.DisplayName ?? "";
        return step.Kind switch
        {
            WayKind.Answer => $"{title} – {activity?.FixedSpec?.Action(step.Outcome)?.Label ?? step.Outcome}",
            WayKind.Timeout => texts["Way.Timeout", title],
            WayKind.Time => texts["Way.Time", title],
            WayKind.Children => texts["Way.Children", title],
            _ => texts["Way.Event", texts.First(step.Outcome, $"event.{step.Outcome}")],
        };
    }
}
