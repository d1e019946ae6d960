using Portal.Workflows.Engine;
using Portal.Workflows.Engine.Waits;

namespace Portal.Tests.Workflows;

/// <summary>What an instance waits for, as it is stored: today and by the releases before.</summary>
public class WaitStateTests
{
    [Fact]
    public void Waits_as_the_releases_before_stored_them_are_read_by_their_kind()
    {
        var state = InstanceState.Read("""
            {"v":1,"st":"Running","n":9,"va":{},"ou":{},"sc":[{"i":1,"x":"","t":[]}],"wa":[
            {"i":2,"s":1,"a":"review","k":"task","w":[["S11","Agree"]]},
            {"i":3,"s":1,"a":"clock","k":"timer","d":"2026-10-20T03:30:00.0000000Z"},
            {"i":4,"s":1,"a":"hears","k":"event","d":"DossierSubmitted"},
            {"i":5,"s":1,"a":"runs","k":"run","d":"Import"},
            {"i":6,"s":1,"a":"areas","k":"children","d":"22"}],"in":[],"dn":{},"wy":[]}
            """);
        Assert.Equal(["S11", "Agree"], Assert.IsType<TaskWait>(state.Waiting[0]).Answers![0]);
        Assert.Equal(new DateTime(2026, 10, 20, 3, 30, 0, DateTimeKind.Utc), Assert.IsType<TimerWait>(state.Waiting[1]).At);
        Assert.Equal(DateTimeKind.Utc, state.ResumesAt!.Value.Kind);
        Assert.Equal("DossierSubmitted", Assert.IsType<EventWait>(state.Waiting[2]).Name);
        Assert.Equal("Import", Assert.IsType<ReportWait>(state.Waiting[3]).TaskName);
        Assert.Equal(
            (22, "areas", 6), Assert.IsType<ChildrenWait>(state.Waiting[4]) is var wait ? (wait.Left, wait.Activity, wait.Id) : default);
    }

    [Fact]
    public void What_is_written_is_read_again_as_it_was()
    {
        var state = new InstanceState
        {
            Waiting =
            [
                new TaskWait { Id = 1, Scope = 1, Activity = "a", Answers = [["S1", "Yes"]] },
                new EventWait { Id = 2, Scope = 1, Activity = "b", Name = "E" },
                new TimerWait { Id = 3, Scope = 1, Activity = "c", At = new DateTime(2026, 12, 31, 16, 59, 59, DateTimeKind.Utc) },
                new ChildrenWait { Id = 4, Scope = 1, Activity = "d", Left = 3 },
                new ReportWait { Id = 5, Scope = 1, Activity = "e", TaskName = "T" },
            ],
        };
        Assert.Equal(state.Write(), InstanceState.Read(state.Write()).Write());

        // Every kind of wait has a name to be stored under: a new one without would fail here.
        var kinds = typeof(WaitState).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(WaitState))).ToHashSet();
        Assert.Equal(kinds, state.Waiting.Select(w => w.GetType()).ToHashSet());
    }
}
