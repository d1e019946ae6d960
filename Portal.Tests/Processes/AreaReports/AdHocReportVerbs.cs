using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Tests.Domain.Verbs;
using Portal.Tests.TestKit;
using static Portal.Tests.Domain.Verbs.Committee;
using Row = Portal.Tests.Domain.Verbs.VerbRow<Portal.Domain.AreaReports.AdHocReport, Portal.Domain.AreaReports.AdHocReportStatus>;
using Status = Portal.Domain.AreaReports.AdHocReportStatus;

namespace Portal.Tests.Processes;

/// <summary>S-02: written by the group, sent on by the lead, noted by the leader in charge or by the head.</summary>
public class AdHocReportVerbs : EveryVerb<AdHocReportVerbs, AdHocReport, Status>
{
    private static readonly DateTime Monday = At(new DateTime(2026, 10, 5, 9, 0, 0));

    protected override IReadOnlyDictionary<Status, Func<Stage<AdHocReport>>> Reach { get; } =
        Enum.GetValues<Status>().ToDictionary(s => s, s => (Func<Stage<AdHocReport>>)(() => new Stage<AdHocReport>(To(s), Monday)));

    protected override IReadOnlyList<FactoryRow<AdHocReport, Status>> Factories =>
    [
        new("Write", c => Walk.Both(AdHocReport.Write(Guid.NewGuid(), AdHocReports.Report(), c)), Status.LeadReview)
        {
            At = Monday, Right = [Member, OtherMember], Wrong = Each("Common.Invalid", Stranger, Leader, Head, Clerk),
        },
    ];

    protected override IReadOnlyList<Row> Rows =>
    [
        OfLead("Forward", (r, c) => r.Forward(c)) with { To = _ => Status.Submitted },
        OfLead("GiveBack", (r, c) => r.GiveBack(c)) with { To = _ => Status.Returned },
        new("Rewrite", (r, c) => r.Rewrite(AdHocReports.Report(), c))
        {
            In = [Status.Returned],
            To = _ => Status.LeadReview,
            Right = [Member, OtherMember],
            Wrong = Forbidden(Leader, Head, OtherLeader, Stranger, Clerk),
        },
        OfLeaders("Note", (r, c) => r.Note(c)) with { To = _ => Status.Noted },
        OfLeaders("Return", (r, c) => r.Return(c)) with { To = _ => Status.Returned },
        new("Close", (r, _) => r.Close()) { In = [Status.Noted], To = _ => Status.Closed, IsImpersonal = true },
    ];

    [Fact]
    public void What_the_lead_writes_goes_straight_to_the_leader()
    {
        var written = AdHocReport.Write(Guid.NewGuid(), AdHocReports.Report(), As(Lead, Monday)).Made();
        Assert.Equal(Status.Submitted, written.Status);
        written.Return(As(Leader, Monday)).Must();
        written.Rewrite(AdHocReports.Report(), As(Lead, Monday)).Must();
        Assert.Equal(Status.Submitted, written.Status);
    }

    /// <summary>R-RPT-04 [Q]: of what is flagged, also later, the head alone takes note, and nothing is closed before.</summary>
    [Fact]
    public void What_is_flagged_is_noted_by_the_head_and_nobody_else()
    {
        foreach (var flagged in new[]
        {
            AdHocReports.Report() with { DemocraticCentralism = true }, AdHocReports.Report() with { LeadershipUnity = true },
            AdHocReports.Report() with { PersonnelOfStandingCommittee = true },
        })
        {
            foreach (var later in new[] { false, true })
            {
                var report = To(later ? Status.Returned : Status.LeadReview, later ? AdHocReports.Report() : flagged);
                if (later)
                {
                    report.Rewrite(flagged, As(Member, Monday)).Must();
                }

                report.Forward(As(Lead, Monday)).Must();
                Assert.Equal(Head, report.DeciderOf(As(Leader, Monday)));
                Assert.Equal("AdHocReport.HeadHasNotSeenIt", report.Check("R-RPT-04")?.Code);
                foreach (var leader in new[] { Leader, StandingDeputy, OtherLeader })
                {
                    Assert.Equal("AdHocReport.OnlyHead", report.Note(As(leader, Monday)).Refusal?.Code);
                    Assert.Equal("AdHocReport.OnlyHead", report.Return(As(leader, Monday)).Refusal?.Code);
                }

                report.Return(As(Head, Monday)).Must();
                report.Rewrite(AdHocReports.Report(), As(Member, Monday)).Must();
                Assert.True(report.GoesToHead);
                report.Forward(As(Lead, Monday)).Must();
                report.Note(As(Head, Monday)).Must();
                report.Close().Must();
            }
        }
    }

    [Fact]
    public void What_is_wrong_is_said_at_its_field_and_a_late_report_is_measured_not_refused()
    {
        var wrong = AdHocReports.Report() with
        {
            KnownOn = new DateOnly(2026, 10, 6),
            ReportedOn = new DateOnly(2026, 10, 6),
            RequestedById = Lead,
            ReceiverId = Stranger,
        };
        Assert.Equal(
            ["knownOn", "reportedOn", "requestedById", "receiverId"],
            AdHocReport.Write(Guid.NewGuid(), wrong, As(Member, Monday)).Refusal!.Fields.Select(f => f.Path));
        var asked = AdHocReports.Report() with { Trigger = AdHocTrigger.LeaderRequest, KnownOn = null, RequestedById = Leader };
        foreach (var (report, isLate) in new[]
        {
            (AdHocReports.Report(), false), (AdHocReports.Report() with { KnownOn = new DateOnly(2026, 10, 2) }, false),
            (AdHocReports.Report() with { KnownOn = new DateOnly(2026, 10, 1) }, true),
            (asked with { NeededBy = new DateOnly(2026, 10, 5) }, false), (asked with { NeededBy = new DateOnly(2026, 10, 2) }, true),
        })
        {
            Assert.Equal(isLate, AdHocReport.Write(Guid.NewGuid(), report, As(Member, Monday)).Made().IsLate);
        }
    }

    protected override Status StateOf(AdHocReport scene) => scene.Status;

    protected override int VersionOf(AdHocReport scene) => scene.Version;

    private static Row OfLead(string verb, Func<AdHocReport, CaseContext, Result> act) => new(verb, act)
    {
        In = [Status.LeadReview],
        Right = [Lead],
        Wrong = Each("AreaReport.OnlyLead", Member, OtherMember, Leader, Head, Stranger),
    };

    private static Row OfLeaders(string verb, Func<AdHocReport, CaseContext, Result> act) => new(verb, act)
    {
        In = [Status.Submitted],
        Right = [Leader, Head, StandingDeputy],
        Wrong = Forbidden(OtherLeader, OtherMember, Stranger, Clerk).Concat(Each("AreaReport.OwnReport", Member, Lead)).ToDictionary(),
    };

    private static AdHocReport To(Status status, AdHocReportInput? input = null)
    {
        var (lead, leader) = (As(Lead, Monday), As(Leader, Monday));
        var report = AdHocReport.Write(Guid.NewGuid(), input ?? AdHocReports.Report(), As(Member, Monday)).Made();
        if (status == Status.LeadReview)
        {
            return report;
        }

        if (status == Status.Returned)
        {
            report.GiveBack(lead).Must();
            return report;
        }

        report.Forward(lead).Must();
        if (status != Status.Submitted)
        {
            report.Note(leader).Must();
        }

        if (status == Status.Closed)
        {
            report.Close().Must();
        }

        return report;
    }
}
