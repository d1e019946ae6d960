using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.FieldTrips;
using Portal.Web.Persistence;
using Portal.Web.Persistence.Sealing;

namespace Portal.Web.Processes.FieldTrips;

/// <summary>P1, steps 1 to 3: monthly plans and their items.</summary>
internal sealed class TripPlanTables : IEntityTypeConfiguration<MonthlyTripPlan>, IEntityTypeConfiguration<TripPlanItem>
{
    public void Configure(EntityTypeBuilder<MonthlyTripPlan> e)
    {
        e.ToTable("TripPlans");
        e.HasKey(p => p.CaseId);
        e.Property(p => p.Version).IsConcurrencyToken();
        e.HasIndex(p => new { p.GroupId, p.Month }).IsUnique();
        e.HasIndex(p => p.Month);
        e.Ignore(p => p.NoTrip).Ignore(p => p.CaseState).Ignore(p => p.AreaIds);
        e.Property(p => p.Content).IsDocument();
        e.HasMany(p => p.Items).WithOne().HasForeignKey(i => i.PlanId);
        e.Navigation(p => p.Items).HasField("_items").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<TripPlanItem> e)
    {
        e.ToTable("TripPlanItems");
        e.Property(i => i.Version).IsConcurrencyToken();
        e.Property(i => i.Directive).HasMaxLength(2000).HasConversion<SealedText>();
        e.Property(i => i.Reason).HasMaxLength(2000).HasConversion<SealedText>();
        // Items are found through their plan: with a key of their own making they would count as stored already.
        e.Property(i => i.Id).ValueGeneratedNever();
        e.HasIndex(i => new { i.DateFrom, i.State });
        e.HasIndex(i => i.TripId);
        e.Property(i => i.Content).IsDocument();
    }
}
