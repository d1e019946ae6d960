using System.Globalization;

namespace Portal.Workflows.Activities;

internal sealed class StartAt : TimeWait
{
    public override string Name => "Elsa.StartAt";

    protected override string When => "dateTime";

    protected override DateTime? Read(string text, DateTime now) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.UtcDateTime : null;
}
