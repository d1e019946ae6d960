using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Authoring;
using Portal.Workflows.Authoring;

namespace Portal.Tests.Scenarios;

/// <summary>A draft remembers its changes on the server: taken back and done again by whoever works on it, another day too.</summary>
public class DraftUndoTests
{
    private const string Designer = "S06";
    private const string Second = "S02";

    [Fact]
    public async Task Changes_are_taken_back_and_done_again_one_by_one_by_any_designer_and_nobody_else()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (design, me, other) = (portal.Services.GetRequiredService<ProcessDesign>(), portal.Person(Designer), portal.Person(Second));
        var view = await OpenAsync(portal, design);
        Assert.False(view.MayUndo || view.MayRedo);
        Assert.Equal("Design.NothingToUndo", (await design.UndoAsync(me, view.Row.Id, view.Stamp)).Refusal!.Code);
        var texts = new List<string> { view.Text };
        for (var change = 1; change <= 3; change++)
        {
            view = await MoveAsync(portal, design, view, change);
            texts.Add(view.Text);
        }

        // Three back, by another; three forward again.
        for (var left = 2; left >= 0; left--)
        {
            view = (await design.UndoAsync(other, view.Row.Id, view.Stamp)).Value;
            Assert.Equal((texts[left], left > 0, true), (view.Text, view.MayUndo, view.MayRedo));
        }

        Assert.Equal(Second, view.Row.ChangedById);
        for (var number = 1; number <= 3; number++)
        {
            view = (await design.RedoAsync(me, view.Row.Id, view.Stamp)).Value;
            Assert.Equal((texts[number], number < 3), (view.Text, view.MayRedo));
        }

        // A change after one was taken back ends what could have been done again.
        view = (await design.UndoAsync(me, view.Row.Id, view.Stamp)).Value;
        view = (await design.UndoAsync(me, view.Row.Id, view.Stamp)).Value;
        view = await MoveAsync(portal, design, view, 9);
        Assert.False(view.MayRedo);
        Assert.Equal("Design.NothingToUndo", (await design.RedoAsync(me, view.Row.Id, view.Stamp)).Refusal!.Code);
        Assert.Equal(texts[1], (await design.UndoAsync(me, view.Row.Id, view.Stamp)).Value.Text);

        // Who sees an older count is told; who only reads takes nothing back.
        Assert.Equal("Design.ChangedBy", (await design.UndoAsync(me, view.Row.Id, view.Stamp)).Refusal!.Code);
        Assert.Equal("Common.Forbidden", (await design.UndoAsync(portal.Person(Trips.Head), view.Row.Id, view.Stamp + 1)).Refusal!.Code);
    }

    [Fact]
    public async Task So_many_are_remembered_and_none_of_a_draft_that_was_thrown_away()
    {
        await using var portal = await TestPortal.CreateAsync();
        var design = portal.Services.GetRequiredService<ProcessDesign>();
        var view = await OpenAsync(portal, design);
        for (var change = 1; change <= 120; change++)
        {
            view = await MoveAsync(portal, design, view, change);
        }

        var kept = await portal.ReadAsync(db => db.DraftRevisions.CountAsync(r => r.VersionId == view.Row.Id));
        Assert.InRange(kept, 11, 101);
        var taken = 0;
        while (view.MayUndo)
        {
            view = (await design.UndoAsync(portal.Person(Designer), view.Row.Id, view.Stamp)).Value;
            taken++;
        }

        Assert.Equal(kept - 1, taken);
        Assert.True((await design.DiscardAsync(portal.Person(Designer), view.Row.Id)).IsSuccess);
        Assert.Equal(0, await portal.ReadAsync(db => db.DraftRevisions.CountAsync()));
    }

    [Fact]
    public async Task What_was_published_is_not_taken_back_step_by_step()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (design, me, other) = (portal.Services.GetRequiredService<ProcessDesign>(), portal.Person(Designer), portal.Person(Second));
        var view = await MoveAsync(portal, design, await OpenAsync(portal, design), 1);
        Assert.False((await design.PublishAsync(me, view.Row.Id, view.Stamp, "Đặt lại các bước")).Value);
        view = (await design.OpenAsync(other, view.Row.Id)).Value;
        Assert.True((await design.PublishAsync(other, view.Row.Id, view.Stamp, "Đồng ý với cách đặt")).Value);
        Assert.Equal(0, await portal.ReadAsync(db => db.DraftRevisions.CountAsync()));
        view = (await design.OpenAsync(other, view.Row.Id)).Value;
        Assert.False(view.MayUndo || view.MayRedo);
        Assert.Equal("Design.NotDraft", (await design.UndoAsync(me, view.Row.Id, view.Stamp)).Refusal!.Code);
    }

    private static async Task<DesignView> OpenAsync(TestPortal portal, ProcessDesign design)
    {
        var draft = await design.DraftAsync(portal.Person(Designer), "leader-task");
        return (await design.OpenAsync(portal.Person(Designer), draft.Value)).Value;
    }

    private static async Task<DesignView> MoveAsync(TestPortal portal, ProcessDesign design, DesignView view, int by)
    {
        var saved = await design.SaveAsync(
            portal.Person(Designer), view.Row.Id, DefinitionEditor.Move(view.Definition, ["work"], by, 0), view.Stamp);
        Assert.True(saved.IsSuccess, saved.Refusal?.Code);
        return saved.Value;
    }
}
