using Microsoft.Extensions.Options;

namespace Portal.Web.Setup;

/// <summary>
/// One program works on a data folder at a time: two would each queue their own commits and count their own numbers. The operating
/// system lets go of the locks when the program ends, however it ends.
/// </summary>
public sealed class DataLock : IDisposable
{
    // What the systems say when another program holds a lock: EAGAIN of Linux, EWOULDBLOCK of macOS, ERROR_SHARING_VIOLATION.
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _folder;
    private FileStream? _database;

    private DataLock(FileStream folder) => _folder = folder;

    /// <param name="isRestored">The database is put back from a backup: it need not be there.</param>
    /// <exception cref="StartRefusedException">Another program holds the folder, it cannot be written, or its database is gone.</exception>
    public static DataLock Acquire(IServiceProvider services, bool isRestored = false)
    {
        var data = services.GetRequiredService<IOptions<DataOptions>>().Value;
        var backups = services.GetRequiredService<IOptions<BackupOptions>>().Value;
        try
        {
            Directory.CreateDirectory(data.Folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(StartTexts.Of("Start.FolderNotMade", data.Folder, e.Message));
        }

        var held = new DataLock(Lock(data, Path.Combine(data.Folder, "portal.lock"), FileMode.OpenOrCreate));
        try
        {
            foreach (var folder in new[] { data.Folder, data.KeyFolder, backups.Path }.Where(f => f.Length > 0))
            {
                Close(folder);
            }

            if (!isRestored && !File.Exists(data.DatabaseFile) && HasKeys(data))
            {
                throw new StartRefusedException(StartTexts.Of("Start.DatabaseGone", data.DatabaseFile, data.KeyFolder));
            }

            held.HoldDatabase(data);
            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Holds the database itself, too: a lock that stands beside it can be removed. Once it is there; before the first start it is not.
    /// On Windows such a lock would keep SQLite itself out, and a file that a program holds cannot be removed there.
    /// </summary>
    public void HoldDatabase(DataOptions data)
    {
        if (_database is null && !OperatingSystem.IsWindows() && File.Exists(data.DatabaseFile))
        {
            _database = Lock(data, data.DatabaseFile, FileMode.Open);
        }
    }

    public void Dispose()
    {
        _database?.Dispose();
        _folder.Dispose();
    }

    // A disk of another system may know no such rights: whoever starts the program is told, and closes it there.
    private static void Close(string folder)
    {
        try
        {
            FilePermissions.Close(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(StartTexts.Of("Start.FolderOpen", folder, e.Message));
        }
    }

    // Where there are keys there was a database: a start without it would hide its loss behind a new and empty one.
    private static bool HasKeys(DataOptions data) =>
        Directory.Exists(data.KeyFolder) && Directory.EnumerateFiles(data.KeyFolder, "key-*.xml").Any();

    private static FileStream Lock(DataOptions data, string path, FileMode mode)
    {
        try
        {
            return new FileStream(path, mode, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (Held.Contains(e.HResult))
        {
            throw new StartRefusedException(StartTexts.Of("Start.FolderInUse", data.Folder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(StartTexts.Of("Start.FolderNotWritable", data.Folder, e.Message));
        }
    }
}
