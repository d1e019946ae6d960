
namespace Portal.Workflows.UserTasks;

public enum ReminderUnit
{
    /// <summary>Working days from the due day, in the morning.</summary>
    WorkingDays,

    /// <summary>Calendar days from the due day.</summary>
    Days,

    /// <summary>Hours from the due moment.</summary>
    Hours,

    /// <summary>Minutes from the due moment.</summary>
    Minutes,

    /// <summary>Hundredths of the time between the opening of the step and the due moment.</summary>
    Percent,
}
