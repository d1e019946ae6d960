using Cronos;

namespace Portal.Workflows.Activities;

internal sealed class Cron : TimeWait
{
    public override string Name => "Elsa.Cron";

    protected override DateTime? Moment(IActivityContext context)
    {
        var text = context.InputText("cronExpression") ?? "";
        var format = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6 ? CronFormat.IncludeSeconds : CronFormat.Standard;
        return CronExpression.TryParse(text, format, out var cron) ? cron.GetNextOccurrence(context.Now) : null;
    }
}
