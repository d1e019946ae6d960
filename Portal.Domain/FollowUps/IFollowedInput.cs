using Portal.Domain.Forms;

namespace Portal.Domain.FollowUps;

/// <summary>What every form says that notes something to be followed up.</summary>
public interface IFollowedInput : IGatedInput
{
    string? AreaId { get; }

    string? Domain { get; }

    /// <summary>What is still to be done; empty for nothing.</summary>
    string? FollowUp { get; }

    /// <summary>Until when.</summary>
    DateOnly? FollowUpDue { get; }

    bool? ConcernsPersonnel { get; }
}
