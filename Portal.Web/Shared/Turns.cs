namespace Portal.Web.Shared;

/// <summary>
/// One after the other, in the order they were asked for: what a part of a screen loads or keeps while it is still at it. Else what was
/// asked for first and comes last stands on the screen. For one circuit, whose acts never run at the same time.
/// </summary>
public sealed class Turns
{
    private Task _last = Task.CompletedTask;

    public async Task RunAsync(Func<Task> act) => await RunAsync(async () =>
    {
        await act();
        return true;
    });

    public async Task<T> RunAsync<T>(Func<Task<T>> act)
    {
        var (before, mine) = (_last, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _last = mine.Task;
        await before;
        try
        {
            return await act();
        }
        finally
        {
            mine.SetResult();
        }
    }
}
