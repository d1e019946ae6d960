using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Areas;
using Portal.Domain.Regulations;
using Portal.Domain.WorkingCalendar;
using Portal.Workflows;
using Portal.Workflows.Definitions;
using Portal.Workflows.Runtime;

namespace Portal.Web.Persistence.Seed;

/// <summary>
/// What every installation has from the first start: the regulation, its kinds of area, the working calendar, the shipped
/// definitions.
/// Runs at each start; adds what is missing and never touches what is there.
/// </summary>
public static class BaseSeed
{
    public static async Task RunAsync(PortalDbContext db, DateTime now, CancellationToken cancellation = default)
    {
        if (!await db.Regulations.AnyAsync(cancellation))
        {
            db.Regulations.Add(ReadRegulation());
        }

        if (!await db.CalendarDays.AnyAsync(cancellation))
        {
            db.CalendarDays.AddRange(CalendarDays());
        }

        if (!await db.AreaKinds.AnyAsync(cancellation))
        {
            db.AreaKinds.AddRange(AreaKinds());
        }

        if (!await db.MeetingTypes.AnyAsync(cancellation))
        {
            db.MeetingTypes.AddRange(SeedResources.Read<List<MeetingTypeRow>>("meeting-types")
                .Select((r, i) => new MeetingType { Id = r.Id, Name = r.Name, Order = i, ValidFrom = r.From, ValidTo = r.To }));
        }

        await TakeInDefinitionsAsync(db, ShippedProcesses.Definitions(), now, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>
    /// Kinds of area of the regulation (Đ2.1) and of the reform of 2025; those of levels that no longer exist end with them.
    /// </summary>
    public static IEnumerable<AreaKind> AreaKinds() => SeedResources.Read<List<AreaKindRow>>("area-kinds").Select((r, i) => new AreaKind
    {
        Id = r.Id,
        Name = r.Name,
        Order = i,
        ValidFrom = r.From,
        ValidTo = r.To,
    });

    /// <summary>The days of the shipped calendar that differ from the weekly rule.</summary>
    public static IEnumerable<CalendarDay> CalendarDays() => SeedResources.Read<List<CalendarRow>>("calendar").Select(r => new CalendarDay
    {
        Date = r.Date,
        Kind = Enum.Parse<CalendarDayKind>(r.Kind),
        Note = r.Note,
        IsProvisional = r.Provisional,
        IsActive = r.Active,
    });

    /// <summary>
    /// The first time a shipped definition is published as version 1. A shipped document that is newer than the last one
    /// taken in becomes a draft for the administrators; what they changed is never overwritten.
    /// </summary>
    public static async Task TakeInDefinitionsAsync(
        PortalDbContext db, IEnumerable<(string Key, string Json)> shipped, DateTime now, CancellationToken cancellation = default)
    {
        foreach (var (key, json) in shipped)
        {
            var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
            var versions = await db.DefinitionVersions.Where(v => v.DefinitionId == key).OrderBy(v => v.Version).ToListAsync(cancellation);
            if (versions.Exists(v => v.ShippedHash == hash))
            {
                continue;
            }

            if (versions.Exists(v => v.IsDraft))
            {
                // Somebody is working on a draft: the shipped one waits until that is published or discarded.
                continue;
            }

            var definition = WorkflowDefinition.Read(json);
            versions.ForEach(v => v.IsLatest = false);
            var number = versions.Count == 0 ? 1 : versions[^1].Version + 1;
            db.DefinitionVersions.Add(new DefinitionVersion
            {
                Id = $"{key}-v{number}",
                DefinitionId = key,
                Version = number,
                Name = definition.Name,
                Json = definition.WriteAs($"{key}-v{number}", number, versions.Count == 0),
                IsLatest = true,
                IsPublished = versions.Count == 0,
                PublishedAt = versions.Count == 0 ? now : null,
                ChangedAt = now,
                ShippedHash = hash,
                CreatedAt = now,
                Note = versions.Count == 0 ? "Bản ban đầu của phần mềm." : "Bản mới kèm theo phần mềm; xem và xuất bản nếu đồng ý.",
            });
        }
    }

    private static Regulation ReadRegulation()
    {
        var file = SeedResources.Read<RegulationFile>("regulation");
        return new Regulation
        {
            Id = file.Id,
            Title = file.Title,
            Issuer = file.Issuer,
            Replaces = file.Replaces,
            Clauses = [.. file.Clauses.Select((c, i) => new RegulationClause
            {
                RegulationId = file.Id,
                Code = c.Code,
                Heading = c.Heading,
                Text = c.Text,
                Order = i,
            })],
        };
    }

    private sealed record AreaKindRow(string Id, string Name, DateOnly From, DateOnly? To);

    private sealed record MeetingTypeRow(string Id, string Name, DateOnly From, DateOnly? To);

    private sealed record CalendarRow(DateOnly Date, string Kind, string Note, bool Provisional, bool Active);

    private sealed record RegulationFile(string Id, string Title, string Issuer, string Replaces, List<ClauseRow> Clauses);

    private sealed record ClauseRow(string Code, string Heading, string Text);
}
