using Portal.Domain.Organisation;

namespace Portal.Domain.Areas;

/// <summary>Loại cuộc họp, as data: some types ended with the bodies that held them .</summary>
public sealed class MeetingType : IEffectiveDated
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public int Order { get; set; }

    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }
}
