using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Workflows.Activities;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Authoring;

/// <summary>What an administrator sets at a step that the portal does by itself.</summary>
public sealed record AutomaticSettings
{
    public const string Decision = "Elsa.FlowDecision", Switch = "Elsa.FlowSwitch", Fork = "Elsa.FlowFork", Join = "Elsa.FlowJoin",
        Notify = "Portal.Notify", Delay = "Elsa.Delay", StartAt = "Elsa.StartAt", Schedule = "Elsa.Cron",
        Dispatch = "Elsa.DispatchWorkflow";

    /// <summary>Types of the steps that open cases of another process.</summary>
    public static readonly string[] Dispatching = [Dispatch, "Elsa.ExecuteWorkflow", "Elsa.BulkDispatchWorkflows"];

    public string Title { get; init; } = "";

    public IReadOnlyList<OutgoingBranch> Branches { get; init; } = [];

    /// <summary>Of a decision.</summary>
    public string Script { get; init; } = "";

    /// <summary>Of a join: it waits for all connections that lead to it; of a switch: every branch that holds is taken, not the first
    /// alone.</summary>
    public bool All { get; init; }

    /// <summary>Of a notice: who is told, as in <see cref="UserTasks.UserTaskSpec.Who"/>.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>Of a notice: a <see cref="Portal.Domain.Cases.NotificationKind"/>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Key of the process whose cases are opened; an expression where one stands there.</summary>
    public string Process { get; init; } = "";

    /// <summary>Of what opens cases: it goes on when they have ended.</summary>
    public bool WaitsForEnd { get; init; }

    public WaitUntil Until { get; init; }

    /// <summary>Hours, the fact's name, the day, the schedule or the expression.</summary>
    public string Moment { get; init; } = "";

    public static AutomaticSettings Of(CompiledActivity activity)
    {
        var ports = activity.Type?.IsTerminal == true
            ? []
            : activity.Type?.Outcomes(activity) ?? [.. activity.Outbound.Select(c => c.Port).DefaultIfEmpty("Done").Distinct()];
        var scripts = (activity.Node.Json["cases"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .ToLookup(c => Node.Text(c, "label") ?? "", c => InputValue.ReadExpression(c["condition"])?.Source ?? "");
        var (until, moment) = Wait(activity);
        return new AutomaticSettings
        {
            Title = activity.Node.DisplayName,
            Branches = [.. ports.Select(
                p => new OutgoingBranch(p, scripts[p].FirstOrDefault() ?? "", activity.Outbound.Find(c => c.Port == p)?.To))],
            Script = activity.Input("condition")?.Source ?? "",
            All = activity.Node.Type == Join ? activity.MergeMode == MergeMode.Merge : activity.Input("mode")?.Source == "MatchAny",
            To = activity.FixedList("to"),
            Kind = activity.Input("kind")?.Source ?? "",
            Process = activity.Input("workflowDefinitionId")?.Source ?? "",
            WaitsForEnd = string.Equals(activity.Input("waitForCompletion")?.Source, "true", StringComparison.OrdinalIgnoreCase),
            Until = until,
            Moment = moment,
        };
    }

    private static (WaitUntil Until, string Moment) Wait(CompiledActivity activity)
    {
        if (activity.Node.Type == Delay)
        {
            var input = activity.Input("timeSpan");
            return input is { Type: "Literal" } && TimeWait.Span(input.Source) is { } span && span.TotalHours == Math.Floor(span.TotalHours)
                ? (WaitUntil.Hours, ((long)span.TotalHours).ToString(CultureInfo.InvariantCulture))
                : (WaitUntil.Expression, input?.Source ?? "");
        }

        if (activity.Node.Type == Schedule)
        {
            return (WaitUntil.Schedule, activity.Input("cronExpression")?.Source ?? "");
        }

        if (activity.Node.Type != StartAt || activity.Input("dateTime") is not { } at)
        {
            return (WaitUntil.Expression, "");
        }

        return at.Type switch
        {
            "Input" => (WaitUntil.Fact, at.Source),
            "JavaScript" when FactOf(at.Source) is { } fact => (WaitUntil.Fact, fact),
            "Literal" when DayOf(at.Source) is { } day => (WaitUntil.Day, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            _ => (WaitUntil.Expression, at.Source),
        };
    }

    // The day that a moment begins, in Vietnam; null for a moment within a day.
    private static DateOnly? DayOf(string moment)
    {
        if (!DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            return null;
        }

        var local = at.ToOffset(TimeSpan.FromHours(7)).DateTime;
        return local == local.Date ? DateOnly.FromDateTime(local) : null;
    }

    private static string? FactOf(string script)
    {
        const string Before = "return getInput('", After = "');";
        var name = script.Trim();
        return name.StartsWith(Before, StringComparison.Ordinal)
            && name.EndsWith(After, StringComparison.Ordinal)
            && name[Before.Length..^After.Length] is var fact
            && fact.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? fact : null;
    }
}
