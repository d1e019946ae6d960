using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.AreaReports;
using Portal.Web.Persistence;

namespace Portal.Web.Processes.AreaReports;

/// <summary>S-02: ad hoc reports on areas.</summary>
internal sealed class AdHocReportTables : IEntityTypeConfiguration<AdHocReport>
{
    public void Configure(EntityTypeBuilder<AdHocReport> e)
    {
        e.ToTable("AdHocReports");
        e.HasKey(r => r.CaseId);
        e.Property(r => r.Version).IsConcurrencyToken();
        e.HasIndex(r => new { r.AreaId, r.SubmittedAt });
        e.Ignore(r => r.CaseState);
        e.Property(r => r.Content).IsDocument();
    }
}
