using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.FieldTrips;
using Portal.Web.Persistence;

namespace Portal.Web.Processes.FieldTrips;

/// <summary>P1: trips.</summary>
internal sealed class FieldTripTables : IEntityTypeConfiguration<FieldTrip>
{
    public void Configure(EntityTypeBuilder<FieldTrip> e)
    {
        e.ToTable("FieldTrips");
        e.HasKey(t => t.CaseId);
        e.Property(t => t.Version).IsConcurrencyToken();
        e.HasIndex(t => new { t.GroupId, t.DepartsAt });
        e.HasIndex(t => t.DepartsAt);
        e.HasIndex(t => t.ReturnsAt);
        e.Ignore(t => t.AreaIds).Ignore(t => t.ParticipantIds).Ignore(t => t.CaseState).Ignore(t => t.IsEnded);
        e.Property(t => t.Notice).IsDocument();
        e.Property(t => t.PriorContact).IsDocument();
        e.Property(t => t.OralReport).IsDocument();
        e.Property(t => t.Departure).IsDocument();
        e.Property(t => t.Result).IsDocument();
        e.Ignore(t => t.Changes);
        e.Property<List<TripChange>>("_changes").HasColumnName("Changes").IsDocument();
    }
}
