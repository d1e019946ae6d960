using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Portal.Web.Persistence;

namespace Portal.Web.Operations.Administration;

/// <summary>Writes down what an import stores, and takes it back row by row.</summary>
internal static class ImportTrace
{
    /// <summary>What the context is about to store.</summary>
    public static string Of(PortalDbContext db) => JsonSerializer.Serialize(
        db.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(Of).ToList());

    public static IReadOnlyList<TracedRow> Read(string trace) => JsonSerializer.Deserialize<List<TracedRow>>(trace)!;

    /// <summary>The row of a trace as the context holds it, which has read all rows of its kind; null where there is none.</summary>
    public static async Task<EntityEntry?> FindAsync(PortalDbContext db, TracedRow row, CancellationToken cancellation)
    {
        var type = TypeOf(db, row);
        var key = type.FindPrimaryKey()!.Properties.Zip(row.Key, (p, v) => v.Deserialize(p.ClrType)).ToArray();
        return await db.FindAsync(type.ClrType, key, cancellation) is { } found ? db.Entry(found) : null;
    }

    /// <summary>Whether the row still is as the import left it.</summary>
    public static bool IsAsLeft(EntityEntry? entry, TracedRow row) => row.After is null
        ? entry is null
        : entry is not null && row.After.All(v => JsonNode.DeepEquals(ValueOf(entry.Property(v.Key).CurrentValue), v.Value));

    /// <summary>Gives a changed row the values that it had.</summary>
    public static void Restore(EntityEntry entry, TracedRow row)
    {
        foreach (var (name, value) in row.Before!)
        {
            var property = entry.Property(name);
            property.CurrentValue = value.Deserialize(property.Metadata.ClrType);
        }
    }

    /// <summary>Makes a row anew that the import removed.</summary>
    public static object Remake(PortalDbContext db, TracedRow row)
    {
        var made = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(TypeOf(db, row).ClrType);
        var entry = db.Entry(made);
        Restore(entry, row);
        entry.State = EntityState.Added;
        return made;
    }

    private static TracedRow Of(EntityEntry entry)
    {
        Dictionary<string, JsonNode?> Values(Func<PropertyEntry, bool> which, Func<PropertyEntry, object?> value) =>
            entry.Properties.Where(which).ToDictionary(p => p.Metadata.Name, p => ValueOf(value(p)));
        var key = entry.Properties.Where(p => p.Metadata.IsPrimaryKey()).Select(p => ValueOf(p.CurrentValue)).ToList();
        var type = entry.Metadata.ClrType.Name;
        return entry.State switch
        {
            EntityState.Added => new TracedRow(type, key, null, Values(_ => true, p => p.CurrentValue)),
            EntityState.Deleted => new TracedRow(type, key, Values(_ => true, p => p.OriginalValue), null),
            _ => new TracedRow(
                type, key, Values(p => p.IsModified, p => p.OriginalValue), Values(p => p.IsModified, p => p.CurrentValue)),
        };
    }

    private static IEntityType TypeOf(PortalDbContext db, TracedRow row) =>
        db.Model.GetEntityTypes().First(t => t.ClrType.Name == row.Type);

    private static JsonNode? ValueOf(object? value) => value is null ? null : JsonSerializer.SerializeToNode(value, value.GetType());
}
