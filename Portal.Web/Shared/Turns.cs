namespace Portal.Web.Shared;

/// <summary>
/// One after the other, in the order they were asked for: what a part of a screen loads or keeps while it is still at it. Else what was
/// asked for first and comes last stands on the screen.
/// </summary>
public sealed class Turns : IDisposable
{
    private readonly SemaphoreSlim _free = new(1);

    public async Task RunAsync(Func<Task> act) => await RunAsync(async () =>
    {
        await act();
        return true;
    });

    public async Task<T> RunAsync<T>(Func<Task<T>> act)
    {
        await _free.WaitAsync();
        try
        {
            return await act();
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();
}
