using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>A legal basis of the cycle, as it is cited.</summary>
public sealed record LegalBasisInput
{
    public string? Document { get; init; }
}

/// <summary>Days by which the steps of an annual cycle are due; all [D]. A day off moves to the next working day .</summary>
public sealed record ReviewCalendar
{
    public DateOnly? InputsBy { get; init; }

    public DateOnly? ProposalsBy { get; init; }

    public DateOnly? ConsultedBy { get; init; }

    public DateOnly? SubmittedBy { get; init; }

    public DateOnly? LeadersBy { get; init; }

    public DateOnly? DossierBy { get; init; }

    public DateOnly? CollectiveBy { get; init; }

    public DateOnly? SentBy { get; init; }

    public DateOnly? OutcomesBy { get; init; }

    public DateOnly? IssuedBy { get; init; }

    public DateOnly? ReviewsBy { get; init; }

    public DateOnly? AdviceBy { get; init; }

    public DateOnly? ConclusionsBy { get; init; }

    public DateOnly? ClosedBy { get; init; }

    /// <summary>Section 6.1.</summary>
    public static ReviewCalendar Of(int year) => new()
    {
        InputsBy = new(year, 10, 25),
        ProposalsBy = new(year, 11, 5),
        ConsultedBy = new(year, 11, 10),
        SubmittedBy = new(year, 11, 13),
        LeadersBy = new(year, 11, 18),
        DossierBy = new(year, 11, 22),
        CollectiveBy = new(year, 11, 27),
        SentBy = new(year, 11, 30),
        OutcomesBy = new(year, 12, 10),
        IssuedBy = new(year, 12, 12),
        ReviewsBy = new(year, 12, 25),
        AdviceBy = new(year, 12, 31),
        ConclusionsBy = new(year + 1, 1, 10),
        ClosedBy = new(year + 1, 1, 31),
    };

    public IReadOnlyList<(string Name, DateOnly? Day)> Days() =>
    [
        ("inputsBy", InputsBy), ("proposalsBy", ProposalsBy), ("consultedBy", ConsultedBy), ("submittedBy", SubmittedBy), ("leadersBy", LeadersBy), ("dossierBy", DossierBy),
        ("collectiveBy", CollectiveBy), ("sentBy", SentBy), ("outcomesBy", OutcomesBy), ("issuedBy", IssuedBy), ("reviewsBy", ReviewsBy), ("adviceBy", AdviceBy),
        ("conclusionsBy", ConclusionsBy), ("closedBy", ClosedBy),
    ];

    /// <summary>Days that have not come yet move by as many days; what is past stays.</summary>
    public ReviewCalendar Shift(int days, DateOnly today)
    {
        DateOnly? Move(DateOnly? day) => day >= today ? day.Value.AddDays(days) : day;
        return new ReviewCalendar
        {
            InputsBy = Move(InputsBy),
            ProposalsBy = Move(ProposalsBy),
            ConsultedBy = Move(ConsultedBy),
            SubmittedBy = Move(SubmittedBy),
            LeadersBy = Move(LeadersBy),
            DossierBy = Move(DossierBy),
            CollectiveBy = Move(CollectiveBy),
            SentBy = Move(SentBy),
            OutcomesBy = Move(OutcomesBy),
            IssuedBy = Move(IssuedBy),
            ReviewsBy = Move(ReviewsBy),
            AdviceBy = Move(AdviceBy),
            ConclusionsBy = Move(ConclusionsBy),
            ClosedBy = Move(ClosedBy),
        };
    }
}

/// <summary>Areas with similar duties, for the quota.</summary>
public sealed record ComparableGroupInput
{
    public string? Name { get; init; }

    public string[]? AreaIds { get; init; }
}

public sealed record QuotaInput
{
    public int? Percent { get; init; }

    /// <summary>Applied where the head allows it for a comparable group.</summary>
    public int? ExceptionalPercent { get; init; }

    public QuotaBase? Base { get; init; }

    public QuotaRounding? Rounding { get; init; }
}

/// <summary>The department that is asked about a field of work.</summary>
public sealed record ConsultantInput
{
    public string? Domain { get; init; }

    public string? DepartmentId { get; init; }
}

/// <summary>F11 Kỳ kiểm điểm.</summary>
public sealed record ReviewCycleInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public int? Year { get; init; }

    public string? Title { get; init; }

    /// <summary>Whose group an area belongs to counts on this day (E-R7).</summary>
    public DateOnly? ReferenceDate { get; init; }

    public LegalBasisInput[]? LegalBases { get; init; }

    public ReviewScope? Scope { get; init; }

    public bool? UsesScore { get; init; }

    public QuotaInput? Quota { get; init; }

    public ComparableGroupInput[]? ComparableGroups { get; init; }

    public ConsultantInput[]? Consultants { get; init; }

    public ReviewCalendar? Calendar { get; init; }

    public string? Instructions { get; init; }

    public IEnumerable<string> AllAreas() => (ComparableGroups ?? []).SelectMany(g => g.AreaIds ?? []);
}

/// <summary>An area that the dossier goes without (E-R12).</summary>
public sealed record DossierGap
{
    public string? AreaId { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Step 8.</summary>
public sealed record DossierInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public DossierGap[]? Gaps { get; init; }

    public string? Note { get; init; }
}

/// <summary>Step 8, <i>Đề nghị xem lại</i>: one area goes back to its leader.</summary>
public sealed record ReviewAgainInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? AreaId { get; init; }

    public string? Reason { get; init; }
}

public sealed record QuotaOverrideInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? Group { get; init; }

    public QuotaOverrideKind? Kind { get; init; }

    public string? Reason { get; init; }
}

/// <summary>E-R11: the days that have not come yet move.</summary>
public sealed record RescheduleInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    /// <summary>Calendar days; negative moves forward in time.</summary>
    public int? Days { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Step 10: number and date are entered, never invented .</summary>
public sealed record SubmissionSentInput : IGatedInput
{
    public SecrecyGate? Secrecy { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? SentOn { get; init; }

    public string? Note { get; init; }
}
