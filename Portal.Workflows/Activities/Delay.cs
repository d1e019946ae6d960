
namespace Portal.Workflows.Activities;

internal sealed class Delay : TimeWait
{
    public override string Name => "Elsa.Delay";

    protected override string When => "timeSpan";

    protected override DateTime? Read(string text, DateTime now) => Span(text) is { } span ? now + span : null;
}
