using Microsoft.AspNetCore.Components.Forms;

namespace Portal.Web.Shared.Fields;

/// <summary>A file on its way from the browser, or one that did not arrive.</summary>
/// <param name="File">As the browser names it.</param>
public sealed record FileUpload(IBrowserFile File) : IDisposable
{
    private readonly CancellationTokenSource _cut = new();

    public CancellationToken Cut => _cut.Token;

    /// <summary>Bytes that have arrived.</summary>
    public long Arrived { get; set; }

    public bool HasBegun { get; set; }

    /// <summary>Why it was not taken; null while it comes.</summary>
    public string? Problem { get; set; }

    /// <summary>0 to 100.</summary>
    public int Percent => File.Size == 0 ? 0 : (int)(Arrived * 100 / File.Size);

    public void Cancel() => _cut.Cancel();

    public void Dispose() => _cut.Dispose();
}
