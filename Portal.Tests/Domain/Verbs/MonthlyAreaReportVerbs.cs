using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Tests.TestKit;
using static Portal.Tests.Domain.Verbs.Committee;
using Row = Portal.Tests.Domain.Verbs.VerbRow<Portal.Domain.AreaReports.MonthlyAreaReport, Portal.Domain.AreaReports.AreaReportStatus>;
using Status = Portal.Domain.AreaReports.AreaReportStatus;

namespace Portal.Tests.Domain.Verbs;

/// <summary>S-01: opened by the calendar, written by the group, sent on by its lead, noted by the leader in charge.</summary>
public class MonthlyAreaReportVerbs : EveryVerb<MonthlyAreaReportVerbs, MonthlyAreaReport, Status>
{
    private static readonly DateTime Monday = At(new DateTime(2026, 10, 5, 9, 0, 0));

    /// <summary>After the day on which it is due.</summary>
    private static readonly DateTime Tuesday = At(new DateTime(2026, 10, 6, 9, 0, 0));

    private static readonly Status[] Open = [Status.NotStarted, Status.Draft, Status.Returned];

    protected override IReadOnlyDictionary<Status, Func<Stage<MonthlyAreaReport>>> Reach { get; } =
        Enum.GetValues<Status>()
            .ToDictionary(s => s, s => (Func<Stage<MonthlyAreaReport>>)(() => new Stage<MonthlyAreaReport>(To(s), Monday)));

    protected override IReadOnlyList<FactoryRow<MonthlyAreaReport, Status>> Factories =>
    [
        new("OpenFor", _ => (Result.Ok, Opened()), Status.NotStarted) { At = Monday, IsImpersonal = true },
    ];

    protected override IReadOnlyList<Row> Rows =>
    [
        OfLead("Submit", (r, c) => r.Submit(AreaReports.Report(), [], c)) with
        {
            In = [.. Open, Status.LeadReview], To = _ => Status.Submitted,
        },
        OfLead("ReportNothing", (r, c) => r.ReportNothing(AreaReports.Note(), c)) with
        {
            In = [.. Open, Status.LeadReview], To = _ => Status.Submitted,
        },
        OfMembers("Submit", (r, c) => r.Submit(AreaReports.Report(), [], c)),
        OfMembers("ReportNothing", (r, c) => r.ReportNothing(AreaReports.Note(), c)),
        OfLead("Submit", (r, c) => r.Submit(AreaReports.Report() with { LateReason = "Chờ số liệu của xã" }, [], c)) with
        {
            When = "late, with a reason",
            In = [.. Open, Status.LeadReview],
            To = _ => Status.Submitted,
            At = Tuesday,
        },
        OfLead("Forward", (r, c) => r.Forward(AreaReports.Note(), c)) with
        {
            In = [Status.LeadReview], To = _ => Status.Submitted, Wrong = NoLead,
        },
        OfLead("GiveBack", (r, c) => r.GiveBack(c)) with { In = [Status.LeadReview], To = _ => Status.Draft, Wrong = NoLead },
        OfLeader("Note", (r, c) => r.Note(c)) with { To = _ => Status.Noted },
        OfLeader("Return", (r, c) => r.Return(c)) with { To = _ => Status.Returned },
        new("Close", (r, c) => r.Close(null, c)) { In = [Status.Noted], To = _ => Status.Closed, IsImpersonal = true },
    ];

    [Theory]
    [InlineData(Status.NotStarted, "lateReason")]
    [InlineData(Status.LeadReview, "lateReason")]
    public void A_report_that_comes_after_its_day_says_why_whoever_sends_it(Status status, string path)
    {
        var sent = To(status).Submit(AreaReports.Report(), [], As(Lead, Tuesday));
        Assert.Equal(path, Assert.Single(sent.Refusal!.Fields).Path);
        Assert.Equal("AreaReport.LateReason", sent.Refusal.Fields[0].Code);
        var nothing = To(status).ReportNothing(AreaReports.Note(), As(Lead, Tuesday));
        Assert.Equal("opinion", Assert.Single(nothing.Refusal!.Fields).Path);
        var late = To(Status.LeadReview);
        Assert.Equal("opinion", Assert.Single(late.Forward(AreaReports.Note(), As(Lead, Tuesday)).Refusal!.Fields).Path);
        late.Forward(AreaReports.Note("Chờ số liệu"), As(Lead, Tuesday)).Must();
        Assert.True(late.IsLate);
    }

    [Fact]
    public void What_is_with_the_lead_no_member_changes()
    {
        var report = To(Status.LeadReview);
        Assert.Equal("AreaReport.OnlyLead", report.Submit(AreaReports.Report(), [], As(Member, Monday)).Refusal?.Code);
        Assert.Equal("AreaReport.OnlyLead", report.ReportNothing(AreaReports.Note(), As(Member, Monday)).Refusal?.Code);
    }

    [Fact]
    public void One_that_was_in_time_and_is_sent_again_later_is_not_late()
    {
        var report = To(Status.Returned);
        report.Submit(AreaReports.Report(), [], As(Lead, Tuesday)).Must();
        Assert.False(report.IsLate);
    }

    [Fact]
    public void By_word_of_mouth_it_has_a_day_a_receiver_and_a_summary_or_passes_no_guard()
    {
        foreach (var form in Enum.GetValues<ReportingForm>())
        {
            var bare = Opened();
            bare.Submit(AreaReports.Report() with { Form = form }, [], As(Lead, Monday)).Must();
            var isByWord = form is ReportingForm.InPerson or ReportingForm.Phone or ReportingForm.Meeting;
            Assert.Equal(isByWord ? "AreaReport.FormMissing" : null, bare.Check("R-RPT-02")?.Code);
            var whole = AreaReports.Report() with
            {
                Form = form,
                ReportedOn = new DateOnly(2026, 10, 2),
                ReceiverId = Leader,
                Summary = "Tình hình ổn định",
            };
            var told = Opened();
            told.Submit(whole, [], As(Lead, Monday)).Must();
            Assert.Null(told.Check("R-RPT-02"));
        }

        Assert.Equal("AreaReport.NotWritten", Opened().Check("R-RPT-01")?.Code);
    }

    protected override Status StateOf(MonthlyAreaReport scene) => scene.Status;

    protected override int VersionOf(MonthlyAreaReport scene) => scene.Version;

    internal static MonthlyAreaReport To(Status status)
    {
        var report = Opened();
        if (status == Status.NotStarted)
        {
            return report;
        }

        report.Submit(AreaReports.Report(), [], As(Member, Monday)).Must();
        if (status == Status.LeadReview)
        {
            return report;
        }

        if (status == Status.Draft)
        {
            report.GiveBack(As(Lead, Monday)).Must();
            return report;
        }

        report.Forward(AreaReports.Note(), As(Lead, Monday)).Must();
        (status switch
        {
            Status.Submitted => Result.Ok,
            Status.Returned => report.Return(As(Leader, Monday)),
            _ => report.Note(As(Leader, Monday)),
        }).Must();
        if (status == Status.Closed)
        {
            Assert.Empty(report.Close(new ResultReviewInput(), As(Leader, Monday)).Value);
        }

        return report;
    }

    private static MonthlyAreaReport Opened() => MonthlyAreaReport.OpenFor(Guid.NewGuid(), Area, AreaReports.Month);

    private static IReadOnlyDictionary<string, string> NoLead =>
        Each("AreaReport.OnlyLead", Member).And(Forbidden(Stranger, Leader, Clerk));

    private static Row OfMembers(string verb, Func<MonthlyAreaReport, CaseContext, Result> act) => new(verb, act)
    {
        When = "by a member",
        In = Open,
        Of = [.. Enum.GetValues<Status>().Where(s => s != Status.LeadReview)],
        To = _ => Status.LeadReview,
        Right = [Member, OtherMember],
        Wrong = Forbidden(Stranger, Leader, Clerk),
    };

    private static Row OfLead(string verb, Func<MonthlyAreaReport, CaseContext, Result> act) =>
        new(verb, act) { Right = [Lead], Wrong = Forbidden(Stranger, Leader, Clerk) };

    private static Row OfLeader(string verb, Func<MonthlyAreaReport, CaseContext, Result> act) => new(verb, act)
    {
        In = [Status.Submitted],
        Right = [Leader, StandingDeputy, Head],
        Wrong = Each("AreaReport.OwnReport", Lead, Member).And(Forbidden(Stranger, OtherLeader)),
    };
}
