namespace Portal.Web.Setup;

/// <summary>The machine's clock, moved by a constant. What waits, waits as long as by the machine.</summary>
public sealed class ShiftedTimeProvider(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
}
