using Portal.Domain.Cases;

namespace Portal.Domain.Feedback;

/// <summary>Of no group: who sent it, who considers it and the leaders read it.</summary>
internal sealed class FeedbackAudience : IAudienceSource
{
    public Audience Audience { get; } = new([RegulationFeedback.ProcessKey])
    {
        Readers = [new(AudienceOffice.Leader, [], ReadsRestricted: true)],
    };
}
