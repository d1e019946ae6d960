using Portal.Domain.Cases;
using Portal.Domain.FollowUps;
using Portal.Domain.Forms;

namespace Portal.Domain.Contacts;

/// <summary>A contact that is noted by hand (Đ9.1, Đ10, Đ11).</summary>
public sealed record NewContactInput : IFollowedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public CounterpartKind? Counterpart { get; init; }

    public string? AreaId { get; init; }

    public string? Body { get; init; }

    public string? DepartmentId { get; init; }

    public string? ContactPerson { get; init; }

    public string? Position { get; init; }

    public DateTime? At { get; init; }

    public ContactChannel? Channel { get; init; }

    public string? Domain { get; init; }

    public string? Subject { get; init; }

    public string? Summary { get; init; }

    public string? FollowUp { get; init; }

    public DateOnly? FollowUpDue { get; init; }

    public bool? ConcernsPersonnel { get; init; }
}
