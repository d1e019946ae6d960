namespace Portal.Domain.Reviews;

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

    /// <summary>The usual days of section 6.1 for a year.</summary>
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
        ("inputsBy", InputsBy),
        ("proposalsBy", ProposalsBy),
        ("consultedBy", ConsultedBy),
        ("submittedBy", SubmittedBy),
        ("leadersBy", LeadersBy),
        ("dossierBy", DossierBy),
        ("collectiveBy", CollectiveBy),
        ("sentBy", SentBy),
        ("outcomesBy", OutcomesBy),
        ("issuedBy", IssuedBy),
        ("reviewsBy", ReviewsBy),
        ("adviceBy", AdviceBy),
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
