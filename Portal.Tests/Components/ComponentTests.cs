using System.Security.Claims;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;
using Portal.Tests.TestKit;
using Portal.Web.Features.Administration.Incidents;
using Portal.Web.Features.Cases;
using Portal.Web.Features.Design;
using Portal.Web.Operations;
using Portal.Web.Operations.Authoring;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations.People;
using Portal.Web.Processes;
using Portal.Web.Security;
using Portal.Web.Shared;
using Portal.Web.Shared.Fields;
using Portal.Web.Shared.Forms;
using Portal.Web.Shared.Lists;
using Portal.Web.Shared.TaskForms;
using Portal.Web.Shared.Wizard;
using Portal.Web.Texts;
using Portal.Workflows.Runtime;
using Portal.Workflows.UserTasks;

namespace Portal.Tests.Components;

/// <summary>The parts that screens are made of, over the real use cases and a real database, without a browser.</summary>
public sealed class ComponentTests : ScreenTests
{
    private static readonly FormSchema Notice = TripForms.All.Single(f => f.Key == "trip-notice");

    [Fact]
    public async Task Before_the_state_secret_question_is_answered_no_other_field_is_offered()
    {
        var wizard = await WizardAsync(new JsonObject());
        Assert.Equal(["secrecy"], Fields(wizard));
        await AnswerGateAsync(wizard, secret: false);
        Assert.Contains("areaIds", Fields(wizard));
        Assert.Contains("departsAt", Fields(wizard));
    }

    [Fact]
    public async Task A_yes_to_the_state_secret_question_asks_for_the_stub_and_no_content()
    {
        var wizard = await WizardAsync(new JsonObject());
        await AnswerGateAsync(wizard, secret: true);
        Assert.Contains("secrecy.stub.keeper", Fields(wizard));
        Assert.DoesNotContain("purpose", Fields(wizard));
    }

    [Fact]
    public async Task A_mark_of_a_classified_document_is_warned_of_at_its_field_and_confirmed_at_the_gate()
    {
        var wizard = await WizardAsync(new JsonObject { ["secrecy"] = new JsonObject { ["containsStateSecret"] = false } });
        Assert.Empty(wizard.FindAll("input[name=secrecy-marks]"));
        wizard.Find("[data-field=place] input").Type("Kho tài liệu TUYỆT MẬT");
        Assert.Contains("TUYỆT MẬT", wizard.Find("[data-field=place] .warn").TextContent, StringComparison.Ordinal);
        wizard.Find("input[name=secrecy-marks]").Change(true);
        Assert.True(wizard.Find("input[name=secrecy-marks]").HasAttribute("checked"));
        wizard.Find("[data-field=place] input").Type("Kho tài liệu");
        Assert.Empty(wizard.FindAll("input[name=secrecy-marks]"));
    }

    [Fact]
    public async Task An_incident_is_named_in_words_and_asks_for_a_reason_at_its_field_without_losing_what_was_chosen()
    {
        await DamagedTrip.LeaveToNobodyAsync(Portal);
        await Portal.NotifyAsync();
        AddAuthorization().SetAuthorized("tue.dt").SetClaims(new Claim(PersonClaim.Person, "S06"));
        var page = Render<IncidentsPage>();
        var card = page.Find("[data-testid=incident]");
        Assert.Contains("Không tìm được người thực hiện", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("Xem báo việc", card.QuerySelector("p")!.TextContent, StringComparison.Ordinal);

        var step = page.FindComponent<SelectBox>();
        Assert.Contains(step.Instance.Options, o => o.Value == "departure");
        await step.InvokeAsync(() => step.Instance.ValueChanged.InvokeAsync("departure"));
        page.Find("input").Type("ngắn");
        page.Find("[data-testid=repair]").Click();
        page.WaitForAssertion(() => Assert.Equal("true", page.Find("input").GetAttribute("aria-invalid")));
        Assert.Equal("ngắn", page.Find("input").GetAttribute("value"));
        Assert.Contains("10", page.Find($"#{page.Find("input").GetAttribute("aria-describedby")}").TextContent, StringComparison.Ordinal);

        page.Find("input").Type("Lãnh đạo đã đồng ý bằng văn bản");
        page.Find("[data-testid=repair]").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=incident]")));
        Assert.Contains("Đã xử lý", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Continue_stops_at_the_first_page_with_errors_at_their_fields_and_a_summary_that_leads_there()
    {
        var wizard = await WizardAsync(new JsonObject { ["secrecy"] = new JsonObject { ["containsStateSecret"] = false } });
        wizard.Find("[data-testid=next]").Click();
        var summary = wizard.Find("[data-testid=errors]");
        Assert.Equal("alert", summary.GetAttribute("role"));
        Assert.Contains("Địa điểm", summary.TextContent, StringComparison.Ordinal);
        var place = wizard.Find("[data-field=place]");
        Assert.Contains("field-bad", place.ClassList);
        var input = place.QuerySelector("input,textarea")!;
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        var described = input.GetAttribute("aria-describedby")!.Split(' ');
        Assert.Contains(place.QuerySelectorAll("[id]"), e => described.Contains(e.Id) && e.TextContent.Trim().Length > 0);
        Assert.Equal(Notice.Pages[0].Key, PageOf(wizard));
    }

    [Fact]
    public async Task The_last_page_lists_every_answer_and_sends_what_was_typed_and_a_refusal_loses_nothing()
    {
        JsonObject? sent = null;
        var wizard = await WizardAsync(FormInput.ToJson(Trips.Notice()), (_, form, _) =>
        {
            sent = form;
            return Task.FromResult<Refusal?>(Refusal.ChangedMeanwhile("Hoàng Ánh Dương", Portal.Now, "Return"));
        });
        for (var i = 0; i < Notice.Pages.Length; i++)
        {
            await wizard.Find("[data-testid=next]").ClickAsync(new());
        }

        Assert.Contains(
            "Nắm tình hình chi bộ", wizard.Find(".check-page ~ .check-page").ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Notice.Pages.Length, wizard.FindAll(".check-page").Count);
        await wizard.Find("[data-testid=action-Submit]").ClickAsync(new());
        Assert.Equal("Nắm tình hình chi bộ", (string?)sent!["purpose"]);
        wizard.WaitForAssertion(() =>
            Assert.Contains("Hoàng Ánh Dương", wizard.Find("[data-testid=errors]").TextContent, StringComparison.Ordinal));
        var kept = await Portal.Acts.FindDraftAsync(Portal.Person(Trips.Member), CaseActs.StartSubject("field-trip"));
        Assert.Equal("Nắm tình hình chi bộ", (string?)kept!.Form["purpose"]);
    }

    [Fact]
    public async Task A_draft_opens_where_it_was_left()
    {
        var form = FormInput.ToJson(Trips.Notice() with { Transport = "xe cơ quan" });
        await Portal.Acts.SaveDraftAsync(
            Portal.Person(Trips.Member), CaseActs.StartSubject("field-trip"), Notice.Key, form, Notice.Pages[1].Key);
        var wizard = await WizardAsync(new JsonObject());
        Assert.Equal(Notice.Pages[1].Key, PageOf(wizard));
        Assert.Equal("xe cơ quan", wizard.Find("[data-field=transport] input").GetAttribute("value"));
        Assert.Contains("Đã lưu nháp", wizard.Find("[data-testid=saved]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadline_says_how_much_is_left_in_working_days_and_where_it_comes_from()
    {
        var context = await Portal.Operations.ContextAsync(Portal.Person(Trips.Member));
        var due = context.Calendar.DueInWorkingDays(Portal.Now, 2);
        Assert.Contains("Còn 2 ngày làm việc", Due(due, context).TextContent, StringComparison.Ordinal);
        Assert.Contains("Điều 9.2", Due(due, context, "Đ9.2").TextContent, StringComparison.Ordinal);
        Assert.Contains("Quá hạn", Due(Portal.Now.AddDays(-1), context).TextContent, StringComparison.Ordinal);
        Assert.Contains("late", Due(Portal.Now.AddDays(-1), context).ClassList);
    }

    [Fact]
    public async Task The_diagram_marks_done_and_current_steps_and_says_the_same_in_words()
    {
        var id = await Portal.NotifyAsync();
        var view = (await Portal.Cases.FindAsync(Portal.Person(Trips.Member), id)).Value;
        var context = await Portal.Operations.ContextAsync(Portal.Person(Trips.Member));
        var diagram = Render<FlowDiagram>(p => p.Add(d => d.View, view).Add(d => d.Context, context));
        var states = diagram.FindAll("g.node.human").ToDictionary(g => g.GetAttribute("aria-label")!, g => g.ClassList);
        Assert.Contains(states, s => s.Key.StartsWith("Báo việc", StringComparison.Ordinal) && s.Value.Contains("done"));
        Assert.Contains(states,
            s =>
                s.Key.Contains("Xem báo việc", StringComparison.Ordinal) && s.Value.Contains("now")
                    && s.Key.Contains("Hoàng Ánh Dương", StringComparison.Ordinal));
        Assert.Contains(
            states, s => s.Key.StartsWith("Báo công", StringComparison.Ordinal) && !s.Value.Contains("done") && !s.Value.Contains("now"));
        Assert.Equal(states.Keys, diagram.FindAll("details li").Select(l => l.TextContent));
    }

    [Fact]
    public async Task Clauses_are_shown_with_their_text_from_the_regulation()
    {
        var basis = Render<LegalBasis>(p => p.Add(b => b.Codes, ["Đ7.A.5", "Đ9.2", "không có"]));
        Assert.Equal(2, basis.FindAll("details").Count);
        var clause = (await Portal.Services.GetRequiredService<ReferenceCache>().GetAsync()).Clauses["Đ9.2"];
        Assert.Contains(clause.Text, basis.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_wrote_is_shown_as_text_and_never_run()
    {
        const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>";
        var id = await Portal.NotifyAsync(Trips.Notice() with { Purpose = Hostile });
        await Portal.Acts.CommentAsync(Portal.Person(Trips.Member), id, new Remark(Hostile, HoldsNoSecret: true));
        var view = (await Portal.Cases.FindAsync(Portal.Person(Trips.Member), id)).Value;
        var context = await Portal.Operations.ContextAsync(Portal.Person(Trips.Member));
        var content = Render<CaseContent>(p => p.Add(c => c.View, view).Add(c => c.Context, context));
        Assert.Contains(Hostile, content.Find("dl, .answers, details").ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Empty(content.FindAll("script"));
        Assert.Empty(content.FindAll("img"));
        var markdown = Render<Markdown>(p => p.Add(m => m.Text,
            $"**đậm** {Hostile} [x](javascript:alert(1)) ![y](http://ngoai.vn/a.png) <javascript:alert(1)> [quy chế](/quy-che)"));
        Assert.Equal("đậm", markdown.Find("strong").TextContent);
        Assert.Empty(markdown.FindAll("script, img"));
        Assert.DoesNotContain(
            markdown.FindAll("a"), a => a.GetAttribute("href")!.StartsWith("javascript", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(markdown.FindAll("a"), a => a.GetAttribute("href") == "/quy-che");
    }

    [Theory]
    [InlineData("31/02/2026", null)]
    [InlineData("8/10/2026", "2026-10-08")]
    [InlineData("08.10.2026", "2026-10-08")]
    [InlineData("hôm nao", null)]
    public void A_date_is_typed_as_offices_write_it_and_a_wrong_one_stays_in_sight(string typed, string? stored)
    {
        var values = new JsonObject { ["secrecy"] = new JsonObject { ["containsStateSecret"] = false } };
        var schema =
            new FormSchema("probe", typeof(object), new FormPage("one", null, new FormField("day", FieldKind.Date) { Required = true }));
        var model = new FormModel(schema, values, new FormChoices());
        var editor = Render<FieldEditor>(p =>
            p.Add(f => f.Model, model).Add(f => f.Owner, values).Add(f => f.Field, schema.Pages[0].Fields[0]).Add(f => f.Path, "day"));
        editor.Find("input").Type(typed);
        Assert.Equal(stored, (string?)values["day"]);
        if (stored is null)
        {
            Assert.Equal("true", editor.Find("input").GetAttribute("aria-invalid"));
            Assert.Equal("day", Assert.Single(model.Unreadable).Path);

            // Also after a good date: the wrong one is not wiped away.
            editor.Find("input").Type("8/10/2026");
            Assert.Empty(model.Unreadable);
            editor.Find("input").Type(typed);
            Assert.Equal(typed, editor.Find("input").GetAttribute("value"));
        }
    }

    [Fact]
    public void A_flag_is_a_box_to_tick_and_readers_are_not_told_of_what_nobody_ticked()
    {
        var values = new JsonObject { ["secrecy"] = new JsonObject { ["containsStateSecret"] = false } };
        var model = new FormModel(PlanForms.Plan, values, new FormChoices());
        var flag = PlanForms.Plan.Fields.Single(f => f.Name == "noTrip");
        var editor = Render<FieldEditor>(p =>
            p.Add(f => f.Model, model).Add(f => f.Owner, values).Add(f => f.Field, flag).Add(f => f.Path, "noTrip"));
        Assert.Empty(editor.FindAll("input[type=radio]"));
        Assert.False((bool)model.ToSend()["noTrip"]!);
        string Read() => Render<FormReader>(p => p.Add(r => r.FormKey, PlanForms.Plan.Key).Add(r => r.Fields, [flag])
            .Add(r => r.Values, values).Add(r => r.Names, (_, id) => id)).Markup;
        Assert.DoesNotContain("không có chuyến đi", Read());
        editor.Find("input[type=checkbox]").Change(true);
        Assert.True((bool)model.ToSend()["noTrip"]!);
        Assert.Contains("không có chuyến đi", Read());
    }

    [Fact]
    public async Task S_13_Who_is_asked_to_stand_in_finds_it_with_the_tasks_and_takes_it_with_one_press()
    {
        var today = VietnamTime.DayOf(Portal.Now);
        var absences = Portal.Services.GetRequiredService<Absences>();
        Assert.True((await absences.RegisterAsync(Portal.Person(Trips.Lead), FormInput.ToJson(new AbsenceInput
        {
            From = today,
            To = today.AddDays(2),
            Reason = "Nghỉ phép",
            DelegateId = Trips.Member,
            Scope = AbsenceRules.EveryProcess,
            IncludesRestricted = false,
        }))).IsSuccess);
        var asked = Render<MyDelegations>();
        asked.WaitForElement("[data-testid=delegations] .small-button").Click();
        asked.WaitForAssertion(() => Assert.Empty(asked.FindAll("[data-testid=delegations]")));
        Assert.NotNull((await absences.MineAsync(Portal.Person(Trips.Member))).Received[0].AcceptedAt);
    }

    [Fact]
    public async Task What_a_leader_says_of_an_item_names_it_from_a_list()
    {
        var id = await Portal.ReportedAsync();
        var leader = Portal.Person(Trips.Leader);
        var view = (await Portal.Cases.FindAsync(leader, id)).Value;
        var choices = Portal.Services.GetRequiredService<ProcessModules>().ChoicesOf(view, await Portal.Operations.ContextAsync(leader));
        var values = FormInput.ToJson(new ResultReviewInput { Secrecy = SecrecyGate.No, ItemDirections = [new ItemDirection()] });
        var fields = Render<FormFields>(p => p.Add(f => f.Model, new FormModel(CaseForms.Review, values, choices)));
        var box = fields.FindComponents<PickBox>().Single(b => b.Instance.Id == "itemDirections-0-item").Instance;
        Assert.Equal(["1", "2"], box.Options.Select(o => o.Value));
        Assert.Contains("Chi bộ bốn tốt", box.Options[1].Label, StringComparison.Ordinal);
        await fields.InvokeAsync(() => box.ValueChanged.InvokeAsync("2"));
        Assert.Equal(2, (int)values["itemDirections"]![0]!["item"]!);
    }

    [Fact]
    public async Task A_plan_is_a_table_to_which_one_press_adds_an_area_and_whose_rows_are_written_in_a_dialog()
    {
        var id = await Portal.OpenPlanAsync();
        var (actor, modules) = (Portal.Person(Trips.Lead), Portal.Services.GetRequiredService<ProcessModules>());
        var context = await Portal.Operations.ContextAsync(actor);
        var view = (await Portal.Cases.FindAsync(actor, id)).Value;
        var values = FormInput.ToJson(new TripPlanInput { Secrecy = SecrecyGate.No, NoTrip = false });
        var model = new FormModel(PlanForms.Plan, values, modules.ChoicesOf(view, context) with
        {
            Rows = await modules.Of("monthly-trip-plan").RowsAsync(PlanForms.Plan.Key, actor, view, context),
        });
        var dialogs = Render<MudDialogProvider>();
        var fields = Render<FormFields>(p => p.Add(f => f.Model, model).Add(f => f.Fields, PlanForms.Plan.Fields));
        var area = fields.FindAll("[data-testid=offer]")[0].TextContent.Trim('+', ' ');
        await fields.FindAll("[data-testid=offer]")[0].ClickAsync(new());
        Assert.Contains(area, fields.Find(".row-table tbody").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(fields.FindAll("[data-testid=offer]"), o => o.TextContent.Contains(area, StringComparison.Ordinal));
        Assert.Equal(Trips.Lead, (string?)values["items"]![0]!["tripLeaderId"]);
        await dialogs.WaitForElement("[data-field='items[0].place'] input").InputAsync("Hội trường xã");
        dialogs.Find("[data-testid=row-done]").Click();
        Assert.Equal("Hội trường xã", (string?)values["items"]![0]!["place"]);

        // What is wrong stands in the row, and its link opens the row.
        model.Show(PlanForms.Plan.Check(model.ToSend())!.Fields, Portal.Services.GetRequiredService<Localizer>());
        fields.Render();
        Assert.Contains("Từ ngày", fields.Find(".row-problems").TextContent, StringComparison.Ordinal);
        model.BringUp("items[0].dateFrom");
        dialogs.WaitForElement("[data-field='items[0].dateFrom'].field-bad");
    }

    [Fact]
    public void Filters_are_unfolded_by_their_button_which_says_how_many_narrow_the_list()
    {
        var filters = Render<ListFilters>(p => p.AddChildContent("<div>Nhóm</div>")
            .Add(f => f.Address, ListAddress.Of("http://localhost/ho-so?nhom=N03&sap=-Number&trang=2")));
        var button = filters.Find("[data-testid=fold-filters]");
        Assert.Equal("Lọc (1)", button.TextContent);
        Assert.True(filters.Find("[role=search]").ClassList.Contains("folded"));
        button.Click();
        Assert.False(filters.Find("[role=search]").ClassList.Contains("folded"));
    }

    [Fact]
    public async Task The_group_that_may_exceed_the_quota_is_picked_from_those_the_cycle_compares()
    {
        var cycle = await Portal.CycleAsync("A017", "A018");
        var head = Portal.Person(Reviews.Head);
        var view = (await Portal.Cases.FindAsync(head, cycle)).Value;
        var schema = ReviewForms.QuotaOverride;
        var values = new JsonObject { ["secrecy"] = new JsonObject { ["containsStateSecret"] = false } };
        var model = new FormModel(schema, values,
            Portal.Services.GetRequiredService<ProcessModules>().ChoicesOf(view, await Portal.Operations.ContextAsync(head)));
        var editor = Render<FieldEditor>(p => p.Add(f => f.Model, model)
            .Add(f => f.Owner, values)
            .Add(f => f.Field, schema.Fields.First(f => f.Name == "group"))
            .Add(f => f.Path, "group"));
        var box = editor.FindComponent<PickBox>().Instance;
        Assert.Equal(["Xã"], box.Options.Select(o => o.Value));
        await editor.InvokeAsync(() => box.ValueChanged.InvokeAsync("Xã"));
        Assert.Equal("Xã", (string?)values["group"]);
    }

    [Fact]
    public async Task Each_suggestion_is_decided_on_where_it_stands_and_all_are_kept_with_one_press()
    {
        var id = await Portal.AreaCaseAsync(await Portal.CycleAsync());
        await Portal.SubmittedAsync(id, Reviews.Proposal(suggestions: [Reviews.Suggestion(), Reviews.Suggestion("Đề nghị làm rõ đơn")]));
        var leader = Portal.Person(Trips.Leader);
        var (view, context) = ((await Portal.Cases.FindAsync(leader, id)).Value, await Portal.Operations.ContextAsync(leader));
        var values = Services.GetRequiredService<ProcessCatalogue>().Known("review-decision", context, view);
        values["secrecy"] = new JsonObject { ["containsStateSecret"] = false };
        var model = new FormModel(
            ReviewForms.Decision, values, Portal.Services.GetRequiredService<ProcessModules>().ChoicesOf(view, context));
        var rows = Render<FieldEditor>(p => p.Add(f => f.Model, model).Add(f => f.Owner, values)
            .Add(f => f.Field, ReviewForms.Decision.Fields.First(f => f.Name == "suggestions")).Add(f => f.Path, "suggestions"));
        Assert.Equal(
            ["1. Ban Thường vụ Đảng ủy xã", "2. Ban Thường vụ Đảng ủy xã"], rows.FindAll(".row-head strong").Select(e => e.TextContent));
        Assert.Contains("Đề nghị làm rõ đơn", rows.Markup, StringComparison.Ordinal);
        Assert.Empty(rows.FindAll(".row-head button"));
        Assert.Empty(rows.FindAll("[data-field$='.item']"));
        await rows.FindAll("[data-field='suggestions[1].decision'] input[type=radio]")[^1].ClickAsync(new());
        Assert.Equal("Drop", (string?)values["suggestions"]![1]!["decision"]);
        rows.Find("[data-testid=all-suggestions]").Click();
        Assert.Equal(["Keep", "Keep"], values["suggestions"]!.AsArray().Select(r => (string?)r!["decision"]));
    }

    [Fact]
    public async Task A_clash_is_named_beside_the_form_once_the_state_secret_question_is_answered()
    {
        await Portal.NotifyAsync();
        var context = await Portal.Operations.ContextAsync(Portal.Person(Trips.Member));
        IRenderedComponent<ClashNote> Beside(JsonObject values) => Render<ClashNote>(p => p
            .Add(n => n.Model, new FormModel(Notice, values, FormChoices.Of(context, null, wholeCommittee: false, areasAreFixed: false)))
            .Add(n => n.Context, context));
        var values = FormInput.ToJson(Trips.Notice());
        Assert.Contains("CT-2026/0001", Beside(values).Find("[data-testid=clashes]").TextContent, StringComparison.Ordinal);
        values.Remove("secrecy");
        Assert.Empty(Beside(values).FindAll("[data-testid=clashes]"));
    }

    [Fact]
    public async Task Who_leaves_in_the_middle_of_a_word_finds_it_again_and_what_was_sent_leaves_no_draft()
    {
        var (actor, subject) = (Portal.Person(Trips.Member), CaseActs.StartSubject("field-trip"));
        var wizard = await WizardAsync(new JsonObject { ["secrecy"] = new JsonObject { ["containsStateSecret"] = false } });
        wizard.Find("[data-field=place] input").Input("Hội trường xã");
        await DisposeComponentsAsync();
        Assert.Equal("Hội trường xã", (string?)(await Portal.Acts.FindDraftAsync(actor, subject))!.Form["place"]);

        // Before the state-secret question is answered nothing is kept.
        await Portal.Acts.DiscardDraftAsync(actor, subject);
        wizard = await WizardAsync([]);
        await wizard.InvokeAsync(() => wizard.FindComponent<SecrecyField>()
            .Instance.Model.Type(wizard.FindComponent<SecrecyField>().Instance.Model.Values, "place", "chưa trả lời"));
        await DisposeComponentsAsync();
        Assert.Null(await Portal.Acts.FindDraftAsync(actor, subject));

        // The page of the receipt takes the place of the form while it is still being sent.
        wizard = await WizardAsync(FormInput.ToJson(Trips.Notice()), async (action, form, _) =>
        {
            var sent = await Portal.Acts.StartAsync(actor, "field-trip", new Submission(action.Key, form));
            await DisposeComponentsAsync();
            return sent.Refusal;
        });
        while (wizard.FindAll("[data-testid=action-Submit]").Count == 0)
        {
            wizard.Find("[data-testid=next]").Click();
        }

        await wizard.Find("[data-testid=action-Submit]").ClickAsync(new());
        Assert.Equal(1, await Portal.ReadAsync(db => db.Cases.CountAsync()));
        Assert.Null(await Portal.Acts.FindDraftAsync(actor, subject));
    }

    [Fact]
    public async Task Send_pressed_twice_sends_once_while_it_is_being_sent_and_afterwards()
    {
        var (sent, answer) = (0, new TaskCompletionSource<Refusal?>());
        var wizard = await WizardAsync(FormInput.ToJson(Trips.Notice()), (_, _, _) =>
        {
            sent++;
            return answer.Task;
        });
        while (wizard.FindAll("[data-testid=action-Submit]").Count == 0)
        {
            wizard.Find("[data-testid=next]").Click();
        }

        var button = wizard.Find("[data-testid=action-Submit]");
        var (first, second) = (button.ClickAsync(new()), button.ClickAsync(new()));
        await second;
        Assert.Equal(1, sent);
        answer.SetResult(null);
        await first;
        await wizard.Find("[data-testid=action-Submit]").ClickAsync(new());
        Assert.Equal(1, sent);

        // What was refused may be sent again.
        var tries = 0;
        wizard = await WizardAsync(
            FormInput.ToJson(Trips.Notice()), (_, _, _) => Task.FromResult<Refusal?>(++tries == 1 ? new Refusal("Storage.Busy") : null));
        while (wizard.FindAll("[data-testid=action-Submit]").Count == 0)
        {
            wizard.Find("[data-testid=next]").Click();
        }

        await wizard.Find("[data-testid=action-Submit]").ClickAsync(new());
        await wizard.Find("[data-testid=action-Submit]").ClickAsync(new());
        Assert.Equal(2, tries);
    }

    [Fact]
    public async Task Who_has_asked_for_a_second_person_may_ask_again_with_another_note()
    {
        var (designer, design) = (Portal.Person("S06"), Portal.Services.GetRequiredService<ProcessDesign>());
        var id = (await design.CreateAsync(designer, "Xin xe", OwnTemplate.Blank)).Value;
        AddAuthorization().SetAuthorized("tue.dt").SetClaims(new Claim(PersonClaim.Person, "S06"));
        var view = (await design.OpenAsync(designer, id)).Value;
        var dialogs = Render<MudDialogProvider>();
        var panel = Render<PublishPanel>(p => p.Add(x => x.View, view));
        foreach (var note in new[] { "Quy trình mới của cơ quan", "Quy trình mới, đã sửa theo góp ý" })
        {
            panel.Find("textarea").Type(note);
            var publishing = panel.Find("[data-testid=do-publish]").ClickAsync(new());
            dialogs.WaitForElement("[data-testid=dialog-yes]").Click();
            await publishing;
            Assert.Equal(
                note, await Portal.ReadAsync(db => db.DefinitionVersions.Where(v => v.Id == id).Select(v => v.Note).SingleAsync()));
        }
    }

    private async Task<IRenderedComponent<FormWizard>> WizardAsync(
        JsonObject known, Func<TaskAction, JsonObject, JsonObject?, Task<Refusal?>>? send = null)
    {
        var context = await Portal.Operations.ContextAsync(Portal.Person(Trips.Member));
        return Render<FormWizard>(p => p
            .Add(w => w.Schema, Notice).Add(w => w.Subject, CaseActs.StartSubject("field-trip")).Add(w => w.Known, known)
            .Add(w => w.Choices, FormChoices.Of(context, null, wholeCommittee: false, areasAreFixed: false))
            .Add(w => w.Names, FormNames.Of(context, []))
            .Add(w => w.Actions, [new TaskAction { Key = "Submit", Label = "Gửi báo việc" }])
            .Add(w => w.Send, send ?? ((_, _, _) => Task.FromResult<Refusal?>(null))));
    }

    private IElement Due(DateTime due, CaseContext context, string? clause = null) =>
        Render(DueTag.Of(Services.GetRequiredService<Portal.Web.Texts.Localizer>(), due, context, clause, showOrigin: true)).Find(".due");

    // "Không" stands before "Có".
    private static Task AnswerGateAsync(IRenderedComponent<FormWizard> wizard, bool secret) =>
        wizard.FindAll(".gate input[type=radio]")[secret ? 1 : 0].ClickAsync(new());

    private static string PageOf(IRenderedComponent<FormWizard> wizard) =>
        Notice.Pages.Single(p => p.Fields.Any(f => f.Name == Fields(wizard)[^1])).Key;

    private static List<string> Fields(IRenderedComponent<FormWizard> wizard) =>
        [.. wizard.FindAll("[data-field]").Select(f => f.GetAttribute("data-field")!)];
}
