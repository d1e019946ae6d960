using System.Globalization;
using System.Xml;
using Portal.Workflows.Engine;
using Portal.Workflows.Engine.Waits;

namespace Portal.Workflows.Activities;

/// <summary>Waits for a moment. A moment that has passed does not wait.</summary>
internal abstract class TimeWait : ActivityType
{
    public override bool CanWait => true;

    /// <summary>Name of the input that says when.</summary>
    protected abstract string When { get; }

    /// <summary>The moment that a text says, UTC; null when it says none.</summary>
    protected abstract DateTime? Read(string text, DateTime now);

    /// <summary>The fixed value that says no moment, empty where there is none; null where it says one, or is computed.</summary>
    public string? WhyNotReadable(CompiledActivity activity) => activity.Input(When) switch
    {
        null => "",
        { Type: "Literal" } written when Read(written.Source, DateTime.UnixEpoch) is null => written.Source,
        _ => null,
    };

    public override ActivityResult Execute(IActivityContext context)
    {
        if (Read(context.InputText(When) ?? "", context.Now) is not { } at)
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
