using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.AreaReports;
using Portal.Domain.Areas;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Cases;
using Portal.Workflows.Runtime;

namespace Portal.Tests.TestKit;

/// <summary>The report of A017 (group N03) for September 2026, due on 05/10/2026, and the steps of its road.</summary>
public static class AreaReports
{
    public const string Process = "monthly-area-report";
    public const string Area = "A017";

    public static readonly DateOnly Month = new(2026, 9, 1);

    public static AreaReportInput Report(params CarriedItem[] items) => new()
    {
        Secrecy = SecrecyGate.No,
        Form = ReportingForm.InSystem,
        General = "Tình hình tổ chức đảng ổn định",
        Results = [new DomainResult { Domain = WorkDomains.PartyOrgAndMembers, Text = "Kết nạp 02 đảng viên" }],
        Items = items.Length == 0 ? null : items,
        ConcernsPersonnel = false,
    };

    public static AreaReportNoteInput Note(string? words = null) =>
        new() { Secrecy = words is null ? null : SecrecyGate.No, Opinion = words };

    /// <summary>Opens the report of one area by the calendar.</summary>
    public static async Task<Guid> OpenReportAsync(this TestPortal portal, string area = Area, DateOnly? month = null)
    {
        var opened = await portal.Operations.RunAsync(
            Actor.System, o => o.Cases.OpenByCalendarAsync(Process, area, month ?? Month, o.Context), portal.Now);
        Assert.True(opened.IsSuccess, opened.Refusal?.ToString());
        return opened.Value.CaseId;
    }

    /// <summary>A report that the leader has.</summary>
    public static async Task<Guid> SubmittedReportAsync(this TestPortal portal, AreaReportInput? report = null)
    {
        var id = await portal.OpenReportAsync();
        await portal.MustAsync(id, "draft", Trips.Member, "Submit", report ?? Report());
        await portal.MustAsync(id, "leadReview", Trips.Lead, "Forward", Note());
        return id;
    }

    public static async Task<MonthlyAreaReport> AreaReportAsync(this TestPortal portal, Guid id) =>
        (await portal.ReadAsync(async db => await db.Set<MonthlyAreaReport>().FindAsync(id)))!;

    /// <summary>All that the calendar opens, for every process.</summary>
    public static Task<int> OpenDueAsync(this TestPortal portal) =>
        new CalendarOpenings(portal.Operations, portal.Services.GetRequiredService<ProcessCatalogue>()).OpenDueAsync(portal.Now);
}
