using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.AreaReports;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Domain.Meetings;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Forms;
using Portal.Web.Processes;
using Portal.Web.Shared.Forms;
using Portal.Web.Texts;
using Portal.Workflows;
using Portal.Workflows.Runtime;

namespace Portal.Tests.Scenarios;

/// <summary>What is required only sometimes is asked for on the form as soon as it is, and stands there at no other time.</summary>
public sealed class AskedInTimeTests : IAsyncLifetime
{
    private readonly HashSet<(string Form, string Field)> _asked = [];

    private TestPortal _portal = null!;

    public async Task InitializeAsync() => _portal = await TestPortal.CreateAsync();

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Every_field_that_is_required_only_sometimes_is_asked_for_by_its_process()
    {
        await TripAsync();
        await MeetingAsync();
        await ReportAsync();
        var sometimes = ShippedProcesses.All.SelectMany(p => p.Forms)
            .SelectMany(f => f.Fields.Where(x => x.SometimesRequired).Select(x => (f.Key, x.Name)));
        Assert.Equal(sometimes.Distinct().Order(), _asked.Order());
    }

    [Fact]
    public async Task A_meeting_that_has_begun_is_asked_for_its_oral_consent_on_its_page_and_one_to_come_is_not()
    {
        _portal.GoTo(MeetingRoad.Starts.AddMinutes(30));
        var model = await ModelAsync(MeetingForms.Invitation, FormInput.ToJson(MeetingRoad.Invitation()));
        var oral = MeetingForms.Invitation.Fields.Single(f => f.Name == "oralReport");
        Assert.True(model.IsShown(oral, model.Values));
        Assert.Equal(["oralReport"], model.Missing.Select(e => e.Path));
        Assert.Equal(0, model.PageOf("oralReport"));

        // Known without an invitation, or not begun: nobody is asked.
        model.Set(model.Values, "withoutInvitation", true);
        Assert.False(model.IsShown(oral, model.Values));
        model.Set(model.Values, "withoutInvitation", false);
        model.Set(model.Values, "startsAt", "2026-12-24T08:00:00");
        Assert.False(model.IsShown(oral, model.Values));
        Assert.Empty(model.Missing);
        Assert.Null(model.ToSend()["oralReport"]);
    }

    [Fact]
    public async Task A_meeting_like_one_that_is_registered_is_asked_about_before_it_is_sent()
    {
        await _portal.RegisterAsync();
        var model = await ModelAsync(MeetingForms.Invitation, FormInput.ToJson(MeetingRoad.Invitation() with { Title = null }));
        var why = MeetingForms.Invitation.Fields.Single(f => f.Name == "separateReason");
        Assert.False(model.IsShown(why, model.Values));
        model.Set(model.Values, "title", MeetingRoad.Invitation().Title);
        Assert.True(model.IsShown(why, model.Values) && why.IsDemandedIn(model.Values));
        Assert.Equal("Meeting.Similar", Assert.Single(model.Missing).Code);
        model.Set(model.Values, "separateReason", "Phiên họp thứ hai trong ngày");
        Assert.Empty(model.Missing);
    }

    [Fact]
    public async Task A_field_that_a_definition_requires_is_shown_whatever_its_process_asks_for()
    {
        var model = await ModelAsync(MeetingForms.Arrival.With(["lateReason"], []), FormInput.ToJson(MeetingRoad.Arrived()));
        Assert.Contains(model.Schema.Fields, f => f.Name == "lateReason" && model.IsShown(f, model.Values));
    }

    [Fact]
    public async Task E_M10_Who_registers_a_meeting_of_several_groups_can_name_the_areas_of_all()
    {
        var context = await _portal.Operations.ContextAsync(_portal.Person(Trips.Lead));
        var modules = _portal.Services.GetRequiredService<ProcessModules>();
        var choices = modules.ChoicesToStart("meeting-attendance", context);
        Assert.Contains(choices.Areas, a => a.Value == "A017");
        Assert.Contains(choices.OtherAreas, a => a.Value == "A001");
        Assert.Empty(choices.Areas.Select(a => a.Value).Intersect(choices.OtherAreas.Select(a => a.Value)));
        Assert.Empty(modules.ChoicesToStart("field-trip", context).OtherAreas);
    }

    [Fact]
    public async Task A_meeting_is_not_confirmed_with_one_press_on_an_earlier_day()
    {
        var id = await _portal.ConsentedAsync();
        await _portal.MustAsync(id, "prepare", Trips.Lead, "Ready", MeetingRoad.Prepared());
        async Task<JsonNode?> ArrivedAsync()
        {
            var actor = _portal.Person(Trips.Lead);
            var view = (await _portal.Cases.FindAsync(actor, id)).Value;
            return _portal.Services.GetRequiredService<ProcessCatalogue>()
                .Known(MeetingForms.Arrival.Key, await _portal.Operations.ContextAsync(actor), view, "1")["arrivedAt"];
        }

        Assert.Null(await ArrivedAsync());
        _portal.GoTo(MeetingRoad.Starts.AddMinutes(-5));
        Assert.NotNull(await ArrivedAsync());
    }

    [Fact]
    public void What_was_refused_once_stays_on_the_form_although_its_process_did_not_see_it_coming()
    {
        var model = new FormModel(MeetingForms.Invitation, FormInput.ToJson(MeetingRoad.Invitation()), new FormChoices());
        var why = MeetingForms.Invitation.Fields.Single(f => f.Name == "separateReason");
        Assert.False(model.IsShown(why, model.Values));
        model.Show([new FieldError("separateReason", "Meeting.Similar", null, "DH-2026/0001", "", MeetingRoad.Starts)],
            _portal.Services.GetRequiredService<Localizer>());
        model.Set(model.Values, "separateReason", "Phiên họp thứ hai trong ngày");
        model.ClearErrors();
        Assert.Equal("Phiên họp thứ hai trong ngày", (string?)model.ToSend()["separateReason"]);
    }

    private async Task TripAsync()
    {
        var notice = Trips.Notice() with { PlanItemId = Guid.NewGuid() };
        await AskAsync(TripForms.Notice, Trips.Member, notice, "");
        _portal.GoTo(Trips.Departs.AddHours(-2));
        await AskAsync(TripForms.Notice, Trips.Member, notice with { PlanItemId = null }, "");
        await AskAsync(TripForms.Notice, Trips.Member, notice, "lateReason");
        _portal.GoTo(Trips.Departs.AddHours(2));
        await AskAsync(TripForms.Notice, Trips.Member, notice, "lateReason reportedOrally");
        await RenewAsync();
        var id = await _portal.ReadyAsync();
        await _portal.MustAsync(id, "departure", Trips.Member, "Change", new TripChangeInput
        {
            Secrecy = SecrecyGate.No,
            ParticipantIds = [Trips.Member, Trips.Lead, "S33"],
            Reason = "Thêm người theo dõi lĩnh vực",
        });
        _portal.GoTo(Trips.Departs.AddMinutes(10));
        await _portal.MustAsync(id, "departure", Trips.Member, "Departed", Trips.Departure(Trips.Member, Trips.Lead, "S33"));
        _portal.GoTo(Trips.Returns.AddMinutes(10));
        await _portal.MustAsync(id, "notes", Trips.Member, "EndTrip", Trips.Notes());
        await AskAsync(TripForms.Result, Trips.Member, Trips.Result(), "deviations", id);
        _portal.GoTo(Trips.Returns.AddDays(30));
        await AskAsync(TripForms.Result, Trips.Member, Trips.Result(), "deviations lateReason", id);
    }

    private async Task MeetingAsync()
    {
        await RenewAsync();
        await AskAsync(MeetingForms.Invitation, MeetingRoad.Clerk, MeetingRoad.Invitation(), "");
        var id = await _portal.RegisterAsync();
        await AskAsync(MeetingForms.Invitation, MeetingRoad.Clerk, MeetingRoad.Invitation(), "separateReason");
        await AskAsync(MeetingForms.Nomination, Trips.Lead, MeetingRoad.LeadGoes(), "", id);
        await AskAsync(MeetingForms.Nomination, Trips.Lead, MeetingRoad.MemberGoes(), "leadBusyReason", id);
        await _portal.MustAsync(id, "nominate", Trips.Lead, "Submit", MeetingRoad.LeadGoes());
        await _portal.MustAsync(id, "consent", Trips.Leader, "Consent", MeetingRoad.Consent());
        await _portal.MustAsync(id, "prepare", Trips.Lead, "Ready", MeetingRoad.Prepared());
        _portal.GoTo(MeetingRoad.Starts.AddHours(1));
        await AskAsync(MeetingForms.Invitation, MeetingRoad.Clerk, MeetingRoad.Invitation() with { Title = "Khác" }, "oralReport");
        await AskAsync(MeetingForms.Arrival, Trips.Lead, MeetingRoad.Arrived(), "", id);
        await AskAsync(MeetingForms.Arrival, Trips.Lead, MeetingRoad.Arrived(MeetingRoad.Starts.AddMinutes(20)), "lateReason", id);
        await _portal.MustAsync(id, "confirm", Trips.Lead, "Attended", MeetingRoad.Arrived());
        await AskAsync(MeetingForms.Notes, Trips.Lead, MeetingRoad.Notes(), "", id);
        _portal.GoTo(MeetingRoad.Ends.AddDays(30));
        await AskAsync(MeetingForms.Notes, Trips.Lead, MeetingRoad.Notes() with { Spoke = true }, "lateReason unpreparedReason", id);
    }

    private async Task ReportAsync()
    {
        await RenewAsync();
        var id = await _portal.OpenReportAsync();
        await AskAsync(AreaReportForms.Report, Trips.Member, AreaReports.Report(), "", id);
        await AskAsync(AreaReportForms.Nothing, Trips.Member, AreaReports.Note(), "", id);
        _portal.GoTo(new DateTime(2026, 10, 6, 8, 0, 0));
        await AskAsync(AreaReportForms.Report, Trips.Member, AreaReports.Report(), "lateReason", id);
        await AskAsync(
            AreaReportForms.Nothing, Trips.Member, AreaReports.Note() with { Secrecy = SecrecyGate.No }, "opinion", id);
    }

    // Time does not go back: another portal begins again.
    private async Task RenewAsync()
    {
        await _portal.DisposeAsync();
        _portal = await TestPortal.CreateAsync();
    }

    // What is asked for as the form stands; each is shown, and called required.
    private async Task AskAsync<T>(FormSchema schema, string person, T form, string fields, Guid? id = null)
        where T : class
    {
        var model = await ModelAsync(schema, FormInput.ToJson(form), person, id);
        var shown = schema.Fields.Where(f => f.SometimesRequired && model.IsShown(f, model.Values)).Select(f => f.Name).Order().ToList();
        Assert.Equal(fields.Split(' ', StringSplitOptions.RemoveEmptyEntries), shown);
        _asked.UnionWith(shown.Select(f => (schema.Key, f)));
    }

    private async Task<FormModel> ModelAsync(FormSchema schema, JsonObject values, string person = MeetingRoad.Clerk, Guid? id = null)
    {
        var actor = _portal.Person(person);
        var view = id is { } known ? (await _portal.Cases.FindAsync(actor, known)).Value : null;
        var process = ShippedProcesses.All.First(p => p.Forms.Any(f => f.Key == schema.Key)).Key;
        var demands = await _portal.Services.GetRequiredService<ProcessModules>()
            .DemandsAsync(process, schema, actor, view, id is null ? null : "1", await _portal.Operations.ContextAsync(actor));
        return new FormModel(schema, values, new FormChoices { Demands = demands });
    }
}
