using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Portal.Web.Operations;

namespace Portal.Web.Monitoring;

/// <summary>
/// The end of the program in good order: before anything is closed, open pages keep what was typed and say that the portal starts anew;
/// what is being written is finished. After <see cref="ShutdownOptions.Seconds"/> it ends in any case.
/// </summary>
public sealed class ShutdownNotice(
    IOptions<ShutdownOptions> options, PortalOperations operations, TimeProvider time,
    ILogger<ShutdownNotice> log) : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource _over = new();

    private readonly ConcurrentDictionary<Page, byte> _pages = new();

    public bool IsShuttingDown { get; private set; }

    /// <summary>Everything is kept that was to be kept: lines that are still open would only hold up the end.</summary>
    public CancellationToken Over => _over.Token;

    public void Dispose() => _over.Dispose();

    /// <summary>Has something to do before the end; until the answer is disposed.</summary>
    public IDisposable Register(Func<Task> beforeTheEnd)
    {
        var page = new Page(this, beforeTheEnd);
        _pages[page] = 0;
        return page;
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        IsShuttingDown = true;
        var pages = _pages.Keys.ToList();
        try
        {
            await EndAsync(pages).WaitAsync(TimeSpan.FromSeconds(options.Value.Seconds), time, cancellationToken);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            log.LogWarning("Not all of {Count} open pages were ready for the end in {Seconds} s.", pages.Count, options.Value.Seconds);
        }

        await _over.CancelAsync();
    }

    private async Task EndAsync(IReadOnlyList<Page> pages)
    {
        await Task.WhenAll(pages.Select(p => p.EndAsync()));
        await operations.IdleAsync();
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private sealed class Page(ShutdownNotice shutdownNotice, Func<Task> beforeTheEnd) : IDisposable
    {
        // A page that fails here does not hold up the others.
        public async Task EndAsync()
        {
            try
            {
                await Task.Yield();
                await beforeTheEnd();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                shutdownNotice._pages.TryRemove(this, out _);
            }
        }

        public void Dispose() => shutdownNotice._pages.TryRemove(this, out _);
    }
}
