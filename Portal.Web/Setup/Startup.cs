using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Domain.Cases;
using Portal.Web.Operations;
using Portal.Web.Operations.Audit;
using Portal.Web.Operations.Files;
using Portal.Web.Persistence;
using Portal.Web.Persistence.Sealing;
using Portal.Web.Persistence.Seed;
using Portal.Web.Persistence.Sqlite;
using Portal.Web.Security;

namespace Portal.Web.Setup;

/// <summary>What happens once before the portal serves: folders, migration, seed; and what it says when it does.</summary>
public static class Startup
{
    /// <summary>The database as it was before the last update, in the data folder.</summary>
    public const string BeforeUpdate = "before-update.db";

    /// <summary>Setting that holds a sealed word: who can open it has the keys of this database.</summary>
    public const string KeysKnown = "Content.KeysKnown";

    /// <param name="isRestored">The database comes from a backup that was verified just now.</param>
    public static async Task PrepareAsync(IServiceProvider services, bool isRestored = false)
    {
        var data = services.GetRequiredService<IOptions<DataOptions>>().Value;
        var demo = services.GetRequiredService<IOptions<DemoOptions>>().Value;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        Directory.CreateDirectory(data.AttachmentFolder);

        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var known = db.Database.GetMigrations().ToHashSet();
        var applied = (await db.Database.GetAppliedMigrationsAsync()).ToList();
        if (applied.Find(m => !known.Contains(m)) is { } newer)
        {
            throw new StartRefusedException(StartTexts.Of("Start.NewerDatabase", newer));
        }

        if (applied.Count > 0 && applied.Count < known.Count)
        {
            KeepBefore(data, applied[^1]);
        }

        await db.Database.MigrateAsync();
        await SqliteFile.UseLogAsync(db);
        await SealAsync(db, services.GetRequiredService<ContentCipher>(), data, isUpdate: applied.Count < known.Count);
        await KeepTrailKeyAsync(services, db, data, now, isRestored);
        await services.GetRequiredService<AttachmentFiles>().SealOldAsync(db);
        await BaseSeed.RunAsync(db, now);
        if (demo.Enabled && !await db.Staff.AnyAsync())
        {
            Console.WriteLine(StartTexts.Of("Start.DemoBegins"));
            await SeedDemoAsync(scope.ServiceProvider, db, demo, now);
        }

        services.GetRequiredService<ReferenceCache>().Invalidate();
    }

    /// <summary>What stands in the way of a start, in words for whoever starts the program; null for an error of another kind.</summary>
    public static string? WhyRefused(Exception error) => error switch
    {
        StartRefusedException refused => refused.Message,
        OptionsValidationException options => Wrong(options.Failures),
        AggregateException several when several.InnerExceptions.All(e => e is OptionsValidationException) =>
            Wrong(several.InnerExceptions.OfType<OptionsValidationException>().SelectMany(e => e.Failures)),
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
            StartTexts.Of("Start.AddressTaken", error.Message),
        _ when StorageFaults.Of(error) is { Code: "Storage.Full" } => StartTexts.Of("Start.DiskFull"),
        _ when StorageFaults.Of(error) is { } fault =>
            StartTexts.Of("Start.DatabaseUnreadable", fault.Code, error.GetBaseException().Message),
        _ => null,
    };

    private static string Wrong(IEnumerable<string> failures) =>
        StartTexts.Of("Start.WrongSettings", string.Join("\n  ", failures));

    /// <summary>A clock that was moved for a trial would falsify the records of an office: whoever starts the program is told.</summary>
    public static void SayIfClockIsMoved(IServiceProvider services)
    {
        if (services.GetRequiredService<IOptions<ClockOptions>>().Value.IsMoved)
        {
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
            Console.WriteLine(services.GetRequiredService<Texts.Localizer>()["Start.ClockMoved", now, ClockOptions.Key]);
        }
    }

    private static string Unpooled(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();

    public static async Task AnnounceAsync(WebApplication app)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        Console.WriteLine(StartTexts.Of("Start.Ready", address));
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        if (!await db.Users.AnyAsync())
        {
            var code = app.Services.GetRequiredService<FirstAdministrator>().Issue();
            Console.WriteLine(StartTexts.Of("Start.FirstAdministrator", $"{address}/thiet-lap?ma={code}"));
        }
        else if (await scope.ServiceProvider.GetRequiredService<Accounts>().DemoPasswordAsync() is { } password)
        {
            Console.WriteLine(StartTexts.Of("Start.DemoAccounts", password));
            foreach (var account in DemoAccounts.Offered())
            {
                Console.WriteLine($"  {account.Login,-12} {account.Name} – {StartTexts.Of(account.What)}");
            }
        }
    }

    // An update seals what the earlier program wrote openly; the first start leaves a word by which each later one knows its keys.
    private static async Task SealAsync(PortalDbContext db, ContentCipher cipher, DataOptions data, bool isUpdate)
    {
        var known = await db.Settings.FindAsync(KeysKnown);
        try
        {
            if (known is not null)
            {
                ContentCipher.Open(known.Value);
            }

            if (known is null || isUpdate)
            {
                await ContentSealing.RunAsync(db, cipher, again: false);
            }

            if (known is null)
            {
                db.Settings.Add(new Setting { Key = KeysKnown, Value = cipher.Seal("1") });
                await db.SaveChangesAsync();
            }
        }
        catch (CryptographicException)
        {
            throw new StartRefusedException(StartTexts.Of("Start.WrongKeys", data.KeyFolder, data.DatabaseFile));
        }
    }

    // The trail's key is made once. Where it is gone although lines of the trail lie beside the keys, somebody has taken it away.
    private static async Task KeepTrailKeyAsync(
        IServiceProvider services, PortalDbContext db, DataOptions data, DateTime now, bool isRestored)
    {
        var (keys, anchors) = (services.GetRequiredService<TrailKeys>(), services.GetRequiredService<TrailAnchors>());
        try
        {
            if (await keys.FindAsync(db) is not null)
            {
                return;
            }
        }
        catch (CryptographicException)
        {
            throw new StartRefusedException(StartTexts.Of("Start.WrongKeys", data.KeyFolder, data.DatabaseFile));
        }

        if (anchors.All().Count > 0 && !isRestored)
        {
            throw new StartRefusedException(StartTexts.Of("Start.TrailKeyGone", data.DatabaseFile));
        }

        await keys.MakeAsync(db);
        await db.SaveChangesAsync();
        await anchors.AddAsync(now, isRestored: false);
    }

    // A newer program changes the schema: as it was, the database stays beside it until the next update.
    private static void KeepBefore(DataOptions data, string migration)
    {
        var kept = Path.Combine(data.Folder, BeforeUpdate);
        File.Delete(kept);
        using (var from = new SqliteConnection(Unpooled(data.DatabaseFile)))
        using (var to = new SqliteConnection(Unpooled(kept)))
        {
            from.Open();
            to.Open();
            from.BackupDatabase(to);
        }

        Console.WriteLine(StartTexts.Of("Start.Updating", migration, kept));
    }

    private static async Task SeedDemoAsync(IServiceProvider services, PortalDbContext db, DemoOptions demo, DateTime now)
    {
        var password = demo.Password.Length > 0 ? demo.Password : MakePassword();
        DemoOrganisation.AddTo(db);
        db.Users.AddRange(DemoOrganisation.Accounts(
            services.GetRequiredService<IPasswordHasher<UserAccount>>(), password, services.GetRequiredService<ILookupNormalizer>()));
        db.Settings.Add(new Setting { Key = Accounts.DemoPasswordKey, Value = password });
        db.Settings.AddRange(
            new Setting { Key = "Doc.Province", Value = "Lam Giang" }, new Setting { Key = "Doc.Place", Value = "Lam Giang" });
        await db.SaveChangesAsync();
        services.GetRequiredService<ReferenceCache>().Invalidate();
        if (demo.Activity)
        {
            await services.GetRequiredService<ContextPool>().FillAsync(() => DemoStage.RunAsync(
                services.GetRequiredService<PortalOperations>(), services.GetRequiredService<ReferenceCache>(), demo.Seed, now,
                (done, total) => Console.WriteLine(StartTexts.Of("Start.DemoProgress", done * 100 / total, done, total))));
        }
    }

    // Easy to read aloud and to type; the accounts are invented people of an invented province.
    private static string MakePassword() => $"LamGiang{System.Security.Cryptography.RandomNumberGenerator.GetInt32(1000, 10000)}";
}
