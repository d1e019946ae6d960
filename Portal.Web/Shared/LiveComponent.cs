using Microsoft.AspNetCore.Components;

namespace Portal.Web.Shared;

/// <summary>
/// A component that does things nobody waits for: after a pause, or because another part told it. What goes wrong in them is said as
/// what goes wrong at a press is; it does not vanish.
/// </summary>
public abstract class LiveComponent : ComponentBase
{
    /// <summary>Begins it on the circuit's turn and goes on; may be called from any thread.</summary>
    protected void Begin(Func<Task> act) => _ = InvokeAsync(async () =>
    {
        try
        {
            await act();
        }
        catch (Exception problem)
        {
            await DispatchExceptionAsync(problem);
        }
    });
}
