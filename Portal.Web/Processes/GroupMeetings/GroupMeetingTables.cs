using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.GroupMeetings;
using Portal.Web.Persistence;

namespace Portal.Web.Processes.GroupMeetings;

/// <summary>Group meetings (Đ7.B.2).</summary>
internal sealed class GroupMeetingTables : IEntityTypeConfiguration<GroupMeeting>
{
    public void Configure(EntityTypeBuilder<GroupMeeting> e)
    {
        e.ToTable("GroupMeetings");
        e.HasKey(m => m.CaseId);
        e.HasIndex(m => new { m.GroupId, m.StartsAt });
        e.Property(m => m.Version).IsConcurrencyToken();
        e.Property(m => m.Call).IsDocument();
        e.Property(m => m.Minutes).IsDocument();
        e.Ignore(m => m.CaseState).Ignore(m => m.People).Ignore(m => m.Tasks);
        e.Property<List<GroupTask>>("_tasks").HasColumnName("Tasks").IsDocument();
    }
}
