using System.Diagnostics;
using System.Diagnostics.Metrics;
using Portal.Domain.Common;

namespace Portal.Web.Monitoring;

/// <summary>
/// What the portal says of itself in figures: steps answered and how long they took, tasks open and overdue, when time was last looked
/// after. No figure and no tag names a person or holds content. Circuits are counted by Blazor's own meter.
/// </summary>
public sealed class PortalMetrics : IDisposable
{
    /// <summary>Name of the meter and of the traces.</summary>
    public const string Name = "Portal";

    private static readonly ActivitySource Traces = new(Name);

    private readonly Meter _meter;
    private readonly Histogram<double> _steps;
    private readonly TimeProvider _time;
    private long _keptAt;
    private int _open;
    private int _overdue;

    public PortalMetrics(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        _keptAt = time.GetUtcNow().Ticks;
        _meter = meters.Create(Name);
        _steps = _meter.CreateHistogram(
            "portal.step.duration",
            "s",
            "From the answer of a step to its commit.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [.001, .002, .005, .01, .02, .05, .1, .2, .5, 1, 2, 5] });
        _meter.CreateObservableGauge("portal.tasks.open", () => _open, "{task}", "Open tasks, counted when time was last looked after.");
        _meter.CreateObservableGauge("portal.tasks.overdue", () => _overdue, "{task}", "Open tasks past their deadline.");
        _meter.CreateObservableGauge(
            "portal.time_keeper.age", () => TimeKeeperAge.TotalSeconds, "s", "Since timers, reminders and mail were last looked after.");
    }

    /// <summary>How long ago timers, reminders and mail were last looked after; counted from the start until they were.</summary>
    public TimeSpan TimeKeeperAge => _time.GetUtcNow() - new DateTimeOffset(Interlocked.Read(ref _keptAt), TimeSpan.Zero);

    /// <summary>Measures and traces one answer to a step; a lost race and its repetition are one.</summary>
    /// <param name="act"><c>start</c> or <c>complete</c>.</param>
    /// <param name="step">The answer.</param>
    public async Task<Result<T>> StepAsync<T>(string act, Func<Task<Result<T>>> step)
    {
        using var trace = Traces.StartActivity($"step {act}");
        var begun = _time.GetTimestamp();
        var result = await step();
        var outcome = result.IsSuccess ? "done" : result.Refusal.Code;
        trace?.SetTag("portal.result", outcome);
        _steps.Record(
            _time.GetElapsedTime(begun).TotalSeconds,
            new KeyValuePair<string, object?>("portal.act", act),
            new KeyValuePair<string, object?>("portal.result", outcome));
        return result;
    }

    public void TimeWasKept(int open, int overdue)
    {
        (_open, _overdue) = (open, overdue);
        Interlocked.Exchange(ref _keptAt, _time.GetUtcNow().Ticks);
    }

    public void Dispose() => _meter.Dispose();
}
