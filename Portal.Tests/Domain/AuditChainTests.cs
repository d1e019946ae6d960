using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Audit;
using Portal.Domain.Common;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Audit;

namespace Portal.Tests.Domain;

/// <summary>X-04: the trail is a chain in which a changed, removed or inserted entry is found.</summary>
public class AuditChainTests
{
    private static readonly TrailKey Key = new(new byte[TrailKey.Length]);

    [Fact]
    public async Task Every_act_joins_one_unbroken_chain_also_when_many_act_at_once()
    {
        await using var portal = await TestPortal.CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => portal.NotifyAsync()));

        var entries = await portal.ReadAsync(db => db.AuditEntries.AsNoTracking().OrderBy(a => a.Sequence).ToListAsync());
        Assert.True(entries.Count >= 12);
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(i => (long)i), entries.Select(e => e.Sequence));
        await TrailReading.AssertWholeAsync(Path.GetDirectoryName(portal.DatabaseFile)!);
        Assert.All(entries.Skip(1).Zip(entries), pair => Assert.Equal(pair.Second.Hash, pair.First.PreviousHash));
    }

    [Fact]
    public async Task A_change_behind_the_portals_back_is_found()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.NotifyAsync();
        await portal.DamageAsync("UPDATE AuditEntries SET PersonId = 'S99' WHERE Sequence = (SELECT MAX(Sequence) FROM AuditEntries)");

        Assert.NotNull((await portal.Services.GetRequiredService<AuditQueries>().VerifyAsync(portal.Person("S06"))).Value.FirstBroken);
    }

    [Fact]
    public async Task Everybody_lists_the_own_acts_the_head_and_administrators_all_and_only_they_check_the_chain()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.NotifyAsync();
        await portal.MustAsync(id, "review", Trips.Leader, "Acknowledge", Trips.Opinion());
        var audit = portal.Services.GetRequiredService<AuditQueries>();

        Assert.Equal([Trips.Member],
            (await audit.ListAsync(portal.Person(Trips.Member), new AuditFilter { PersonId = Trips.Leader }))
                .Rows
                .Select(r => r.PersonId)
                .Distinct());
        Assert.Empty((await audit.ListAsync(portal.Person("S09"), new())).Rows);
        foreach (var who in new[] { Trips.Head, "S06" })
        {
            Assert.Equal([Trips.Leader, Trips.Member], (await audit.ListAsync(portal.Person(who), new())).Rows.Select(r => r.PersonId));
            Assert.Equal([Trips.Leader],
                (await audit.ListAsync(portal.Person(who),
                    new AuditFilter { PersonId = Trips.Leader, Kind = "Task", CaseNumber = "CT-2026/0001" })).Rows.Select(r => r.PersonId));
            Assert.Equal(
                0, (await audit.ListAsync(portal.Person(who), new AuditFilter { From = VietnamTime.DayOf(portal.Now).AddDays(1) })).Total);
            Assert.Equal(2, (await audit.ListAsync(portal.Person(who), new AuditFilter { To = VietnamTime.DayOf(portal.Now) })).Total);
            Assert.Equal(
                (2, null), (await audit.VerifyAsync(portal.Person(who))).Value is var chain ? (chain.Entries, chain.FirstBroken) : default);
        }

        Assert.Equal("Common.Forbidden", (await audit.VerifyAsync(portal.Person(Trips.Leader))).Refusal?.Code);
        await portal.DamageAsync("DELETE FROM AuditEntries WHERE Sequence = 1");
        Assert.Equal(1, (await audit.VerifyAsync(portal.Person(Trips.Head))).Value.FirstBroken);
    }

    [Fact]
    public void Neighbouring_fields_cannot_be_shifted_into_each_other()
    {
        static AuditEntry Entry(string act, string subject)
        {
            var entry = new AuditEntry
            {
                At = new DateTime(2026, 10, 5, 1, 0, 0, DateTimeKind.Utc),
                PersonId = "S11",
                Act = act,
                Subject = subject
            };
            entry.Chain(1, "", Key);
            return entry;
        }

        Assert.NotEqual(Entry("ab", "c").Hash, Entry("a", "bc").Hash);
        Assert.Throws<InvalidOperationException>(() => Entry("a", "b").Chain(2, "", Key));
    }
}
