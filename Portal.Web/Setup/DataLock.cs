using Microsoft.Extensions.Options;

namespace Portal.Web.Setup;

/// <summary>
/// One program works on a data folder at a time: two would each queue their own commits and count their own numbers. The operating
/// system lets go of the lock when the program ends, however it ends.
/// </summary>
public sealed class DataLock : IDisposable
{
    private readonly FileStream _held;

    private DataLock(FileStream held) => _held = held;

    /// <exception cref="StartRefusedException">Another program holds the folder, or it cannot be written.</exception>
    public static DataLock Acquire(IServiceProvider services)
    {
        var data = services.GetRequiredService<IOptions<DataOptions>>().Value;
        try
        {
            Directory.CreateDirectory(data.Folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(StartTexts.Of("Start.FolderNotMade", data.Folder, e.Message));
        }

        try
        {
            return new DataLock(new FileStream(
                Path.Combine(data.Folder, "portal.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StartRefusedException(StartTexts.Of("Start.FolderNotWritable", data.Folder, e.Message));
        }
        catch (IOException)
        {
            throw new StartRefusedException(StartTexts.Of("Start.FolderInUse", data.Folder));
        }
    }

    public void Dispose() => _held.Dispose();
}
