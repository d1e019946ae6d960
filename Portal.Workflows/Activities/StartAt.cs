using System.Globalization;

namespace Portal.Workflows.Activities;

internal sealed class StartAt : TimeWait
{
    public override string Name => "Elsa.StartAt";

    protected override DateTime? Moment(IActivityContext context) =>
        DateTimeOffset.TryParse(context.InputText("dateTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at.UtcDateTime
            : null;
}
