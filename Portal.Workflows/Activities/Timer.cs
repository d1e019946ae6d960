
namespace Portal.Workflows.Activities;

internal sealed class Timer : TimeWait
{
    public override string Name => "Elsa.Timer";

    protected override DateTime? Moment(IActivityContext context) =>
        Span(context.InputText("interval")) is { } span ? context.Now + span : null;
}
