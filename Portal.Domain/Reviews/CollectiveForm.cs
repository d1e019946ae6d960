namespace Portal.Domain.Reviews;

public enum CollectiveForm
{
    CollectiveMeeting,
    WrittenOpinion,
}
