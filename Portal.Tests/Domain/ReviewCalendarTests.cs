using Portal.Domain.Reviews;
using Portal.Domain.WorkingCalendar;

namespace Portal.Tests.Domain;

/// <summary>Days of a cycle, for an area that is late with a step or gets one late.</summary>
public class ReviewCalendarTests
{
    private static readonly WorkCalendar Calendar = new([]);
    private static readonly ReviewCalendar Usual = ReviewCalendar.Of(2026);

    [Fact]
    public void A_step_that_is_given_in_time_keeps_its_day() =>
        Assert.Equal(Usual, Usual.Given("consultedBy", Usual.ProposalsBy!.Value, Calendar, workingDays: 5));

    [Fact]
    public void A_step_that_is_given_late_counts_anew_and_those_behind_it_move_along_but_not_the_days_of_the_whole_cycle()
    {
        var late = Usual.Given("consultedBy", new DateOnly(2026, 12, 16), Calendar, workingDays: 5);
        Assert.Equal(new DateOnly(2026, 12, 23), late.ConsultedBy);
        Assert.Equal((Usual.SubmittedBy!.Value.AddDays(43), Usual.LeadersBy!.Value.AddDays(43)), (late.SubmittedBy, late.LeadersBy));
        Assert.Equal(
            (Usual.ProposalsBy, Usual.DossierBy, Usual.CollectiveBy, Usual.OutcomesBy),
            (late.ProposalsBy, late.DossierBy, late.CollectiveBy, late.OutcomesBy));
    }

    [Fact]
    public void A_step_that_is_given_late_has_the_working_days_that_the_cycle_leaves_for_it() =>
        Assert.Equal(
            Calendar.AddWorkingDays(
                new DateOnly(2027, 1, 11), Calendar.WorkingDaysBetween(Usual.SubmittedBy!.Value, Usual.LeadersBy!.Value)),
            Usual.Given("leadersBy", new DateOnly(2027, 1, 11), Calendar).LeadersBy);

    [Fact]
    public void A_later_day_takes_along_what_follows_and_an_earlier_one_nothing()
    {
        var later = Usual.Moved("reviewsBy", new DateOnly(2027, 1, 5));
        Assert.Equal((new DateOnly(2027, 1, 5), Usual.AdviceBy!.Value.AddDays(11)), (later.ReviewsBy!.Value, later.AdviceBy!.Value));
        Assert.Equal(Usual with { ReviewsBy = new DateOnly(2026, 12, 20) }, Usual.Moved("reviewsBy", new DateOnly(2026, 12, 20)));
    }
}
