using System.Globalization;
using Microsoft.Extensions.Options;
using Portal.Domain.Common;
using Portal.Web.Operations;
using Portal.Web.Operations.Administration;
using Portal.Web.Texts;

namespace Portal.Web.Setup;

/// <summary>What the program does from the command line instead of serving: <c>verify &lt;folder&gt;</c>, <c>restore &lt;folder&gt;</c>.</summary>
public static class Commands
{
    /// <summary>True when the arguments begin with a command and its folder; they are no settings then.</summary>
    public static bool Is(string[] arguments) => arguments is ["verify" or "restore", { } folder, ..] && !folder.StartsWith("--", StringComparison.Ordinal);

    /// <returns>The exit code: 0, or 1 when the backup was refused.</returns>
    public static async Task<int> RunAsync(string command, string folder, IServiceProvider services)
    {
        var (t, now) = (services.GetRequiredService<T>(), services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        folder = Path.GetFullPath(folder);
        var read = await Backups.VerifyAsync(folder);
        if (!read.IsSuccess)
        {
            await Console.Error.WriteLineAsync(t.Of(read.Refusal));
            return 1;
        }

        Console.WriteLine(t["Backup.Verified", folder, read.Value.At, read.Value.Files.Count, read.Value.AuditEntries]);
        if (command == "verify")
        {
            return 0;
        }

        var data = services.GetRequiredService<IOptions<DataOptions>>().Value;
        using var held = DataLock.Take(services);
        var restored = await Backups.RestoreAsync(folder, data, now);
        if (!restored.IsSuccess)
        {
            await Console.Error.WriteLineAsync(t.Of(restored.Refusal));
            return 1;
        }

        // Brought to this program's schema, and written into the trail that was restored.
        await Startup.PrepareAsync(services);
        await services.GetRequiredService<PortalOperations>().RunAsync(Domain.Organisation.Actor.System, o =>
        {
            o.Audit("Backup.Restored", Path.GetFileName(folder), read.Value.At.ToString("O", CultureInfo.InvariantCulture));
            return Task.FromResult(Result.Ok);
        });
        Console.WriteLine(t["Backup.RestoredTo", data.Folder, restored.Value]);
        return 0;
    }
}
