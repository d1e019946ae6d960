using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.AreaIssues;
using Portal.Web.Persistence;
using Portal.Web.Persistence.Sealing;

namespace Portal.Web.Processes.AreaIssues;

/// <summary>S-03: internal matters. What trips and meetings raised before they were cases of their own stands here closed.</summary>
internal sealed class AreaIssueTables : IEntityTypeConfiguration<AreaIssue>
{
    public void Configure(EntityTypeBuilder<AreaIssue> e)
    {
        e.ToTable("AreaIssues");
        e.HasKey(i => i.CaseId);
        e.Property(i => i.Version).IsConcurrencyToken();
        e.HasIndex(i => new { i.SourceCaseId, i.SourceIndex }).IsUnique();
        e.HasIndex(i => new { i.AreaId, i.SubmittedAt });
        e.Property(i => i.Facts).HasMaxLength(4000).HasConversion<SealedText>();
        e.Property(i => i.HowKnown).HasMaxLength(500).HasConversion<SealedText>();
        e.Property(i => i.ProposedSolution).HasMaxLength(4000).HasConversion<SealedText>();
        e.Property(i => i.NamedIds).IsDocument();
        e.Property(i => i.OralReport).IsDocument();
        e.Ignore(i => i.CaseState).Ignore(i => i.GoesToHead).Ignore(i => i.IsHeads);
    }
}
