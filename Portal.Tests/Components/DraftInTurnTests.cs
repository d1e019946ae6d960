using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Forms;
using Portal.Web.Persistence;
using Portal.Web.Shared;
using Portal.Web.Shared.Wizard;
using Portal.Workflows.UserTasks;

namespace Portal.Tests.Components;

/// <summary>What a screen is still storing or loading when the next thing is asked of it.</summary>
public sealed class DraftInTurnTests : ScreenTests
{
    /// <summary>
    /// Whoever sends while the draft is being stored is not told that somebody else has changed it, and no draft is left behind by what
    /// comes after it was sent.
    /// </summary>
    [Fact]
    public async Task What_is_sent_while_its_draft_is_being_stored_is_sent_once_it_is_stored()
    {
        var (actor, subject) = (Portal.Person(Trips.Member), CaseActs.StartSubject("field-trip"));
        var form = FormInput.ToJson(Trips.Notice());
        var keptBefore = false;
        var context = await Portal.Operations.ContextAsync(actor);
        var wizard = Render<FormWizard>(p => p
            .Add(w => w.Schema, TripForms.All.Single(f => f.Key == "trip-notice")).Add(w => w.Subject, subject).Add(w => w.Known, form)
            .Add(w => w.Choices, FormChoices.Of(context, null, wholeCommittee: false, areasAreFixed: false))
            .Add(w => w.Names, FormNames.Of(context, []))
            .Add(w => w.Actions, [new TaskAction { Key = "Submit", Label = "Gửi báo việc" }])
            .Add(w => w.Send, async (_, _, _) =>
            {
                keptBefore = await Portal.Acts.FindDraftAsync(actor, subject) is not null;
                return null;
            }));

        Task turning, sending;
        using (await Portal.Services.GetRequiredService<CommitGate>().EnterAsync(default))
        {
            // Turning the page stores the draft; it waits for its turn to be committed.
            turning = wizard.Find("[data-testid=next]").ClickAsync(new());
            sending = wizard.Find("[data-testid=action-Submit]").ClickAsync(new());
            Assert.False(sending.IsCompleted);
        }

        await Task.WhenAll(turning, sending);
        Assert.True(keptBefore);
        Assert.Empty(wizard.FindAll("[data-testid=elsewhere]"));
    }

    [Fact]
    public async Task Turns_are_taken_in_the_order_they_were_asked_for_and_a_failure_ends_only_its_own()
    {
        var turns = new Turns();
        var (first, shown) = (new TaskCompletionSource<string>(), new List<string>());
        var slow = turns.RunAsync(async () => shown.Add(await first.Task));
        var failing = turns.RunAsync(() => Task.FromException(new InvalidOperationException("broken")));
        var last = turns.RunAsync(() =>
        {
            shown.Add("asked for last");
            return Task.CompletedTask;
        });
        Assert.False(last.IsCompleted);
        first.SetResult("asked for first");
        await slow;
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        await last;
        Assert.Equal(["asked for first", "asked for last"], shown);
    }
}
