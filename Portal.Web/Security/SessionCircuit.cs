using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Portal.Web.Security;

/// <summary>An open page hears of what happens to the accounts and sessions, as long as it is open.</summary>
public sealed class SessionCircuit(AuthenticationStateProvider session, SessionChanges changes) : CircuitHandler
{
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        changes.Changed += OnChanged;
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        changes.Changed -= OnChanged;
        return Task.CompletedTask;
    }

    private void OnChanged(string personId)
    {
        if (session is CircuitRevalidation mine)
        {
            _ = mine.LookAgainAsync(personId);
        }
    }
}
