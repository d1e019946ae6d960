using System.Globalization;
using System.Xml;
using Portal.Workflows.Engine;
using Portal.Workflows.Engine.Waits;

namespace Portal.Workflows.Activities;

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
