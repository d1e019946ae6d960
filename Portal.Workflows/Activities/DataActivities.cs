using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using Cronos;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Engine.Waits;

namespace Portal.Workflows.Activities;

internal sealed class SetVariable : ActivityType
{
    public override string Name => "Elsa.SetVariable";

    public override ActivityResult Execute(IActivityContext context)
    {
        var id = context.Activity.Node.Json["variable"] is JsonObject variable ? Node.Text(variable, "id") : null;
        if (id is null || !context.Scope.Variables.Any(v => v.Id == id))
        {
            return new Faults("Fault", $"Unknown variable '{id}'.");
        }

        context.SetVariable(id, context.Input("value"));
        return ActivityResult.Done;
    }
}

internal sealed class SetOutput : ActivityType
{
    public override string Name => "Elsa.SetOutput";

    public override ActivityResult Execute(IActivityContext context)
    {
        context.SetWorkflowOutput(context.InputText("outputName") ?? "", context.Input("outputValue"));
        return ActivityResult.Done;
    }
}

internal sealed class SetName : ActivityType
{
    public override string Name => "Elsa.SetName";

    public override ActivityResult Execute(IActivityContext context)
    {
        context.SetInstanceName(context.InputText("value") ?? context.InputText("name") ?? "");
        return ActivityResult.Done;
    }
}

internal sealed class Correlate : ActivityType
{
    public override string Name => "Elsa.Correlate";

    public override ActivityResult Execute(IActivityContext context)
    {
        context.Correlate(context.InputText("correlationId") ?? "");
        return ActivityResult.Done;
    }
}

internal sealed class WriteLineActivity : ActivityType
{
    public override string Name => "Elsa.WriteLine";

    public override ActivityResult Execute(IActivityContext context)
    {
        context.Add(new WriteLine(context.InputText("text") ?? ""));
        return ActivityResult.Done;
    }
}

/// <summary>Waits for a moment. A moment that has passed does not wait.</summary>
internal abstract class TimeWait : ActivityType
{
    public override bool CanWait => true;

    /// <summary>The moment, UTC; null when it cannot be read.</summary>
    protected abstract DateTime? Moment(IActivityContext context);

    public override ActivityResult Execute(IActivityContext context)
    {
        if (Moment(context) is not { } at)
        {
            return new Faults("Fault", "No moment to wait for.");
        }

        return at <= context.Now ? ActivityResult.Done
            : new Wait(new TimerWait { At = at }, id => new OpenTimer(id, context.Activity.Id, at));
    }

    internal static TimeSpan? Span(string? text)
    {
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span))
        {
            return span;
        }

        try
        {
            return text is { Length: > 0 } && text[0] == 'P' ? XmlConvert.ToTimeSpan(text) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

internal sealed class Delay : TimeWait
{
    public override string Name => "Elsa.Delay";

    protected override DateTime? Moment(IActivityContext context) => Span(context.InputText("timeSpan")) is { } span ? context.Now + span : null;
}

internal sealed class Timer : TimeWait
{
    public override string Name => "Elsa.Timer";

    protected override DateTime? Moment(IActivityContext context) => Span(context.InputText("interval")) is { } span ? context.Now + span : null;
}

internal sealed class StartAt : TimeWait
{
    public override string Name => "Elsa.StartAt";

    protected override DateTime? Moment(IActivityContext context) =>
        DateTimeOffset.TryParse(context.InputText("dateTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.UtcDateTime : null;
}

internal sealed class Cron : TimeWait
{
    public override string Name => "Elsa.Cron";

    protected override DateTime? Moment(IActivityContext context)
    {
        var text = context.InputText("cronExpression") ?? "";
        var format = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6 ? CronFormat.IncludeSeconds : CronFormat.Standard;
        return CronExpression.TryParse(text, format, out var cron) ? cron.GetNextOccurrence(context.Now) : null;
    }
}

internal sealed class EventActivity : ActivityType
{
    public override string Name => "Elsa.Event";

    public override bool CanWait => true;

    public override ActivityResult Execute(IActivityContext context) => new Wait(new EventWait { Name = context.InputText("eventName") ?? "" });
}

internal sealed class PublishEventActivity : ActivityType
{
    public override string Name => "Elsa.PublishEvent";

    public override ActivityResult Execute(IActivityContext context)
    {
        context.Add(new PublishEvent(context.InputText("eventName") ?? "", context.Input("payload"), Truth.Of(context.Input("isLocalEvent"))));
        return ActivityResult.Done;
    }
}

internal sealed class RunTask : ActivityType
{
    public override string Name => "Elsa.RunTask";

    public override bool CanWait => true;

    public override ActivityResult Execute(IActivityContext context)
    {
        var (name, payload) = (context.InputText("taskName") ?? "", context.Input("payload"));
        return new Wait(new ReportWait { TaskName = name }, id => new RequestTask(id, name, payload));
    }
}
