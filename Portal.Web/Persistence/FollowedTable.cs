using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.FollowUps;
using Portal.Web.Persistence.Sealing;

namespace Portal.Web.Persistence;

/// <summary>What the tables of all records have that are followed up.</summary>
internal abstract class FollowedTable<T> : IEntityTypeConfiguration<T>
    where T : FollowedRecord
{
    public virtual void Configure(EntityTypeBuilder<T> e)
    {
        e.HasIndex(r => new { r.SourceCaseId, r.SourceIndex }).IsUnique();
        e.HasIndex(r => new { r.AreaId, r.At });

        // The register narrows and counts along this one, whoever asks.
        e.HasIndex(r => new { r.At, r.State, r.Sensitivity, r.AreaId, r.GroupId, r.AuthorId, r.Domain, r.FollowUpDue });
        e.HasIndex(r => r.FollowUpDue).HasFilter("\"State\" = 'Open'");
        e.Property(r => r.Version).IsConcurrencyToken();
        e.Property(r => r.Domain).HasMaxLength(40).IsListed();
        e.Property(r => r.FollowUp).HasMaxLength(1000).HasConversion<SealedText>();
        e.Property(r => r.Outcome).HasMaxLength(4000).HasConversion<SealedText>();
        e.Property(r => r.Stub).IsDocument();
        e.Property(r => r.OutcomeStub).IsDocument();
    }
}
