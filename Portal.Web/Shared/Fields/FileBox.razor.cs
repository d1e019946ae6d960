using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using MudBlazor;

namespace Portal.Web.Shared.Fields;

/// <summary>
/// Files: chosen or dropped, sent one after the other with their progress, each to be stopped; of each that is not taken it says why.
/// </summary>
public sealed partial class FileBox : IDisposable
{
    // What a browser hands over at once; who has more than fit is told so for each.
    private const int MostOfBrowser = 500;

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(150);

    private readonly Dictionary<string, object?> _attributes = [];
    private readonly List<FileUpload> _uploads = [];
    private MudFileUpload<IReadOnlyList<IBrowserFile>>? _picker;
    private bool _isDragging;
    private bool _isSending;
    private long _drawnAt;

    /// <summary>Endings that the browser offers, as in <c>accept</c>.</summary>
    [Parameter]
    public string Accept { get; set; } = "";

    /// <summary>Megabytes that a file may have.</summary>
    [Parameter]
    public int MaxMegabytes { get; set; }

    /// <summary>How many more may be given.</summary>
    [Parameter]
    public int Room { get; set; }

    /// <summary>Takes a file in; answers why not, or null.</summary>
    [Parameter, EditorRequired]
    public required Func<string, Stream, CancellationToken, Task<string?>> Take { get; set; }

    /// <summary>Told when the first file begins to come, and when none comes any more.</summary>
    [Parameter]
    public EventCallback<bool> SendingChanged { get; set; }

    /// <summary>Ids of hint and error.</summary>
    [Parameter]
    public string? DescribedBy { get; set; }

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private long Limit => MaxMegabytes * 1024L * 1024;

    protected override void OnParametersSet() => _attributes["aria-describedby"] = DescribedBy;

    public void Dispose()
    {
        foreach (var upload in _uploads)
        {
            upload.Cancel();
            upload.Dispose();
        }
    }

    private Task OpenAsync() => _picker!.OpenFilePickerAsync();

    private async Task TakeAsync(InputFileChangeEventArgs e)
    {
        var room = Room - _uploads.Count(u => u.Problem is null);
        foreach (var file in e.GetMultipleFiles(MostOfBrowser))
        {
            var upload = new FileUpload(file);
            if (file.Size > Limit)
            {
                upload.Problem = L["File.TooLarge", MaxMegabytes];
            }
            else if (room-- <= 0)
            {
                upload.Problem = L["File.NoRoom", Room];
            }

            _uploads.Add(upload);
        }

        if (!_isSending)
        {
            await SendAllAsync();
        }
    }

    private async Task SendAllAsync()
    {
        _isSending = true;
        await SendingChanged.InvokeAsync(true);
        try
        {
            while (_uploads.Find(u => u is { Problem: null, HasBegun: false }) is { } next)
            {
                await SendAsync(next);
            }
        }
        finally
        {
            _isSending = false;
            await SendingChanged.InvokeAsync(false);
        }
    }

    private async Task SendAsync(FileUpload upload)
    {
        upload.HasBegun = true;
        StateHasChanged();
        try
        {
            await using var stream = new CountedStream(upload.File.OpenReadStream(Limit, upload.Cut), read => Arrived(upload, read));
            upload.Problem = await Take(upload.File.Name, stream, upload.Cut);
        }
        catch (OperationCanceledException) when (upload.Cut.IsCancellationRequested)
        {
            // Stopped by the person: nothing of it is kept.
        }
        catch (Exception e) when (e is IOException or Microsoft.JSInterop.JSException or TimeoutException or OperationCanceledException)
        {
            upload.Problem = L["File.Unreadable"];
        }

        if (upload.Problem is null)
        {
            Dismiss(upload);
        }

        StateHasChanged();
    }

    private void Arrived(FileUpload upload, long read)
    {
        upload.Arrived = read;
        if (Clock.GetElapsedTime(_drawnAt) < Between)
        {
            return;
        }

        _drawnAt = Clock.GetTimestamp();
        _ = InvokeAsync(StateHasChanged);
    }

    private void Dismiss(FileUpload upload)
    {
        _uploads.Remove(upload);
        upload.Dispose();
    }
}
