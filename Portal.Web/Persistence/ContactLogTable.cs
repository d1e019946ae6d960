using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Contacts;
using Portal.Web.Persistence.Sealing;

namespace Portal.Web.Persistence;

internal sealed class ContactLogTable : FollowedTable<ContactLog>
{
    public override void Configure(EntityTypeBuilder<ContactLog> e)
    {
        base.Configure(e);
        e.Property(c => c.Summary).HasMaxLength(1000).HasConversion<SealedText>();
        e.Property(c => c.Subject).HasMaxLength(400).HasConversion<SealedText>();
        e.Property(c => c.Body).HasMaxLength(300).HasConversion<SealedText>();
        e.Property(c => c.ContactPerson).HasMaxLength(500);
    }
}
