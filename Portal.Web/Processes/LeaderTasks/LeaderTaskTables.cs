using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.LeaderTasks;
using Portal.Web.Persistence.Sealing;

namespace Portal.Web.Processes.LeaderTasks;

/// <summary>S-04: tasks that leaders set.</summary>
internal sealed class LeaderTaskTables : IEntityTypeConfiguration<LeaderTask>
{
    public void Configure(EntityTypeBuilder<LeaderTask> e)
    {
        e.ToTable("LeaderTasks");
        e.HasKey(t => t.CaseId);
        e.Property(t => t.Version).IsConcurrencyToken();
        e.Property(t => t.Content).HasMaxLength(2000).HasConversion<SealedText>();
        e.Property(t => t.Report).HasMaxLength(8000).HasConversion<SealedText>();
        e.Property(t => t.Domain).IsListed();
        e.Ignore(t => t.CaseState);
    }
}
