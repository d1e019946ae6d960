namespace Portal.Domain.Reviews;

/// <summary>How the collective decided.</summary>
public interface ICollectiveDecision
{
    DateOnly? MeetingDate { get; }

    CollectiveForm? Form { get; }
}
