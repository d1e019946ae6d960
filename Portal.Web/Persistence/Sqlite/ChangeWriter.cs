using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Portal.Domain.Audit;
using Portal.Web.Persistence.Sealing;

namespace Portal.Web.Persistence.Sqlite;

/// <summary>
/// Writes what a context has gathered, in one transaction of prepared statements; only
/// <see cref="PortalDbContext.SaveChangesAsync(bool, CancellationToken)"/>
/// uses it. Does what EF's own would do, with the same model, converters and concurrency tokens; but the statements are made up before the
/// one writer's turn comes, not while others wait for it. Keys that the database makes are not known here.
/// </summary>
internal sealed class ChangeWriter(PortalDbContext db, ContentCipher cipher)
{
    private static readonly ConcurrentDictionary<(ITable Table, EntityState State, string Columns), string> Texts = new();

    private static readonly ConcurrentDictionary<IEntityType, int> Depths = new();

    private readonly List<Change> _changes = [];

    public bool IsEmpty => _changes.Count == 0;

    /// <summary>Makes up the statements for everything the context has gathered so far.</summary>
    public void Gather()
    {
        var changed = db.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToList();
        if (changed.Exists(e => e.Entity is AuditEntry))
        {
            throw new InvalidOperationException("Entries of the trail are recorded, never added, changed or removed.");
        }

        // Rows go before their like comes (a draft that is replaced, a timer that is set anew), and owners before what they own.
        _changes.AddRange(changed
            .OrderBy(e => e.State == EntityState.Deleted ? -Depth(e.Metadata) : 1 + Depth(e.Metadata))
            .Select(ChangeOf));
    }

    /// <summary>Removes a person's draft, if there is one, and who else wrote in it.</summary>
    public void RemoveDraft(string personId, string subject)
    {
        _changes.Add(new Change(
            "Drafts", "DELETE FROM \"Drafts\" WHERE \"PersonId\" = @p0 AND \"Subject\" = @p1", [personId, subject], MayMiss: true));
        _changes.Add(new Change(
            "CoAuthors", "DELETE FROM \"CoAuthors\" WHERE \"AuthorId\" = @p0 AND \"Subject\" = @p1", [personId, subject], MayMiss: true));
    }

    /// <summary>Says how far the trail goes. A head that somebody has removed is not written again, so that it is missed.</summary>
    public void MoveHead(TrailHead head) => _changes.Add(new Change(
        "TrailHeads",
        $"UPDATE \"TrailHeads\" SET \"Sequence\" = @p0, \"Hash\" = @p1, \"Signature\" = @p2 WHERE \"Id\" = {TrailHead.OnlyId}",
        [head.Sequence, head.Hash, head.Signature],
        MayMiss: true));

    /// <summary>One more row, gathered when its values are known.</summary>
    public void Insert(object entity) => _changes.Add(ChangeOf(db.Add(entity)));

    /// <returns>How many rows were written.</returns>
    /// <exception cref="DbUpdateConcurrencyException">A row is not as it was when it was read.</exception>
    /// <exception cref="DbUpdateException">The file refused, e.g. for a key that was taken meanwhile.</exception>
    public int Write()
    {
#pragma warning disable RS0030 // The way itself.
        var connection = (SqliteConnection)db.Database.GetDbConnection();
#pragma warning restore RS0030
        try
        {
            using var transaction = connection.BeginTransaction();
            foreach (var change in _changes)
            {
                if (PreparedStatements.NonQuery(connection, transaction, change.Text, change.Values) != 1 && !change.MayMiss)
                {
                    throw new DbUpdateConcurrencyException($"A row of {change.Table} was changed or removed meanwhile.");
                }
            }

            transaction.Commit();
            return _changes.Count;
        }
        catch (SqliteException e)
        {
            throw new DbUpdateException(e.Message, e);
        }
    }

    private Change ChangeOf(EntityEntry entry)
    {
        var table = entry.Metadata.GetTableMappings().Single().Table;
        var sets = new List<IProperty>();
        var wheres = new List<IProperty>();
        foreach (var property in entry.Metadata.GetProperties())
        {
            if (property.ValueGenerated != ValueGenerated.Never && entry.Property(property).IsTemporary)
            {
                throw new NotSupportedException($"{entry.Metadata.Name}.{property.Name} would be made by the database.");
            }

            if (entry.State == EntityState.Added || (entry.State == EntityState.Modified && entry.Property(property).IsModified))
            {
                sets.Add(property);
            }

            if (entry.State != EntityState.Added && (property.IsPrimaryKey() || property.IsConcurrencyToken))
            {
                wheres.Add(property);
            }
        }

        var text = Texts.GetOrAdd(
            (table, entry.State, string.Join(',', sets.Select(p => p.Name))),
            static (key, columns) => TextOf(key.Table, key.State, columns.sets, columns.wheres),
            (sets, wheres));
        var values = new object?[sets.Count + wheres.Count];
        for (var i = 0; i < sets.Count; i++)
        {
            values[i] = Stored(sets[i], entry.CurrentValues[sets[i]]);
        }

        for (var i = 0; i < wheres.Count; i++)
        {
            values[sets.Count + i] = Stored(wheres[i], entry.OriginalValues[wheres[i]]);
        }

        return new Change(table.Name, text, values);
    }

    /// <summary>0 for a table that refers to no other, else one more than the deepest it refers to.</summary>
    private static int Depth(IEntityType type) =>
        Depths.GetOrAdd(type, static t => t.GetForeignKeys()
            .Where(k => k.PrincipalEntityType != t)
            .Select(k => 1 + Depth(k.PrincipalEntityType))
            .DefaultIfEmpty()
            .Max());

    private static string TextOf(ITable table, EntityState state, List<IProperty> sets, List<IProperty> wheres)
    {
        var columns = string.Join(", ", sets.Select(Column));
        var values = string.Join(", ", sets.Select((_, i) => $"@p{i}"));
        var assignments = string.Join(", ", sets.Select((p, i) => $"{Column(p)} = @p{i}"));
        var where = string.Join(" AND ", wheres.Select((p, i) => $"{Column(p)} {(p.IsNullable ? "IS" : "=")} @p{sets.Count + i}"));
        return state switch
        {
            EntityState.Added => $"""INSERT INTO "{table.Name}" ({columns}) VALUES ({values})""",
            EntityState.Modified => $"""UPDATE "{table.Name}" SET {assignments} WHERE {where}""",
            _ => $"""DELETE FROM "{table.Name}" WHERE {where}""",
        };
    }

    private static string Column(IProperty property) => $"\"{property.GetColumnName()}\"";

    private object? Stored(IProperty property, object? value)
    {
        var converter = property.GetTypeMapping().Converter;
        var stored = converter is null ? value : converter.ConvertToProvider(value);
        return stored is string text && ContentCipher.IsMarked(text) ? cipher.SealMarked(text) : stored;
    }

    private sealed record Change(string Table, string Text, object?[] Values, bool MayMiss = false);
}
