using Portal.Domain.Forms;

namespace Portal.Domain.GroupMeetings;

/// <summary>The minutes of a group meeting (Đ7.B.2).</summary>
public sealed record GroupMinutesInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string[]? AttendedIds { get; init; }

    public HandledRecommendation[]? Recommendations { get; init; }

    public string? Conclusions { get; init; }

    public Shortcoming[]? Shortcomings { get; init; }

    public GroupTaskInput[]? Tasks { get; init; }

    public Guid[]? Files { get; init; }

    /// <summary>The whole of it is about people .</summary>
    public bool? ConcernsPersonnel { get; init; }
}
