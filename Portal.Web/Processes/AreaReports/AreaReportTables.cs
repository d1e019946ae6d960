using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.AreaReports;
using Portal.Web.Persistence;

namespace Portal.Web.Processes.AreaReports;

/// <summary>S-01: monthly reports of areas.</summary>
internal sealed class AreaReportTables : IEntityTypeConfiguration<MonthlyAreaReport>
{
    public void Configure(EntityTypeBuilder<MonthlyAreaReport> e)
    {
        e.ToTable("AreaReports");
        e.HasKey(r => r.CaseId);
        e.Property(r => r.Version).IsConcurrencyToken();
        e.HasIndex(r => new { r.AreaId, r.Month }).IsUnique();
        e.HasIndex(r => new { r.Month, r.Status });
        e.Ignore(r => r.CaseState).Ignore(r => r.Carried);
        e.Property(r => r.Content).IsDocument();
    }
}
