using Portal.Domain.FieldTrips;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Audit;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Tests.TestKit;
using Portal.Web.Persistence;
using Portal.Web.Persistence.Sealing;
using Portal.Web.Persistence.Sqlite;
using Portal.Web.Security;
using Portal.Workflows.Runtime;

namespace Portal.Tests.Faults;

/// <summary>
/// One way of saving (architecture 2.4): whatever path a change takes, sealed columns are sealed, the trail is chained, versions are
/// checked, and it is all or nothing.
/// </summary>
public sealed class SavingTests : IAsyncLifetime
{
    private const string Canary = "dieu-khong-ai-duoc-doc-trong-tep";

    private static readonly DateTime Now = new(2026, 10, 5, 1, 2, 3, DateTimeKind.Utc);

    private TestPortal _portal = null!;

    private ContextPool Contexts => _portal.Services.GetRequiredService<ContextPool>();

    public static TheoryData<string> Paths => [.. Ways.Keys];

    // Each way by which a text could reach a sealed column.
    private static Dictionary<string, Func<SavingTests, Task>> Ways { get; } = new()
    {
        ["a use case"] = t => t._portal.Operations.RunAsync(Actor.System, o =>
        {
            o.Db.Drafts.Add(Draft());
            return Task.FromResult(Result.Ok);
        }),
        ["a context of the pool"] = t => t.WriteAsync(db => db.Drafts.Add(Draft())),
        ["the context of accounts and seeds"] = async t =>
        {
            await using var scope = t._portal.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            db.Drafts.Add(Draft());
            await db.SaveChangesAsync();
        },
        ["saved by Identity along with an account"] = async t =>
        {
            await using var scope = t._portal.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<PortalDbContext>().Drafts.Add(Draft());
            var users = scope.ServiceProvider.GetRequiredService<UserManager<UserAccount>>();
            Assert.True((await users.UpdateAsync((await users.FindByNameAsync("quy.pc"))!)).Succeeded);
        },
        ["a changed row"] = async t =>
        {
            await t.WriteAsync(db => db.Drafts.Add(Draft("before")));
            await t.WriteAsync(db => db.Drafts.Single(d => d.PersonId == "S31").Json = Canary);
        },
#pragma warning disable RS0030 // Banned, and tried here for just that reason.
        ["a bulk update"] = async t =>
        {
            await t.WriteAsync(db => db.Drafts.Add(Draft("before")));
            await using var lease = await t.Contexts.RentAsync(default);
            var text = Canary;
            Assert.Equal(1, await lease.Db.Drafts.ExecuteUpdateAsync(s => s.SetProperty(d => d.Json, text)));
        },
#pragma warning restore RS0030
    };

    public async Task InitializeAsync() => _portal = await TestPortal.CreateAsync();

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_sealed_column_is_sealed_by_whatever_path_a_text_comes_and_read_as_it_was(string path)
    {
        await Ways[path](this);
        Assert.Equal(Canary, await _portal.ReadAsync(db => db.Drafts.Where(d => d.PersonId == "S31").Select(d => d.Json).SingleAsync()));
        var stored = await StoredAsync("SELECT Json FROM Drafts WHERE PersonId = 'S31'");
        Assert.True(ContentCipher.IsSealed(stored), stored);
        await _portal.DamageAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        Assert.Equal(-1, (await File.ReadAllBytesAsync(_portal.DatabaseFile)).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Canary)));
    }

    [Fact]
    public async Task A_text_that_would_stand_in_the_statement_itself_is_not_written()
    {
        await WriteAsync(db => db.Drafts.Add(Draft("before")));
        await using var lease = await Contexts.RentAsync(default);
#pragma warning disable RS0030 // Banned, and tried here for just that reason.
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            lease.Db.Drafts.ExecuteUpdateAsync(s => s.SetProperty(d => d.Json, d => EF.Constant(Canary))));
#pragma warning restore RS0030
        Assert.Equal("before", await _portal.ReadAsync(db => db.Drafts.Select(d => d.Json).SingleAsync()));
    }

    [Fact]
    public async Task What_is_lent_for_reading_cannot_write_whatever_it_is_asked()
    {
        await WriteAsync(db => db.Drafts.Add(Draft("before")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _portal.ReadAsync(async db =>
        {
            db.Drafts.Add(Draft());
            return await db.SaveChangesAsync();
        }));
#pragma warning disable RS0030 // Banned, and tried here for just that reason.
        await Assert.ThrowsAsync<SqliteException>(() => _portal.ReadAsync(db => db.Drafts.ExecuteDeleteAsync()));
        await Assert.ThrowsAsync<SqliteException>(() =>
            _portal.ReadAsync(db => db.Drafts.ExecuteUpdateAsync(s => s.SetProperty(d => d.Page, "x"))));
        await Assert.ThrowsAsync<SqliteException>(() => _portal.ReadAsync(db => db.Database.ExecuteSqlRawAsync("DELETE FROM Drafts")));
#pragma warning restore RS0030
        Assert.Equal(1, await _portal.ReadAsync(db => db.Drafts.CountAsync()));
    }

    [Fact]
    public async Task A_file_handle_that_was_lent_for_reading_writes_again_in_other_hands()
    {
        await using var scope = _portal.Services.CreateAsyncScope();
        var options = SqliteSetup.ForReading(scope.ServiceProvider.GetRequiredService<DbContextOptions<PortalDbContext>>());
        await using (var reader = new PortalDbContext(options, null))
        {
            Assert.Equal(0, await reader.Drafts.CountAsync());
        }

        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        db.Drafts.Add(Draft());
        Assert.Equal(1, await db.SaveChangesAsync());
    }

    [Fact]
    public void A_commit_that_does_not_wait_for_its_turn_does_not_exist()
    {
        using var scope = _portal.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        db.Drafts.Add(Draft());
#pragma warning disable RS0030 // Banned, and tried here for just that reason.
        Assert.Throws<NotSupportedException>(() => db.SaveChanges());
#pragma warning restore RS0030
    }

    [Fact]
    public async Task The_trail_is_chained_by_every_path_and_takes_nothing_by_the_back_door()
    {
        await _portal.NotifyAsync();
        await using (var scope = _portal.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            db.Record(Entry("Test.Scoped"));
            await db.SaveChangesAsync();
        }

        await WriteAsync(db => db.Record(Entry("Test.Pooled")));
        await _portal.Operations.RunAsync(Actor.System, o =>
        {
            o.Audit("Test.Operation", "");
            return Task.FromResult(Result.Ok);
        });
        foreach (var back in new Action<PortalDbContext>[]
        {
            db => db.AuditEntries.Add(Entry("Test.Added")), db => db.Remove(db.AuditEntries.OrderByDescending(a => a.Sequence).First()),
        })
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => WriteAsync(back));
        }

        var entries = await _portal.ReadAsync(db => db.AuditEntries.OrderBy(a => a.Sequence).ToListAsync());
        Assert.Equal(["Test.Scoped", "Test.Pooled", "Test.Operation"], entries.TakeLast(3).Select(e => e.Act));
        await TrailReading.AssertWholeAsync(Path.GetDirectoryName(_portal.DatabaseFile)!);
    }

    [Fact]
    public async Task A_change_within_a_document_is_saved_like_any_other()
    {
        var id = await _portal.NotifyAsync();
        await WriteAsync(db => db.Set<FieldTrip>().Single(t => t.CaseId == id).Notice.ParticipantIds![0] = "S19");
        Assert.Equal("S19", (await _portal.TripAsync(id)).Notice.ParticipantIds![0]);

        // What is equal is not written again, though it is another object.
        await using var lease = await Contexts.RentAsync(default);
        var trip = await lease.Db.Set<FieldTrip>().SingleAsync(t => t.CaseId == id);
        lease.Db.Entry(trip).Property(t => t.Notice).CurrentValue = trip.Notice with { AreaIds = [.. trip.Notice.AreaIds!] };
        Assert.False(lease.Db.ChangeTracker.HasChanges());
    }

    [Fact]
    public async Task Owners_are_written_before_what_they_own_and_removed_after_it()
    {
        var made = Case.Open("field-trip", "CT-2026/0900", "N03", "S31", ["A017", "A018"], Now);
        await WriteAsync(db =>
        {
            // What is owned is added first, on purpose.
            db.AddRange(made.Areas);
            db.Add(made);
        });
        Assert.Equal(2, await _portal.ReadAsync(db => db.Set<CaseArea>().CountAsync(a => a.CaseId == made.Id)));
        await WriteAsync(db => db.Remove(db.Cases.Include(c => c.Areas).Include(c => c.People).Single(c => c.Id == made.Id)));
        Assert.Equal(0, await _portal.ReadAsync(db => db.Set<CaseArea>().CountAsync(a => a.CaseId == made.Id)));
    }

    [Fact]
    public async Task Of_two_who_changed_the_same_row_the_second_is_refused_and_nothing_of_it_stays()
    {
        var id = await _portal.NotifyAsync();
        await using var one = await Contexts.RentAsync(default);
        await using var two = await Contexts.RentAsync(default);
        foreach (var db in new[] { one.Db, two.Db })
        {
            var task = await db.UserTasks.Include(t => t.Assignees)
                .SingleAsync(t => t.CaseId == id && t.StepId == "review" && t.State == UserTaskState.Open);
            task.Complete("Acknowledge", Trips.Leader, null, Now);
        }

        two.Db.Add(Made("lost"));
        two.Db.Record(Entry("Test.Lost"));
        await one.Db.SaveChangesAsync();
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => two.Db.SaveChangesAsync());
        Assert.Equal(0, await _portal.ReadAsync(db => db.Delegations.CountAsync(d => d.DelegateId == "lost")));
        Assert.Equal(0, await _portal.ReadAsync(db => db.AuditEntries.CountAsync(a => a.Act == "Test.Lost")));

        // The trail goes on where it was.
        await WriteAsync(db => db.Record(Entry("Test.Next")));
        await TrailReading.AssertWholeAsync(Path.GetDirectoryName(_portal.DatabaseFile)!);
    }

    [Fact]
    public async Task A_key_that_is_taken_is_an_update_fault_and_takes_the_rest_with_it()
    {
        await WriteAsync(db => db.Add(new CaseCounter { Prefix = "XX", Year = 2026 }));
        var fault = await Assert.ThrowsAsync<DbUpdateException>(() => WriteAsync(db =>
        {
            db.Add(Made("rest"));
            db.Add(new CaseCounter { Prefix = "XX", Year = 2026 });
        }));
        Assert.Equal(19, ((SqliteException)fault.InnerException!).SqliteErrorCode);
        Assert.Equal(0, await _portal.ReadAsync(db => db.Delegations.CountAsync(d => d.DelegateId == "rest")));
    }

    [Fact]
    public async Task A_row_goes_before_its_like_comes()
    {
        await WriteAsync(db => db.Add(new WorkflowTimer { CaseId = Guid.Empty, WaitId = 1, At = Now }));
        await WriteAsync(db =>
        {
            db.Remove(db.Timers.Single(t => t.CaseId == Guid.Empty));
            db.Add(new WorkflowTimer { CaseId = Guid.Empty, WaitId = 2, At = Now.AddDays(1) });
        });
        Assert.Equal([2], await _portal.ReadAsync(db => db.Timers.Where(t => t.CaseId == Guid.Empty).Select(t => t.WaitId).ToListAsync()));
    }

    [Fact]
    public async Task Only_what_changed_is_written_and_null_is_told_from_empty()
    {
        var made = Made("c");
        await WriteAsync(db => db.Add(made));
        await WriteAsync(db => db.Delegations.Single(d => d.Id == made.Id).ValidTo = null);
        Assert.Null(await _portal.ReadAsync(db => db.Delegations.Where(d => d.Id == made.Id).Select(d => d.ValidTo).SingleAsync()));
        Assert.Equal("field-trip",
            await _portal.ReadAsync(db => db.Delegations.Where(d => d.Id == made.Id).Select(d => d.ProcessKeys).SingleAsync()));
    }

    private static FormDraft Draft(string json = Canary) =>
        new() { PersonId = "S31", Subject = "start:field-trip", FormKey = "trip-notice", Json = json, SavedAt = Now };

    private static AuditEntry Entry(string act) => new() { At = Now, PersonId = "S31", Act = act };

    private static DelegationGrant Made(string substitute) => new()
    {
        PrincipalId = "L4",
        DelegateId = substitute,
        ProcessKeys = "field-trip",
        IncludesRestricted = true,
        GrantedOn = new DateOnly(2026, 10, 5),
        ValidFrom = new DateOnly(2026, 10, 5),
        ValidTo = new DateOnly(2026, 10, 9),
    };

    private async Task WriteAsync(Action<PortalDbContext> change)
    {
        await using var lease = await Contexts.RentAsync(default);
        change(lease.Db);
        await lease.Db.SaveChangesAsync();
    }

    private async Task<string> StoredAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={_portal.DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
