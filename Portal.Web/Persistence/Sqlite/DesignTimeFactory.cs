using Microsoft.EntityFrameworkCore.Design;

namespace Portal.Web.Persistence.Sqlite;

/// <summary>For <c>dotnet ef migrations add</c>.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<PortalDbContext>
{
    public PortalDbContext CreateDbContext(string[] args) => new(SqliteSetup.ReadOnly("design.db"), null);
}
