using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.AreaReports;
using Portal.Web.Persistence.Sealing;

namespace Portal.Web.Processes.AreaReports;

/// <summary>S-02: briefings on areas. What they say lies in their forms.</summary>
internal sealed class AreaBriefingTables : IEntityTypeConfiguration<AreaBriefing>
{
    public void Configure(EntityTypeBuilder<AreaBriefing> e)
    {
        e.ToTable("AreaBriefings");
        e.HasKey(b => b.CaseId);
        e.Property(b => b.Version).IsConcurrencyToken();
        e.Property(b => b.Purpose).HasMaxLength(1000).HasConversion<SealedText>();
        e.Ignore(b => b.CaseState);
    }
}
