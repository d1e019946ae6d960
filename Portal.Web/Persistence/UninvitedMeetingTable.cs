using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.UninvitedMeetings;
using Portal.Web.Persistence.Sealing;

namespace Portal.Web.Persistence;

internal sealed class UninvitedMeetingTable : FollowedTable<UninvitedMeeting>
{
    public override void Configure(EntityTypeBuilder<UninvitedMeeting> e)
    {
        base.Configure(e);
        e.ToTable("UninvitedMeetings");
        e.Property(m => m.Title).HasMaxLength(300).HasConversion<SealedText>();
        e.Property(m => m.KnownFrom).HasMaxLength(300).HasConversion<SealedText>();
        e.Property(m => m.Summary).HasMaxLength(2000).HasConversion<SealedText>();
    }
}
