namespace Portal.Domain.GroupMeetings;

public enum GroupTaskState
{
    Open,
    Done,

    /// <summary>The lead has decided that it need not be done.</summary>
    Dropped,
}
