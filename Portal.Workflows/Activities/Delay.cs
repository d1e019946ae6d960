
namespace Portal.Workflows.Activities;

internal sealed class Delay : TimeWait
{
    public override string Name => "Elsa.Delay";

    protected override DateTime? Moment(IActivityContext context) =>
        Span(context.InputText("timeSpan")) is { } span ? context.Now + span : null;
}
