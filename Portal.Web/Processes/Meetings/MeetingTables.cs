using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Meetings;
using Portal.Web.Persistence;
using Portal.Web.Persistence.Sealing;

namespace Portal.Web.Processes.Meetings;

/// <summary>P2: meetings, with a line for each attendee.</summary>
internal sealed class MeetingTables : IEntityTypeConfiguration<MeetingAttendance>, IEntityTypeConfiguration<AttendanceLine>
{
    public void Configure(EntityTypeBuilder<MeetingAttendance> e)
    {
        e.ToTable("Meetings");
        e.HasKey(m => m.CaseId);
        e.Property(m => m.Version).IsConcurrencyToken();
        e.Property(m => m.FoldedTitle).HasMaxLength(600).IsListed();
        e.HasIndex(m => m.StartsAt);
        e.HasIndex(m => new { m.GroupId, m.StartsAt });
        e.Ignore(m => m.AreaIds)
            .Ignore(m => m.Attendees)
            .Ignore(m => m.CaseState)
            .Ignore(m => m.IsEnded)
            .Ignore(m => m.HasConsent)
            .Ignore(m => m.WithoutInvitation)
            .Ignore(m => m.HadBegun);
        e.HasIndex(m => m.MergedIntoId).HasFilter("\"MergedIntoId\" IS NOT NULL");
        e.Property(m => m.Invitation).IsDocument();
        e.Property(m => m.Nomination).IsDocument();
        e.Property(m => m.Consent).IsDocument();
        e.Property(m => m.OralConsent).IsDocument();
        e.Property(m => m.ExtraRequest).IsDocument();
        e.Ignore(m => m.Changes);
        e.Property<List<MeetingChange>>("_changes").HasColumnName("Changes").IsDocument();
        e.HasMany(m => m.Lines).WithOne().HasForeignKey(l => l.CaseId);
        e.Navigation(m => m.Lines).HasField("_lines").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<AttendanceLine> e)
    {
        e.ToTable("AttendanceLines");
        e.HasKey(l => new { l.CaseId, l.Number });
        e.Property(l => l.Version).IsConcurrencyToken();
        e.HasIndex(l => l.PersonId);
        e.Property(l => l.Covers).HasConversion<SealedText>();
        e.Ignore(l => l.IsActive).Ignore(l => l.HasAttended);
        e.Property(l => l.Preparation).IsDocument();
        e.Property(l => l.Notes).IsDocument();
        e.Property(l => l.Directions).IsDocument();
        e.Ignore(l => l.Receipts);
        e.Property<List<ReadReceipt>>("_receipts").HasColumnName("Receipts").IsDocument();
    }
}
