
namespace Portal.Workflows.Activities;

internal sealed class Timer : TimeWait
{
    public override string Name => "Elsa.Timer";

    protected override string When => "interval";

    protected override DateTime? Read(string text, DateTime now) => Span(text) is { } span ? now + span : null;
}
