using System.Globalization;
using Portal.Tests.TestKit;

namespace Portal.Tests.Faults;

/// <summary>The data folder of the running program: whose it is, and when the program will not start on it.</summary>
public sealed class DataFolderTests
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    [Fact]
    public async Task What_lies_in_it_is_the_portals_alone_and_no_second_program_gets_in_nor_a_start_without_the_database()
    {
        // A name that would end a connection string; left open to others, as by an earlier program.
        var folder = Path.Combine(Directory.CreateTempSubdirectory("portal-run-").FullName, "dữ liệu; Mode=Memory");
        Directory.CreateDirectory(Path.Combine(folder, "attachments"));
        await File.WriteAllTextAsync(Path.Combine(folder, "attachments", "cũ"), "");
        Open(folder);
        var portal = await PortalProcess.OnAsync(folder, "--Demo:Enabled=false");
        try
        {
            await portal.PrintedAsync("/thiet-lap");
            Assert.True(File.Exists(Path.Combine(folder, "portal.db")));
            Assert.Empty(Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Append(folder).Where(IsOpen));

            // The lock that lies beside the database is gone: the database itself is held.
            File.Delete(Path.Combine(folder, "portal.lock"));
            await RefusesAsync(folder, "Một cổng khác đang chạy");
            Assert.Equal(0, await portal.StopAsync());

            File.Move(Path.Combine(folder, "portal.db"), Path.Combine(folder, "portal.cu"));
            await RefusesAsync(folder, "Không thấy tệp cơ sở dữ liệu");
            Assert.False(File.Exists(Path.Combine(folder, "portal.db")));
        }
        finally
        {
            await portal.DisposeAsync();
        }
    }

    private static async Task RefusesAsync(string folder, string why)
    {
        var port = Random.Shared.Next(20_000, 60_000).ToString(CultureInfo.InvariantCulture);
        var (code, output) = await PortalProcess.RunToEndAsync($"--Data:Path={folder}", $"--Urls=http://127.0.0.1:{port}");
        Assert.Equal(2, code);
        Assert.Contains(why, output, StringComparison.Ordinal);
    }

    private static void Open(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | Others);
        }
    }

    private static bool IsOpen(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None;
}
