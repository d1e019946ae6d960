using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Guidance;
using Portal.Web.Persistence.Sealing;

namespace Portal.Web.Persistence;

internal sealed class GuidanceActionTable : FollowedTable<GuidanceAction>
{
    public override void Configure(EntityTypeBuilder<GuidanceAction> e)
    {
        base.Configure(e);
        e.ToTable("GuidanceActions");
        e.Property(g => g.Document).HasMaxLength(500).HasConversion<SealedText>();
        e.Property(g => g.Content).HasMaxLength(4000).HasConversion<SealedText>();
        e.Property(g => g.Result).HasMaxLength(4000).HasConversion<SealedText>();
        e.HasMany(g => g.Departments).WithOne().HasForeignKey(d => d.ActionId);
    }
}
