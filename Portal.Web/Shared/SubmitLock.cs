namespace Portal.Web.Shared;

/// <summary>
/// A button that is pressed twice does it once: the second press is on its way before the page can show that the first is being done,
/// or that it has been.
/// </summary>
public sealed class SubmitLock
{
    private bool _isOver;

    /// <summary>Something is being done.</summary>
    public bool IsBusy { get; private set; }

    public Task RunOnceAsync(Func<Task> act) => RunOnceAsync(async () =>
    {
        await act();
        return false;
    });

    /// <param name="act">Answers whether that was the last there is to press here: the page shows something else now.</param>
    public async Task RunOnceAsync(Func<Task<bool>> act)
    {
        if (IsBusy || _isOver)
        {
            return;
        }

        IsBusy = true;
        try
        {
            _isOver = await act();
        }
        finally
        {
            IsBusy = false;
        }
    }
}
