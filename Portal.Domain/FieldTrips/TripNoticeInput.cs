using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.FieldTrips;

/// <summary>F2 Báo việc. Dates and times are local (Viet Nam).</summary>
public sealed record TripNoticeInput : IGatedInput
{
    // As long as the content of a line may be.
    private const int MaxLine = 2000;

    public SecrecyGate? Secrecy { get; init; }

    public string[]? AreaIds { get; init; }

    /// <summary>Empty means an ad hoc trip (E-T3).</summary>
    public Guid? PlanItemId { get; init; }

    public AdHocReason? AdHocReason { get; init; }

    public string? AdHocText { get; init; }

    public DateTime? DepartsAt { get; init; }

    public DateTime? ReturnsAt { get; init; }

    public string? Place { get; init; }

    /// <summary>Đ9.4: units below the areas that are visited too.</summary>
    public string? SubUnits { get; init; }

    public string? Purpose { get; init; }

    public string[]? Domains { get; init; }

    public ProgrammeLine[]? Programme { get; init; }

    public string[]? ParticipantIds { get; init; }

    public string? TripLeaderId { get; init; }

    public Guid[]? MeetingIds { get; init; }

    public string? Transport { get; init; }

    public string? Documents { get; init; }

    public Guid[]? Files { get; init; }

    public bool? ExpectsToSpeak { get; init; }

    public SpeechInput? Speech { get; init; }

    public bool? ReportedOrally { get; init; }

    public OralReportInput? OralReport { get; init; }

    /// <summary>R-TRIP-04: required when the notice is later than the lead time; asked for then.</summary>
    public string? LateReason { get; init; }

    /// <summary>Where no line was written the programme is the trip itself: one line of its time, place and purpose (F2).</summary>
    public TripNoticeInput WithProgramme() =>
        this.IsStub() || Programme is { Length: > 0 } || DepartsAt is not { } at
            ? this
            : this with
            {
                Programme =
                [
                    new ProgrammeLine
                    {
                        Date = DateOnly.FromDateTime(at),
                        From = TimeOnly.FromDateTime(at),
                        To = ReturnsAt is { } to && to.Date == at.Date ? TimeOnly.FromDateTime(to) : null,
                        Place = Place,
                        Content = Purpose is { Length: > MaxLine } whole ? whole[..MaxLine] : Purpose,
                    },
                ],
            };
}
