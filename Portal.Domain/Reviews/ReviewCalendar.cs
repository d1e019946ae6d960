using Portal.Domain.WorkingCalendar;

namespace Portal.Domain.Reviews;

/// <summary>Days by which the steps of an annual cycle are due; all [D]. A day off moves to the next working day .</summary>
public sealed record ReviewCalendar
{
    // What the area does by itself, what is done for the whole cycle, and what follows for the area.
    private static readonly string[][] Parts =
    [
        ["inputsBy", "proposalsBy", "consultedBy", "submittedBy", "leadersBy"],
        ["dossierBy", "collectiveBy", "sentBy"],
        ["outcomesBy", "issuedBy", "reviewsBy", "adviceBy", "conclusionsBy", "closedBy"],
    ];

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
    public ReviewCalendar Shift(int days, DateOnly today) => Each((_, day) => day >= today ? day.Value.AddDays(days) : day);

    /// <summary>The same days of another year.</summary>
    public ReviewCalendar InYears(int years) => Each((_, day) => day?.AddYears(years));

    /// <summary>Another day for one step; where it is later, those that follow it in the same part of the road move along.</summary>
    public ReviewCalendar Moved(string step, DateOnly day)
    {
        var later = Array.Find(Parts, p => p.Contains(step))!.SkipWhile(n => n != step).Skip(1).ToHashSet();
        var days = Math.Max(0, day.DayNumber - (DayOf(step)?.DayNumber ?? day.DayNumber));
        DateOnly? Move(string name, DateOnly? old) => later.Contains(name) ? old?.AddDays(days) : old;
        return Each((name, old) => name == step ? day : Move(name, old));
    }

    /// <summary>Who gets a step late gets the time for it all the same: the day counts anew from when it is given.</summary>
    /// <param name="step">Name of its day.</param>
    /// <param name="today">When it is given.</param>
    /// <param name="calendar">Counts working days.</param>
    /// <param name="workingDays">The time that it has; null for what the days of the cycle leave for it.</param>
    public ReviewCalendar Given(string step, DateOnly today, WorkCalendar calendar, int? workingDays = null)
    {
        var days = Days().ToList();
        var at = days.FindIndex(d => d.Name == step);
        if (at < 1 || days[at].Day is not { } planned || days[at - 1].Day is not { } before || (today <= before && today <= planned))
        {
            return this;
        }

        var fair = calendar.AddWorkingDays(today, workingDays ?? Math.Max(1, calendar.WorkingDaysBetween(before, planned)));
        return fair > planned ? Moved(step, fair) : this;
    }

    private DateOnly? DayOf(string step) => Days().First(d => d.Name == step).Day;

    private ReviewCalendar Each(Func<string, DateOnly?, DateOnly?> change)
    {
        var days = Days().ToDictionary(d => d.Name, d => change(d.Name, d.Day));
        return new ReviewCalendar
        {
            InputsBy = days["inputsBy"],
            ProposalsBy = days["proposalsBy"],
            ConsultedBy = days["consultedBy"],
            SubmittedBy = days["submittedBy"],
            LeadersBy = days["leadersBy"],
            DossierBy = days["dossierBy"],
            CollectiveBy = days["collectiveBy"],
            SentBy = days["sentBy"],
            OutcomesBy = days["outcomesBy"],
            IssuedBy = days["issuedBy"],
            ReviewsBy = days["reviewsBy"],
            AdviceBy = days["adviceBy"],
            ConclusionsBy = days["conclusionsBy"],
            ClosedBy = days["closedBy"],
        };
    }
}
