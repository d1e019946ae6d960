using Portal.Tests.TestKit;
using Portal.Workflows.Engine;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Effects;

namespace Portal.Tests.Workflows;

/// <summary>Each effect has its handler; one that nobody handles is a fault, never passed over.</summary>
public class EffectHandlerTests
{
    [Fact]
    public void Every_effect_has_one_handler_but_the_report_of_a_program_which_publishing_refuses()
    {
        var effects = typeof(Effect)
            .Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(Effect)))
            .Except([typeof(RequestTask)]);
        var handled = typeof(IEffectHandler)
            .Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(IEffectHandler)))
            .Select(t => t.BaseType!.GetGenericArguments()[0])
            .ToList();
        Assert.Equal(effects.Select(e => e.Name).Order(), handled.Select(e => e.Name).Order());
    }

    [Fact]
    public async Task An_effect_that_nobody_handles_throws()
    {
        var turn = new Turn(null!, new PollProcess(), null!, null!) { Pending = [new RequestTask(1, "Import", null)] };
        var thrown =
            await Assert.ThrowsAsync<NotSupportedException>(() => new EffectHandlers().HandleAllAsync(turn, CancellationToken.None));
        Assert.Contains(nameof(RequestTask), thrown.Message, StringComparison.Ordinal);
    }
}
