using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Authoring;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Runtime;
using Portal.Workflows.UserTasks;

namespace Portal.Tests.Scenarios;

/// <summary>The trip process gets a second approver for trips over three days, a new required field and a longer deadline.</summary>
public class ChangedTripTests
{
    internal const string Designer = "S06";
    internal const string Second = "S02";

    [Fact]
    public async Task Dry_runs_show_which_way_it_goes_and_store_nothing()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (draft, approver) = await ChangeAsync(portal);
        var before = await RowsAsync(portal);
        var runs = portal.Services.GetRequiredService<DryRuns>();
        var start = (await runs.OpenAsync(portal.Person(Designer), draft.Row.Id, portal.Now)).Value;
        Assert.Equal("field-trip", start.ProcessKey);
        Assert.Equal(Trips.Lead, runs.Starters(start, "A017").First(p => p == Trips.Lead));
        Assert.DoesNotContain(Trips.Head, runs.Starters(start, "A017"));

        // The new field is asked for; what is refused leaves nothing behind.
        var notice = FormInput.ToJson(Trips.Notice() with { ReturnsAt = Trips.Returns.AddDays(4) });
        var refused = await start.Run.StartAsync("field-trip", Trips.Member, new Submission("Submit", notice));
        Assert.Contains(refused.Refusal!.Fields, f => f is { Path: "extra.PhuongTien", Code: "Common.Required" });
        Assert.False(start.Run.IsStarted);
        Assert.Empty(start.Run.Cases);

        // Four days and more: the head is asked before the departure.
        var run = await ToDepartureAsync(portal, draft, notice);
        Assert.Equal([approver], run.Open.Where(t => !t.IsOptional).Select(t => t.StepId));
        Assert.Equal([Trips.Head], run.Open.Single(t => t.StepId == approver).Assignees.Where(a => !a.IsOptional).Select(a => a.PersonId));
        Assert.True((await run.AnswerAsync(run.Open.Single(t => t.StepId == approver), Trips.Head,
            new Submission("Done", new JsonObject { ["secrecy"] = new JsonObject { ["containsStateSecret"] = false } }))).IsSuccess);
        Assert.Contains(run.Open, t => t.StepId == "departure");
        Assert.Equal(4, run.Entries.Count(e => e.PersonId.Length > 0));
        Assert.Contains(run.Entries, e => e.Told.Any(n => n is { PersonId: Trips.Head, Kind: NotificationKind.TaskAssigned }));
        await run.UndoAsync();
        Assert.Equal([approver], run.Open.Where(t => !t.IsOptional).Select(t => t.StepId));

        // One day: nobody else.
        Assert.Equal(["departure"],
            (await ToDepartureAsync(portal, draft, FormInput.ToJson(Trips.Notice()))).Open.Where(t => !t.IsOptional).Select(t => t.StepId));
        Assert.Equal(before, await RowsAsync(portal));
    }

    [Fact]
    public async Task The_clock_of_a_dry_run_brings_reminders_and_deadlines_and_goes_forward_only()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (draft, _) = await ChangeAsync(portal);
        var start = (await portal.Services.GetRequiredService<DryRuns>().OpenAsync(portal.Person(Designer), draft.Row.Id, portal.Now))
            .Value;
        var run = start.Run;
        var later = Trips.Notice() with
        {
            DepartsAt = Trips.Departs.AddDays(14),
            ReturnsAt = Trips.Returns.AddDays(14),
            Programme = [Trips.Notice().Programme![0] with { Date = DateOnly.FromDateTime(Trips.Departs.AddDays(14)) }]
        };
        Assert.True((await run.StartAsync("field-trip", Trips.Member, Sent(FormInput.ToJson(later)))).IsSuccess);
        var review = run.Open.Single(t => t.StepId == "review");

        // Three working days now, not eight hours.
        Assert.Equal(run.ContextOf("").Calendar.DueInWorkingDays(portal.Now, 3), review.DueAt);
        Assert.Equal("DryRun.Backwards", (await run.MoveToAsync(portal.Now)).Refusal!.Code);
        Assert.True((await run.MoveToAsync(review.DueAt!.Value.AddDays(1))).IsSuccess);
        Assert.Contains(run.Entries,
            e =>
                e.PersonId.Length == 0
                    && e.Told.Any(n => n.Kind is NotificationKind.Overdue or NotificationKind.Escalated && n.PersonId == Trips.Leader));
        Assert.Equal(review.DueAt.Value.AddDays(1), run.Now);
        await run.UndoAsync();
        Assert.Equal(portal.Now, run.Now);
    }

    [Theory]
    [InlineData("meeting-attendance")]
    [InlineData("review-suggestion-area")]
    [InlineData("review-suggestion-adhoc")]
    [InlineData("leader-task")]
    [InlineData("monthly-trip-plan")]
    [InlineData(AreaReports.Process)]
    public async Task Every_process_can_be_tried_by_somebody(string key)
    {
        await using var portal = await TestPortal.CreateAsync();
        var runs = portal.Services.GetRequiredService<DryRuns>();
        var start = (await runs.OpenAsync(portal.Person(Designer), $"{key}-v1", portal.Now)).Value;
        Assert.Equal(key is "monthly-trip-plan" or AreaReports.Process, start.ByCalendar);
        Assert.Equal(start.ByCalendar, runs.Starters(start, "A017").Count == 0);
        Assert.Equal(key == "review-suggestion-area" ? "review-suggestion-annual" : key, start.ProcessKey);
        if (start.ByCalendar)
        {
            Assert.True((await start.Run.OpenByCalendarAsync(key, key == AreaReports.Process ? AreaReports.Area : "N03")).IsSuccess);
            Assert.NotEmpty(start.Run.Open);
        }

        Assert.Equal("Common.Forbidden", (await runs.OpenAsync(portal.Person(Trips.Member), $"{key}-v1", portal.Now)).Refusal!.Code);
    }

    [Fact]
    public async Task A_running_trip_stays_or_is_moved_and_the_new_field_and_deadline_come_with_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (stays, moves) = await TwoLongTripsAsync(portal);
        var (draft, approver) = await ChangeAsync(portal);
        await RefuseToMoveAsync(portal, draft, moves);

        var migration = portal.Services.GetRequiredService<ProcessMigration>();

        var preview = (await migration.PreviewAsync(portal.Person(Designer), draft.Row.Id, Nothing)).Value;
        Assert.Equal(2, preview.Total);
        var review = preview.Cases.Single(c => c.CaseId == moves).Steps.Single(s => s.From == "review");
        Assert.Equal("review", review.To);
        Assert.True(review.DueAfter > review.DueBefore);
        var before = await StateAsync(portal, moves);
        var due = (await portal.OpenTaskAsync(moves, "review")).DueAt;

        Assert.Equal("Common.ReasonTooShort",
            Assert
                .Single((await migration.MoveAsync(portal.Person(Designer), draft.Row.Id, [moves], Nothing, "thử")).Refusal!.Fields)
                .Code);
        await MustMoveAsync(portal, draft.Row.Id, moves, "Theo hạn mới của Quy chế");
        Assert.Equal(("field-trip-v2", "field-trip-v1"), (await VersionAsync(portal, moves), await VersionAsync(portal, stays)));
        Assert.Equal(review.DueAfter, (await portal.OpenTaskAsync(moves, "review")).DueAt);
        var trail = await portal.ReadAsync(db => db.AuditEntries.SingleAsync(a => a.Act == "Case.Migrated"));
        Assert.Equal((moves, "field-trip-v1 → field-trip-v2", "Theo hạn mới của Quy chế"), (trail.CaseId, trail.Subject, trail.Reason));

        // Back again: everything is as it was.
        await MustMoveAsync(portal, "field-trip-v1", moves, "Chuyển về phiên bản trước");
        Assert.Equal(("field-trip-v1", before), (await VersionAsync(portal, moves), await StateAsync(portal, moves)));
        Assert.Equal(due, (await portal.OpenTaskAsync(moves, "review")).DueAt);

        // And forth: from now on it goes the new way, the one that stayed the old one.
        await MustMoveAsync(portal, draft.Row.Id, moves, "Theo hạn mới của Quy chế");
        foreach (var trip in new[] { stays, moves })
        {
            await portal.MustAsync(trip, "review", Trips.Leader, "Acknowledge", Trips.Opinion());
            await portal.MustAsync(trip, "contact", Trips.Lead, "Contacted", Trips.Contact(portal.Local.AddMinutes(-5)));
        }

        Assert.Equal(["departure"], await portal.OpenStepsAsync(stays));
        Assert.Equal([approver], await portal.OpenStepsAsync(moves));

        await GoBackFromTheNewStepAsync(portal, moves, approver);
        portal.GoTo(Trips.Departs.AddDays(20).AddMinutes(10));
        await portal.MustAsync(
            moves, "departure", Trips.Member, "Departed", Trips.Departure() with { DepartedAt = Trips.Departs.AddDays(20) });
        Assert.Equal(["notes"], await portal.OpenStepsAsync(moves));
    }

    private static async Task<(Guid Stays, Guid Moves)> TwoLongTripsAsync(TestPortal portal)
    {
        var notice = Trips.Notice() with { ReturnsAt = Trips.Returns.AddDays(4) };
        var later = notice with
        {
            DepartsAt = Trips.Departs.AddDays(20),
            ReturnsAt = Trips.Returns.AddDays(24),
            Programme = [notice.Programme![0] with { Date = DateOnly.FromDateTime(Trips.Departs.AddDays(20)) }]
        };
        return (await portal.NotifyAsync(notice), await portal.NotifyAsync(later));
    }

    // Nothing is moved to a draft, and only designers move.
    private static async Task RefuseToMoveAsync(TestPortal portal, DesignView draft, Guid trip)
    {
        var migration = portal.Services.GetRequiredService<ProcessMigration>();
        Assert.Equal(
            "Design.DraftNotForCases", (await migration.PreviewAsync(portal.Person(Designer), draft.Row.Id, Nothing)).Refusal!.Code);
        await PublishAsync(portal, draft);
        Assert.Equal("Common.Forbidden", (await migration.PreviewAsync(portal.Person(Trips.Head), draft.Row.Id, Nothing)).Refusal!.Code);
        Assert.Equal("Common.Forbidden",
            (await migration.MoveAsync(portal.Person(Trips.Leader), draft.Row.Id, [trip], Nothing, "Theo hạn mới của Quy chế"))
                .Refusal!.Code);
    }

    // At a step that the old version has not it cannot go back, unless that step becomes another.
    private static async Task GoBackFromTheNewStepAsync(TestPortal portal, Guid trip, string approver)
    {
        var migration = portal.Services.GetRequiredService<ProcessMigration>();
        var stuck = Assert.Single((await migration.MoveAsync(
            portal.Person(Designer), "field-trip-v1", [trip], Nothing, "Chuyển về phiên bản trước")).Value);
        Assert.Equal("migration.StepGone", stuck.Refusal!.Code);
        Assert.Equal("field-trip-v2", await VersionAsync(portal, trip));
        await MustMoveAsync(portal, "field-trip-v1", trip, "Chuyển về phiên bản trước",
            new Dictionary<string, string> { [approver] = "departure" });
        Assert.Equal(["departure"], await portal.OpenStepsAsync(trip));
    }

    private static async Task MustMoveAsync(
        TestPortal portal, string version, Guid trip, string reason, IReadOnlyDictionary<string, string>? steps = null)
    {
        var moved = await portal.Services.GetRequiredService<ProcessMigration>()
            .MoveAsync(portal.Person(Designer), version, [trip], steps ?? Nothing, reason);
        Assert.Null(Assert.Single(moved.Value).Refusal);
    }

    [Fact]
    public async Task Finished_trips_done_again_show_what_would_have_gone_differently()
    {
        await using var portal = await TestPortal.CreateAsync();
        var one = await portal.ReportedAsync();
        await portal.MustAsync(one, "resultReview", Trips.Leader, "Acknowledge", Trips.Review());
        var (draft, _) = await ChangeAsync(portal);
        var replays = portal.Services.GetRequiredService<Replays>();
        Assert.Equal("Common.Forbidden", (await replays.RunAsync(portal.Person(Trips.Member), draft.Row.Id)).Refusal!.Code);
        Assert.True(Assert.Single((await replays.RunAsync(portal.Person(Designer), "field-trip-v1")).Value).IsSame);
        var before = await RowsAsync(portal);
        var row = Assert.Single((await replays.RunAsync(portal.Person(Designer), draft.Row.Id)).Value);
        Assert.Equal([("Báo việc", "Phương tiện đi lại")], row.Asked);
        Assert.Contains(row.Due, d => d.Step == "Xem báo việc" && d.After > d.Before);
        Assert.Empty(row.Added);
        Assert.Null(row.Stopped);
        Assert.Null(row.Ends);

        // Every trip is long for a condition of one day: the approver stands between.
        var compiled = new CompiledDefinition(draft.Definition);
        var condition = Outline.Of(compiled).Single(s => s.Title == "Chuyến trên ba ngày?");
        var sooner = DefinitionEditor.SetAutomatic(draft.Definition, condition.Path,
            AutomaticSettings.Of(compiled.Find(condition.Id)!) with
            {
                Script = new Condition(false, [new ConditionTerm("Days", ">", "0")])
                .Write(ConditionField.Of(compiled))
            });
        draft = (await portal.Services.GetRequiredService<ProcessDesign>()
            .SaveAsync(portal.Person(Designer), draft.Row.Id, sooner, draft.Stamp)).Value;
        Assert.Equal(
            ["Trưởng ban xem chuyến dài ngày"], Assert.Single((await replays.RunAsync(portal.Person(Designer), draft.Row.Id)).Value).Added);

        // Without the step that was answered it stops there and says so.
        draft = (await portal.Services.GetRequiredService<ProcessDesign>()
            .SaveAsync(portal.Person(Designer), draft.Row.Id, DefinitionEditor.Remove(sooner, "notes"), draft.Stamp)).Value;
        var stopped = Assert.Single((await replays.RunAsync(portal.Person(Designer), draft.Row.Id)).Value).Stopped;
        Assert.Equal(("Ghi chép trong chuyến", "Replay.NotOpen"), (stopped!.Value.Step, stopped.Value.Why.Code));
        Assert.Equal(before.Split(' ')[0], (await RowsAsync(portal)).Split(' ')[0]);
    }

    [Fact]
    public async Task A_finished_area_of_a_cycle_is_done_again_alone_and_hears_what_the_cycle_said()
    {
        await using var portal = await TestPortal.CreateAsync();
        var cycle = await portal.CycleAsync("A017", "A018");
        var id = await portal.AreaCaseAsync(cycle);
        await portal.PassedOnAsync(id);
        await portal.PassedOnAsync(await portal.AreaCaseAsync(cycle, "A018"), Reviews.Nothing());
        await portal.MustAsync(cycle, "dossier", Reviews.Coordinator, "LookAgain",
            new Portal.Domain.Reviews.ReviewAgainInput
            {
                Secrecy = SecrecyGate.No,
                AreaId = "A017",
                Reason = "Mức xếp loại chưa tương xứng"
            });
        await portal.MustAsync(id, "leader", Trips.Leader, "AgreeToDossier", Reviews.Decision());
        await portal.DossierAsync(cycle);
        await portal.MustAsync(id, "collective", Reviews.Head, "Pass", Reviews.Collective());
        await portal.MustAsync(await portal.AreaCaseAsync(cycle, "A018"), "collective", Reviews.Head, "Pass", Reviews.Collective());
        await portal.MustAsync(cycle, "send", Reviews.Coordinator, "Sent",
            new Portal.Domain.Reviews.SubmissionSentInput { Secrecy = SecrecyGate.No, SentOn = VietnamTime.DayOf(portal.Now) });
        await portal.AdvisedAsync(id);
        await portal.MustAsync(id, "conclude", Reviews.Head, "Conclude", Reviews.Conclusion());
        await portal.MustAsync(id, "finalRating", Reviews.Coordinator, "Recorded", Reviews.FinalRating());

        var replays = portal.Services.GetRequiredService<Replays>();
        var before = await RowsAsync(portal);
        var own = Assert.Single((await replays.RunAsync(portal.Person(Designer), "review-suggestion-area-v1")).Value);
        Assert.True(own.IsSame, own.ToString());

        var design = portal.Services.GetRequiredService<ProcessDesign>();
        var view = (await design.OpenAsync(
            portal.Person(Designer), (await design.DraftAsync(portal.Person(Designer), "review-suggestion-area")).Value)).Value;
        var (longer, second) = DefinitionEditor.Insert(view.Definition, "awaitSent", "Done", Pattern.Step, "Văn thư xác nhận đã trình");
        longer = DefinitionEditor.SetStep(longer, second, Settings(longer, second) with { Who = ["role:Clerk"] });
        view = (await design.SaveAsync(portal.Person(Designer), view.Row.Id, longer, view.Stamp)).Value;
        Assert.Equal(
            ["Văn thư xác nhận đã trình"], Assert.Single((await replays.RunAsync(portal.Person(Designer), view.Row.Id)).Value).Added);

        view = (await design.SaveAsync(portal.Person(Designer), view.Row.Id, DefinitionEditor.Remove(longer, "conference"), view.Stamp))
            .Value;
        Assert.Equal(
            "Replay.NotOpen", Assert.Single((await replays.RunAsync(portal.Person(Designer), view.Row.Id)).Value).Stopped!.Value.Why.Code);
        Assert.Equal(before.Split(' ')[0], (await RowsAsync(portal)).Split(' ')[0]);
    }

    private static IReadOnlyDictionary<string, string> Nothing { get; } = new Dictionary<string, string>();

    internal static async Task PublishAsync(TestPortal portal, DesignView draft)
    {
        var done = await portal.Services.GetRequiredService<ProcessDesign>()
            .PublishAsync(portal.Person(Second), draft.Row.Id, draft.Stamp, "Chuyến dài ngày do Trưởng ban xem");
        Assert.True(done.IsSuccess && done.Value, done.Refusal?.ToString());
    }

    private static Task<string> StateAsync(TestPortal portal, Guid id) =>
        portal.ReadAsync(db => db.Instances.Where(i => i.CaseId == id).Select(i => i.StateJson).SingleAsync());

    private static Task<string> VersionAsync(TestPortal portal, Guid id) =>
        portal.ReadAsync(db => db.Instances.Where(i => i.CaseId == id).Select(i => i.DefinitionVersionId).SingleAsync());

    [Fact]
    public async Task A_process_that_another_dispatches_is_tried_through_that_one_with_the_draft_in_its_place()
    {
        await using var portal = await TestPortal.CreateAsync();
        var design = portal.Services.GetRequiredService<ProcessDesign>();
        var view = (await design.OpenAsync(
            portal.Person(Designer), (await design.DraftAsync(portal.Person(Designer), "review-suggestion-area")).Value)).Value;
        var inputs = Outline.Of(new CompiledDefinition(view.Definition)).Single(s => s.Id == "inputs");
        view = (await design.SaveAsync(portal.Person(Designer), view.Row.Id,
            DefinitionEditor.SetStep(view.Definition, inputs.Path, inputs.Settings! with { Title = "Góp ý của thành viên (bản nháp)" }),
            view.Stamp)).Value;
        var start = (await portal.Services.GetRequiredService<DryRuns>().OpenAsync(portal.Person(Designer), view.Row.Id, portal.Now)).Value;
        var run = start.Run;
        await MustAsync(run.StartAsync(
            start.ProcessKey, Reviews.Coordinator, new Submission("Submit", FormInput.ToJson(Reviews.Cycle("A017", "A018")))));
        await MustAsync(run.AnswerAsync(
            run.Open.Single(t => t.StepId == "approve"), Reviews.Head, new Submission("OpenCycle", FormInput.ToJson(Trips.Opinion()))));
        Assert.Equal(3, run.Cases.Count);
        var opened = run.Open.Where(t => t.StepId == "inputs").ToList();
        Assert.Equal(["Góp ý của thành viên (bản nháp)", "Góp ý của thành viên (bản nháp)"], opened.Select(t => t.Title));
        foreach (var person in opened[0].Assignees.Select(a => a.PersonId).ToList())
        {
            await MustAsync(run.AnswerAsync(opened[0], person, new Submission("NoOpinion", FormInput.ToJson(Reviews.NoInput()))));
        }

        Assert.Contains(run.Open, t => t.StepId == "propose" && t.CaseId == opened[0].CaseId);

        // A refusal in the middle leaves everything as it was, the children too.
        var before = run.Open.Select(t => (t.CaseNumber, t.StepId)).ToHashSet();
        Assert.False((await run.AnswerAsync(run.Open.Single(t => t.StepId == "dossier"), Reviews.Coordinator,
            new Submission(
                "SubmitDossier", FormInput.ToJson(new Portal.Domain.Reviews.DossierInput { Secrecy = SecrecyGate.No })))).IsSuccess);
        Assert.Equal(before, run.Open.Select(t => (t.CaseNumber, t.StepId)).ToHashSet());
        Assert.Equal(0, await portal.ReadAsync(db => db.Cases.CountAsync()));
    }

    internal static Submission Sent(JsonObject form, string action = "Submit") =>
        new(action, form, new JsonObject { ["PhuongTien"] = "Xe cơ quan" });

    /// <summary>The change of the story, as a draft.</summary>
    internal static async Task<(DesignView Draft, string Approver)> ChangeAsync(TestPortal portal)
    {
        var design = portal.Services.GetRequiredService<ProcessDesign>();
        var actor = portal.Person(Designer);
        var view = (await design.OpenAsync(actor, (await design.DraftAsync(actor, "field-trip")).Value)).Value;
        var definition = view.Definition;
        var notice = Settings(definition, "notice");
        definition = DefinitionEditor.SetStep(definition, "notice",
            notice with
            {
                Fields = [.. notice.Fields,
                new ExtraField { Name = "PhuongTien", Label = "Phương tiện đi lại", Kind = "choice", Required = true,
                    Options = ["Xe cơ quan", "Xe cá nhân"] }]
            });
        definition = DefinitionEditor.SetStep(
            definition, "review", Settings(definition, "review") with { Due = new DueRule { WorkingDays = "3", NotAfter = "DepartsAt" } });
        (definition, var condition) = DefinitionEditor.Insert(definition, "cleared", "Done", Pattern.Decision, "Chuyến trên ba ngày?");
        var settings = AutomaticSettings.Of(new CompiledDefinition(definition).All.First(a => a.Path == condition));
        definition = DefinitionEditor.SetAutomatic(definition, condition,
            settings with
            {
                Script = new Condition(false, [new ConditionTerm("Days", ">", "3")])
                .Write(ConditionField.Of(new CompiledDefinition(definition)))
            });
        (definition, var approver) = DefinitionEditor.Insert(definition, condition, "True", Pattern.Step, "Trưởng ban xem chuyến dài ngày");
        definition = DefinitionEditor.SetStep(definition, approver, Settings(definition, approver) with { Who = ["head"] });
        var saved = (await design.SaveAsync(actor, view.Row.Id, definition, view.Stamp)).Value;
        Assert.DoesNotContain(saved.Problems, p => p.Severity == ProblemSeverity.Error);
        return (saved, approver);
    }

    private static async Task<DryRun> ToDepartureAsync(TestPortal portal, DesignView draft, JsonObject notice)
    {
        var run = (await portal.Services.GetRequiredService<DryRuns>().OpenAsync(portal.Person(Designer), draft.Row.Id, portal.Now))
            .Value.Run;
        await MustAsync(run.StartAsync("field-trip", Trips.Member, Sent(notice)));
        await MustAsync(run.AnswerAsync(
            run.Open.Single(t => t.StepId == "review"), Trips.Leader, new Submission("Acknowledge", FormInput.ToJson(Trips.Opinion()))));
        await MustAsync(run.AnswerAsync(run.Open.Single(t => t.StepId == "contact"), Trips.Lead,
            new Submission("Contacted", FormInput.ToJson(Trips.Contact(VietnamTime.ToLocal(portal.Now).AddMinutes(-1))))));
        return run;
    }

    private static async Task MustAsync(Task<Result> act) =>
        Assert.True((await act).IsSuccess, (await act).Refusal?.ToString() + string.Join(';', (await act).Refusal?.Fields ?? []));

    private static StepSettings Settings(WorkflowDefinition definition, string path) =>
        Outline.Of(new CompiledDefinition(definition)).Single(s => s.Path == path).Settings!;

    private static Task<string> RowsAsync(TestPortal portal) => portal.ReadAsync(db => Task.FromResult(
        $"{db.Cases.Count()} {db.UserTasks.Count()} {db.Notifications.Count()} "
        + $"{db.AuditEntries.Count()} {db.Instances.Count()} {db.Submissions.Count()}"));
}
