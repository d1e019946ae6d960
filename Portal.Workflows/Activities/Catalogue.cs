using System.Collections.Frozen;

namespace Portal.Workflows.Activities;

/// <summary>The activities this runner executes: an allow-list by stable name. What is not here is kept, shown and never run.</summary>
public static class Catalogue
{
    private static readonly FrozenDictionary<string, ActivityType> Types = new ActivityType[]
    {
        new Start(), new End(), new Complete(), new Finish(), new Break(), new Fault(),
        new FlowDecision(), new FlowSwitch(), new FlowFork(), new FlowJoin(), new FlowNode(),
        new SetVariable(), new SetOutput(), new SetName(), new Correlate(), new WriteLineActivity(),
        new Delay(), new StartAt(), new Timer(), new Cron(),
        new EventActivity(), new PublishEventActivity(), new RunTask(),
        new Flowchart(), new ParallelForEach(), new BulkDispatchWorkflows(), new DispatchWorkflow("Elsa.DispatchWorkflow"),
        new DispatchWorkflow(DispatchWorkflow.Inline), new UserTaskActivity("Portal.UserTask"), new UserTaskActivity("Elsa.UserTask"),
        new Guard(), new Act(), new NotifyActivity(),
    }.ToFrozenDictionary(t => t.Name);

    public static ActivityType? Find(string name) => Types.GetValueOrDefault(name);

    public static IEnumerable<ActivityType> All => Types.Values;
}
