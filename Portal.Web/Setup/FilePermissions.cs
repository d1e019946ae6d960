using System.Runtime.InteropServices;

namespace Portal.Web.Setup;

/// <summary>
/// Database, attachments, keys and backups are for the account that the portal runs under, and for nobody else on the machine (700 and
/// 600), whatever the account's own mask is. On Windows the folder's rights say so, which are set where it is installed.
/// </summary>
public static class FilePermissions
{
    private const UnixFileMode Folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const uint NobodyElse = 0b000_111_111;

    /// <summary>From now on, what this program makes is its own alone.</summary>
    public static void KeepToOneself()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = SetMask(NobodyElse);
        }
    }

    /// <summary>Closes a folder that an earlier program left open to others, with all that lies in it.</summary>
    public static void Close(string folder)
    {
        if (OperatingSystem.IsWindows() || !Directory.Exists(folder) || System.IO.File.GetUnixFileMode(folder) == Folder)
        {
            return;
        }

        // The folder last: where this is broken off, the next start does it again.
        foreach (var inner in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories))
        {
            System.IO.File.SetUnixFileMode(inner, Folder);
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            System.IO.File.SetUnixFileMode(file, File);
        }

        System.IO.File.SetUnixFileMode(folder, Folder);
    }

    // The base library has no way to say it.
#pragma warning disable SYSLIB1054
    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint SetMask(uint mask);
#pragma warning restore SYSLIB1054
}
