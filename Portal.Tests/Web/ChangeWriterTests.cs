using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Domain.Organisation;
using Portal.Tests.TestKit;
using Portal.Web.Persistence;
using Portal.Workflows.Runtime;

namespace Portal.Tests.Web;

/// <summary>The portal's own writer does what EF's <c>SaveChanges</c> does: same values, same tokens, all or nothing.</summary>
public sealed class ChangeWriterTests : IAsyncLifetime
{
    private static readonly DateTime Now = new(2026, 10, 5, 1, 2, 3, DateTimeKind.Utc);

    private TestPortal _portal = null!;
    private ContextPool Contexts => _portal.Services.GetRequiredService<ContextPool>();

    public async Task InitializeAsync() => _portal = await TestPortal.CreateAsync();

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Rows_written_by_it_and_by_EF_are_the_same_in_the_file()
    {
        await WriteAsync(db => db.Add(Made("a")));
        await using (var lease = await Contexts.RentAsync(default))
        {
            lease.Db.Add(Made("b"));
            await lease.Db.SaveChangesAsync();
        }

        var raw = await _portal.ReadAsync(db => db.Database.SqlQueryRaw<string>(
            "SELECT quote(ProcessKeys) || quote(IncludesRestricted) || quote(ValidFrom) || quote(ValidTo) || quote(AcceptedAt) || quote(RevokedAt) || typeof(Id) || length(Id) AS Value FROM Delegations WHERE DelegateId IN ('a', 'b') ORDER BY DelegateId").ToListAsync());
        Assert.Equal(2, raw.Count);
        Assert.Equal(raw[0], raw[1]);
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
        await WriteAsync(db =>
        {
            var found = db.Cases.Include(c => c.Areas).Include(c => c.People).Single(c => c.Id == made.Id);
            db.Remove(found);
        });
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
            var task = await db.UserTasks.Include(t => t.Assignees).SingleAsync(t => t.CaseId == id && t.StepId == "review" && t.State == UserTaskState.Open);
            task.Complete("Acknowledge", Trips.Leader, null, Now);
        }

        two.Db.Add(Made("lost"));
        Write(one.Db);
        Assert.Throws<DbUpdateConcurrencyException>(() => Write(two.Db));
        Assert.Equal(0, await _portal.ReadAsync(db => db.Delegations.CountAsync(d => d.DelegateId == "lost")));
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
        Assert.Equal(19, ((Microsoft.Data.Sqlite.SqliteException)fault.InnerException!).SqliteErrorCode);
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
        Assert.Equal("field-trip", await _portal.ReadAsync(db => db.Delegations.Where(d => d.Id == made.Id).Select(d => d.ProcessKeys).SingleAsync()));
    }

    private static DelegationGrant Made(string substitute) => new()
    {
        PrincipalId = "L4",
        DelegateId = substitute,
        ProcessKeys = "field-trip",
        IncludesRestricted = true,
        ValidFrom = new DateOnly(2026, 10, 5),
        ValidTo = new DateOnly(2026, 10, 9),
    };

    private async Task WriteAsync(Action<PortalDbContext> change)
    {
        await using var lease = await Contexts.RentAsync(default);
        change(lease.Db);
        Write(lease.Db);
    }

    private void Write(PortalDbContext db)
    {
        var writer = new ChangeWriter(db, _portal.Services.GetRequiredService<ContentCipher>());
        writer.Gather();
        writer.Write();
    }
}
