using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Feedback;
using Portal.Web.Persistence.Sealing;

namespace Portal.Web.Processes.Feedback;

/// <summary>S-12: feedback to the Regulation.</summary>
internal sealed class FeedbackTables : IEntityTypeConfiguration<RegulationFeedback>
{
    public void Configure(EntityTypeBuilder<RegulationFeedback> e)
    {
        e.ToTable("RegulationFeedback");
        e.HasKey(f => f.CaseId);
        e.HasIndex(f => new { f.Clause, f.SubmittedAt });
        e.HasIndex(f => f.SubmittedAt);
        e.Property(f => f.Version).IsConcurrencyToken();
        e.Property(f => f.Clause).HasMaxLength(40).IsListed();
        e.Property(f => f.Difficulty).HasMaxLength(4000).HasConversion<SealedText>();
        e.Property(f => f.Proposal).HasMaxLength(4000).HasConversion<SealedText>();
        e.Property(f => f.Assessment).HasMaxLength(4000).HasConversion<SealedText>();
        e.Property(f => f.Revision).HasMaxLength(2000).HasConversion<SealedText>();
        e.Ignore(f => f.CaseState);
    }
}
