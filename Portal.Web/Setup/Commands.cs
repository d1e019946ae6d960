using System.Globalization;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Portal.Domain.Common;
using Portal.Web.Operations;
using Portal.Web.Operations.Administration;
using Portal.Web.Operations.Audit;
using Portal.Web.Persistence;
using Portal.Web.Persistence.Sqlite;
using Portal.Web.Persistence.Sealing;
using Portal.Web.Texts;

namespace Portal.Web.Setup;

/// <summary>
/// What the program does from the command line instead of serving: <c>verify &lt;folder&gt;</c>, <c>restore &lt;folder&gt;</c>,
/// <c>reseal</c>.
/// </summary>
public static class Commands
{
    private const string Reseal = "reseal";

    /// <summary>True when the arguments begin with a command and its folder; they are no settings then.</summary>
    public static bool Is(string[] arguments) =>
        arguments is [Reseal, ..]
            || (arguments is ["verify" or "restore", { } folder, ..] && !folder.StartsWith("--", StringComparison.Ordinal));

    /// <summary>The arguments that are settings.</summary>
    public static string[] Settings(string[] arguments)
    {
        if (!Is(arguments))
        {
            return arguments;
        }

        if (arguments[0] == Reseal)
        {
            return arguments[1..];
        }

        return arguments[2..];
    }

    /// <returns>The exit code: 0, or 1 when the backup was refused.</returns>
    public static async Task<int> RunAsync(string[] arguments, IServiceProvider services)
    {
        if (arguments[0] == Reseal)
        {
            return await ResealAsync(services);
        }

        var (command, folder) = (arguments[0], arguments[1]);
        var (texts, now) = (services.GetRequiredService<Localizer>(), services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        folder = Path.GetFullPath(folder);
        var backups = services.GetRequiredService<Backups>();
        var read = await backups.VerifyAsync(folder);
        if (!read.IsSuccess)
        {
            await Console.Error.WriteLineAsync(texts.Of(read.Refusal));
            return 1;
        }

        Console.WriteLine(texts["Backup.Verified", folder, read.Value.At, read.Value.Files.Count, read.Value.AuditEntries]);
        if (command == "verify")
        {
            return 0;
        }

        var data = services.GetRequiredService<IOptions<DataOptions>>().Value;
        using var held = DataLock.Acquire(services, isRestored: true);
        var restored = await backups.RestoreAsync(folder, now);
        if (!restored.IsSuccess)
        {
            await Console.Error.WriteLineAsync(texts.Of(restored.Refusal));
            return 1;
        }

        // Brought to this program's schema, and written into the trail that was restored.
        await Startup.PrepareAsync(services, isRestored: true);
        await services.GetRequiredService<PortalOperations>().RunAsync(Domain.Organisation.Actor.System, o =>
        {
            o.Audit("Backup.Restored", Path.GetFileName(folder), read.Value.At.ToString("O", CultureInfo.InvariantCulture));
            return Task.FromResult(Result.Ok);
        });
        await services.GetRequiredService<TrailAnchors>().AddAsync(now, isRestored: true);
        Console.WriteLine(texts["Backup.RestoredTo", data.Folder, restored.Value]);
        return 0;
    }

    // A key is to be given up: a new one is made, and all content is brought under it. The old one may go when no backup needs it.
    private static async Task<int> ResealAsync(IServiceProvider services)
    {
        using var held = DataLock.Acquire(services);
        var texts = services.GetRequiredService<Localizer>();
#pragma warning disable RS0030 // Data Protection itself goes by the machine's clock: a key of another day would not be used.
        var now = TimeProvider.System.GetUtcNow();
#pragma warning restore RS0030

        // Before any key is used: a ring of keys that is loaded already would learn of the new one only in its own time.
        services.GetRequiredService<IKeyManager>()
            .CreateNewKey(now, now + services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.NewKeyLifetime);
        await Startup.PrepareAsync(services);
        int count;
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            var cipher = services.GetRequiredService<ContentCipher>();
            count = await ContentSealing.RunAsync(db, cipher, again: true);
            (await db.Settings.FindAsync(Startup.KeysKnown))!.Value = cipher.Seal("1");
            await services.GetRequiredService<TrailKeys>().ResealAsync(db);
            await db.SaveChangesAsync();
        }

        await services.GetRequiredService<PortalOperations>().RunAsync(Domain.Organisation.Actor.System, o =>
        {
            o.Audit("Setting.Resealed", "", count.ToString(CultureInfo.InvariantCulture));
            return Task.FromResult(Result.Ok);
        });
        Console.WriteLine(texts["Content.Resealed", count]);
        return 0;
    }
}
