using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Domain.Audit;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Audit;
using Portal.Web.Operations.Files;
using Portal.Web.Persistence;
using Portal.Web.Persistence.Sqlite;
using Portal.Web.Persistence.Sealing;
using Portal.Web.Setup;

namespace Portal.Web.Operations.Administration;

/// <summary>
/// Online backups: the database by SQLite's own backup, attachments beside it, all with sums, while people work. The attachments of all
/// backups lie in one folder, since they never change; each backup names those that are its own. Encryption keys are never in it.
/// </summary>
public sealed class Backups(
    PortalOperations operations, FoundDamage damage, IOptions<DataOptions> data, IOptions<BackupOptions> options, TrailKeys keys,
    ContentCipher cipher, TrailAnchors anchors, TimeProvider time, ILogger<Backups> log) : IDisposable
{
    private const string Database = "portal.db";
    private const string ManifestFile = "manifest.json";
    private const string FilesFolder = "files";
    private const string SignedAs = "manifest";
    private const string NameFormat = "yyyyMMdd-HHmmss-fff";

    /// <summary>Whatever the days say, so many stay.</summary>
    private const int AlwaysKept = 3;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private readonly SemaphoreSlim _one = new(1);

    public string Folder =>
        options.Value.Path.Length > 0 ? Path.GetFullPath(options.Value.Path) : Path.Combine(data.Value.Folder, "backups");

    /// <summary>Newest first; for administrators.</summary>
    public async Task<Result<List<BackupRow>>> ListAsync(Actor actor, CancellationToken cancellation = default) =>
        await IsAdministratorAsync(actor, cancellation) ? Rows() : Refusal.Forbidden;

    /// <summary>Makes one now.</summary>
    public async Task<Result<BackupRow>> MakeAsync(Actor actor, CancellationToken cancellation = default) =>
        await IsAdministratorAsync(actor, cancellation) ? await MakeAsync(actor, at: null, cancellation) : Refusal.Forbidden;

    /// <summary>Goes through a backup as a restore would; for administrators.</summary>
    public async Task<Result> CheckAsync(Actor actor, string name, CancellationToken cancellation = default)
    {
        if (!await IsAdministratorAsync(actor, cancellation))
        {
            return Refusal.Forbidden;
        }

        if (Rows().All(r => r.Name != name))
        {
            return Refusal.NotFound;
        }

        var read = await VerifyAsync(Path.Combine(Folder, name), cancellation);
        var recorded = await operations.RunAsync(actor, o =>
        {
            o.Audit("Backup.Checked", name, read.IsSuccess ? "" : read.Refusal.Code);
            return Task.FromResult(Result.Ok);
        }, cancellation: cancellation);
        return Result.From(read.Refusal ?? recorded.Refusal);
    }

    /// <summary>The day's backup, from <see cref="BackupOptions.At"/> on; administrators are told when it fails.</summary>
    /// <returns>1 when one was made.</returns>
    public async Task<int> RunDueAsync(DateTime? at, CancellationToken cancellation)
    {
        var now = VietnamTime.ToLocal(at ?? time.GetUtcNow().UtcDateTime);
        if (!options.Value.Enabled
            || TimeOnly.FromDateTime(now) < options.Value.At
            || Rows().Any(r => DateOnly.FromDateTime(VietnamTime.ToLocal(r.At)) >= DateOnly.FromDateTime(now)))
        {
            return 0;
        }

        var made = await MakeAsync(Actor.System, at, cancellation);
        return made.IsSuccess ? 1 : 0;
    }

    private async Task<Result<BackupRow>> MakeAsync(Actor actor, DateTime? at, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var now = at ?? time.GetUtcNow().UtcDateTime;
            var name = VietnamTime.ToLocal(now).ToString(NameFormat, CultureInfo.InvariantCulture);
            var manifest = await WriteAsync(name, now, cancellation);
            Forget(DateOnly.FromDateTime(VietnamTime.ToLocal(now)));
            var recorded = await operations.RunAsync(actor, o =>
            {
                o.Audit("Backup.Made", name, $"{manifest.Files.Count} / {manifest.Damaged.Count}");
                if (manifest.Damaged.Count > 0)
                {
                    Tell(o, LocalText.Of("Notice.BackupDamaged", name, $"{manifest.Damaged.Count}"));
                }

                return Task.FromResult(Result.Ok);
            }, at, cancellation);
            return recorded.IsSuccess ? Row(name, manifest) : recorded.Refusal;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            log.LogError(e, "The backup failed.");
            var refusal = StorageFaults.Of(e) is { Code: "Storage.Full" }
                ? BackupRefusals.Full(Folder)
                : BackupRefusals.Failed(Folder);
            await operations.RunAsync(Actor.System, o =>
            {
                Tell(o, LocalText.Of("Notice.BackupFailed"));
                return Task.FromResult(Result.Ok);
            }, at, cancellation);
            return refusal;
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<BackupManifest> WriteAsync(string name, DateTime now, CancellationToken cancellation)
    {
        var made = Path.Combine(Folder, $".{name}");
        if (Directory.Exists(made))
        {
            Directory.Delete(made, recursive: true);
        }

        Directory.CreateDirectory(made);
        var target = Path.Combine(made, Database);
        await using (var source = Open(data.Value.DatabaseFile, SqliteOpenMode.ReadOnly))
        await using (var copy = Open(target, SqliteOpenMode.ReadWriteCreate))
        {
            source.BackupDatabase(copy);
            await ExecuteAsync(copy, "PRAGMA journal_mode=DELETE");
            if (!await IsSoundAsync(copy, cancellation))
            {
                damage.Note();
                throw new IOException("The database is damaged: the copy of it does not pass SQLite's own check.");
            }
        }

        await using var db = new PortalDbContext(SqliteSetup.ReadOnly(target), null);
        var (files, damaged) = (new List<BackupFile>(), new List<string>());
        foreach (var one in await db.Attachments.AsNoTracking()
            .Select(a => new { a.StoredName, a.Size, a.Sha256, IsSealed = a.ContentKey != "" })
            .ToListAsync(cancellation))
        {
            var file = new BackupFile(one.StoredName, one.IsSealed ? SealedFile.SizeOf(one.Size) : one.Size, one.Sha256);
            if (await TakeAsync(file, cancellation))
            {
                files.Add(file);
            }
            else
            {
                damaged.Add(file.Name);
            }
        }

        var last = await db.AuditEntries.AsNoTracking().OrderByDescending(a => a.Sequence).FirstOrDefaultAsync(cancellation);
        var key = await keys.FindAsync(db, cancellation) ?? throw new IOException("The trail has no key.");
        var manifest = new BackupManifest(
            now,
            (await db.Database.GetAppliedMigrationsAsync(cancellation)).Last(),
            last?.Sequence ?? 0,
            last?.Hash ?? "",
            new BackupFile(Database, new FileInfo(target).Length, await AttachmentFiles.SumAsync(target, cancellation)), files, damaged);
        manifest = manifest with { Signature = key.Sign(SignedAs, Unsigned(manifest)) };
        await File.WriteAllTextAsync(Path.Combine(made, ManifestFile), JsonSerializer.Serialize(manifest, Json), cancellation);
        Directory.Move(made, Path.Combine(Folder, name));
        return manifest;
    }

    // Once on the backup's disk, an attachment is there for all later backups.
    private async Task<bool> TakeAsync(BackupFile file, CancellationToken cancellation)
    {
        var (from, to) = (Path.Combine(data.Value.AttachmentFolder, file.Name), Path.Combine(Folder, FilesFolder, file.Name));
        if (File.Exists(to) && new FileInfo(to).Length == file.Size)
        {
            return true;
        }

        if (!File.Exists(from) || await AttachmentFiles.SumAsync(from, cancellation) != file.Sha256)
        {
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to + ".part", overwrite: true);
        File.Move(to + ".part", to, overwrite: true);
        return true;
    }

    private void Forget(DateOnly today)
    {
        var kept = Rows();
        foreach (var old in kept.Skip(AlwaysKept)
            .Where(r => DateOnly.FromDateTime(VietnamTime.ToLocal(r.At)).AddDays(options.Value.KeepDays) < today))
        {
            Directory.Delete(Path.Combine(Folder, old.Name), recursive: true);
        }

        var files = new DirectoryInfo(Path.Combine(Folder, FilesFolder));
        if (!files.Exists || kept.Count == Rows().Count)
        {
            return;
        }

        var named = Rows().SelectMany(r => Read(Path.Combine(Folder, r.Name))?.Files ?? []).Select(f => f.Name).ToHashSet();
        foreach (var file in files.EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(f => !named.Contains($"{f.Directory!.Name}/{f.Name}"))
            .ToList())
        {
            file.Delete();
        }
    }

    /// <summary>
    /// All that a restore relies on: sums, the database's own check, the manifest's signature, the trail from its first entry to the one
    /// the manifest names, and the lines that were noted of it before the backup was made.
    /// </summary>
    public async Task<Result<BackupManifest>> VerifyAsync(string folder, CancellationToken cancellation = default)
    {
        if (Read(folder) is not { } manifest)
        {
            return BackupRefusals.NoManifest(folder);
        }

        var path = Path.Combine(folder, Database);
        if (!File.Exists(path) || await AttachmentFiles.SumAsync(path, cancellation) != manifest.Database.Sha256)
        {
            return BackupRefusals.Damaged(Database);
        }

        var files = Path.GetFullPath(Path.Combine(folder, "..", FilesFolder));
        foreach (var file in manifest.Files)
        {
            // A manifest is only a file: one that somebody has changed leads out of the folders neither here nor where it is restored.
            var stored = Path.GetFullPath(Path.Combine(files, file.Name));
            if (!stored.StartsWith(files + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                return BackupRefusals.Damaged(file.Name);
            }

            if (!File.Exists(stored) || await AttachmentFiles.SumAsync(stored, cancellation) != file.Sha256)
            {
                return BackupRefusals.Damaged(file.Name);
            }
        }

        await using (var connection = Open(path, SqliteOpenMode.ReadOnly))
        {
            if (!await IsSoundAsync(connection, cancellation))
            {
                return BackupRefusals.Damaged(Database);
            }
        }

        await using var db = new PortalDbContext(SqliteSetup.ReadOnly(path), null);
        if ((await db.Database.GetAppliedMigrationsAsync(cancellation)).Except(db.Database.GetMigrations()).Any())
        {
            return BackupRefusals.Newer(manifest.Migration);
        }

        return await VerifyTrailAsync(db, manifest, cancellation);
    }

    private async Task<Result<BackupManifest>> VerifyTrailAsync(PortalDbContext db, BackupManifest manifest, CancellationToken cancellation)
    {
        ChainReport chain;
        if (manifest.Signature is null && options.Value.AllowUnsigned)
        {
            // As an earlier release wrote it: a chain of plain hashes, which ends where the manifest says.
            var nobody = new TrailKey(new byte[TrailKey.Length]);
            chain = await AuditChain.VerifyAsync(
                db.AuditEntries.AsNoTracking().OrderBy(a => a.Sequence).AsAsyncEnumerable(),
                TrailHead.At(manifest.AuditEntries, manifest.AuditHash, nobody), nobody, [], cancellation);
        }
        else
        {
            var known = TrailAnchor.InForce(anchors.All()).Where(a => a.At <= manifest.At).ToList();
            var read = await AuditQueries.VerifyAsync(db, keys, known, cancellation);
            if (!read.IsSuccess)
            {
                return read.Refusal == AuditRefusals.NoKey ? BackupRefusals.Unsigned : read.Refusal;
            }

            chain = read.Value;
            if (chain.FirstBroken is null && (manifest.Signature is not { } signature
                || !(await keys.FindAsync(db, cancellation))!.HasSigned(SignedAs, Unsigned(manifest), signature)))
            {
                return BackupRefusals.Damaged(ManifestFile);
            }
        }

        return chain is { FirstBroken: null } && (chain.Entries, chain.LastHash) == (manifest.AuditEntries, manifest.AuditHash)
            ? manifest
            : BackupRefusals.TrailBroken(chain.FirstBroken ?? chain.Entries);
    }

    private static string Unsigned(BackupManifest manifest) => JsonSerializer.Serialize(manifest with { Signature = null }, Json);

    /// <summary>
    /// Puts a verified backup in the place of the data folder's database and attachments; what was there is kept beside it. The caller
    /// holds the folder's lock.
    /// </summary>
    /// <returns>The folder that now holds what was there before.</returns>
    public async Task<Result<string>> RestoreAsync(string folder, DateTime now, CancellationToken cancellation = default)
    {
        var place = data.Value;
        var verified = await VerifyAsync(folder, cancellation);
        if (!verified.IsSuccess)
        {
            return verified.Refusal;
        }

        // All of it is copied before anything is moved: a restore that is broken off has changed nothing.
        var coming = Path.Combine(place.Folder, ".restoring");
        if (Directory.Exists(coming))
        {
            Directory.Delete(coming, recursive: true);
        }

        Directory.CreateDirectory(Path.Combine(coming, "attachments"));
        File.Copy(Path.Combine(folder, Database), Path.Combine(coming, Database));
        if (!Opens(Path.Combine(coming, Database)))
        {
            Directory.Delete(coming, recursive: true);
            return BackupRefusals.WrongKeys(place.KeyFolder);
        }

        foreach (var file in verified.Value.Files)
        {
            var copy = Path.Combine(coming, "attachments", file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(folder, "..", FilesFolder, file.Name), copy);
        }

        var before = Directory.CreateDirectory(Path.Combine(
            place.Folder, $"before-restore-{VietnamTime.ToLocal(now).ToString(NameFormat, CultureInfo.InvariantCulture)}")).FullName;
        string[] parts = [Database, $"{Database}-wal", $"{Database}-shm"];
        foreach (var name in parts.Where(n => File.Exists(Path.Combine(place.Folder, n))))
        {
            File.Move(Path.Combine(place.Folder, name), Path.Combine(before, name));
        }

        if (Directory.Exists(place.AttachmentFolder))
        {
            Directory.Move(place.AttachmentFolder, Path.Combine(before, "attachments"));
        }

        Directory.Move(Path.Combine(coming, "attachments"), place.AttachmentFolder);
        File.Move(Path.Combine(coming, Database), place.DatabaseFile);
        Directory.Delete(coming, recursive: true);
        return before;
    }

    // What is sealed in a backup is read with the keys that are here, or with none.
    private bool Opens(string database)
    {
        using var connection = Open(database, SqliteOpenMode.ReadWrite);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"Value\" FROM \"Settings\" WHERE \"Key\" = $key";
        command.Parameters.AddWithValue("$key", Startup.KeysKnown);
        return command.ExecuteScalar() is not string word || cipher.IsMine(word);
    }

    public void Dispose() => _one.Dispose();

    /// <summary>When the newest was made, UTC; null where there is none.</summary>
    public DateTime? Newest => Rows().FirstOrDefault()?.At;

    private List<BackupRow> Rows() => !Directory.Exists(Folder) ? []
        : [.. Directory.EnumerateDirectories(Folder).Select(Path.GetFileName).OfType<string>().Where(n => n[0] != '.' && n != FilesFolder)
            .Select(n => Read(Path.Combine(Folder, n)) is { } m ? Row(n, m) : null).OfType<BackupRow>().OrderByDescending(r => r.At)];

    private static BackupRow Row(string name, BackupManifest m) =>
        new(name, m.At, m.Database.Size + m.Files.Sum(f => f.Size), m.Files.Count, m.Damaged.Count);

    private static BackupManifest? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(File.ReadAllText(Path.Combine(folder, ManifestFile)), Json);
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
        }.ToString());
        connection.Open();
        return connection;
    }

    private static async Task<bool> IsSoundAsync(SqliteConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string?)await command.ExecuteScalarAsync(cancellation) == "ok";
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static void Tell(Operation o, LocalText text)
    {
        var administrators = o.Context.Directory.PeopleWith(Role.SystemAdministrator, o.Context.Today).ToList();
        o.Db.Notifications.AddRange(administrators.Select(p => new Notification
        {
            PersonId = p,
            Kind = NotificationKind.Changed,
            Text = text,
            At = o.Context.Now,
        }));
        o.Store.Touch(Guid.Empty, administrators);
    }

    private async Task<bool> IsAdministratorAsync(Actor actor, CancellationToken cancellation)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        return context.Directory.HasRole(actor.PersonId, Role.SystemAdministrator, context.Today);
    }
}
