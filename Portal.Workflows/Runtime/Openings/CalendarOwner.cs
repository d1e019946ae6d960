namespace Portal.Workflows.Runtime.Openings;

/// <summary>For whom the calendar opens cases: one each.</summary>
public enum CalendarOwner
{
    /// <summary>Every group that works on the day.</summary>
    Group,

    /// <summary>Every area that is watched on the day.</summary>
    Area,

    /// <summary>The committee as a whole.</summary>
    Committee,
}
