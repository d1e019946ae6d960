using Portal.Workflows.Engine;
using Portal.Workflows.Engine.Waits;

namespace Portal.Workflows.Activities;

/// <param name="For">What it waits for; the runner says which activity of which scope.</param>
/// <param name="Effect">Makes the effect that asks for it, from the number of the wait; null where nothing has to be asked.</param>
public sealed record Wait(WaitState For, Func<int, Effect>? Effect = null) : ActivityResult;
