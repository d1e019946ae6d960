using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Reviews;
using Portal.Web.Persistence;
using Portal.Web.Persistence.Sealing;

namespace Portal.Web.Processes.Reviews;

/// <summary>P3: cycles, the proposals of areas and their suggestions.</summary>
internal sealed class ReviewTables
    : IEntityTypeConfiguration<ReviewCycle>, IEntityTypeConfiguration<ReviewProposal>, IEntityTypeConfiguration<ReviewSuggestion>,
        IEntityTypeConfiguration<PastRating>
{
    public void Configure(EntityTypeBuilder<ReviewCycle> e)
    {
        e.ToTable("ReviewCycles");
        e.HasKey(c => c.CaseId);
        e.Property(c => c.Version).IsConcurrencyToken();
        e.HasIndex(c => c.Year);
        e.Ignore(c => c.AreaIds).Ignore(c => c.CaseState).Ignore(c => c.Overrides).Ignore(c => c.Moves);
        e.Property(c => c.Content).IsDocument();
        e.Property(c => c.Dossier).IsDocument();
        e.Property(c => c.DossierQuota).IsDocument();
        e.Property(c => c.Sent).IsDocument();
        e.Property<List<QuotaOverride>>("_overrides").HasColumnName("Overrides").IsDocument();
        e.Property<List<CalendarChange>>("_moves").HasColumnName("Moves").IsDocument();
    }

    public void Configure(EntityTypeBuilder<ReviewProposal> e)
    {
        e.ToTable("ReviewProposals");
        e.Property(p => p.ComparableGroup).IsListed();
        e.HasKey(p => p.CaseId);
        e.Property(p => p.Version).IsConcurrencyToken();
        e.HasIndex(p => new { p.CycleId, p.AreaId });
        e.HasIndex(p => new { p.AreaId, p.Year });
        e.HasIndex(p => p.Year);
        e.Property(p => p.NoSuggestionReason).HasMaxLength(2000).HasConversion<SealedText>();
        e.Property(p => p.RemediesReport).HasMaxLength(8000).HasConversion<SealedText>();
        e.Ignore(p => p.CaseState)
            .Ignore(p => p.IsAdHoc)
            .Ignore(p => p.CurrentRating)
            .Ignore(p => p.HasOpenSuggestions)
            .Ignore(p => p.HasIssuedSuggestions)
            .Ignore(p => p.HasRemedies)
            .Ignore(p => p.HasNewForHead)
            .Ignore(p => p.IsPassed)
            .Ignore(p => p.Dissent)
            .Ignore(p => p.NeedsRelease)
            .Ignore(p => p.Carried)
            .Ignore(p => p.LeftOver)
            .Ignore(p => p.NextRemedyBy)
            .Ignore(p => p.HasReachedCollective)
            .Ignore(p => p.DepartmentsToAsk)
            .Ignore(p => p.Consultations)
            .Ignore(p => p.Inputs)
            .Ignore(p => p.Ratings);
        e.Property(p => p.AdHoc).IsDocument();
        e.Property(p => p.Calendar).IsDocument();
        e.Property(p => p.Consultants).IsDocument();
        e.Property(p => p.Scale).IsDocument();
        e.Property(p => p.FinalDocument).IsDocument();
        e.Property(p => p.Rated).IsDocument();
        e.Property(p => p.Outcome).IsDocument();
        e.Property(p => p.Released).IsDocument();
        e.Property(p => p.Issue).IsDocument();
        e.Property(p => p.Conference).IsDocument();
        e.Property(p => p.Advice).IsDocument();
        e.Property(p => p.Sent).IsDocument();
        e.Property<List<DepartmentConsultation>>("_consultations").HasColumnName("Consultations").IsDocument();
        e.Property<List<ReviewRemedy>>("_carried").HasColumnName("Carried").IsDocument();
        e.Property<List<MemberInputNote>>("_inputs").HasColumnName("Inputs").IsDocument();
        e.Property<List<RatingChange>>("_ratings").HasColumnName("Ratings").IsDocument();
        e.HasMany(p => p.Suggestions).WithOne().HasForeignKey(s => s.CaseId);
        e.Navigation(p => p.Suggestions).HasField("_suggestions").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<ReviewSuggestion> e)
    {
        e.ToTable("ReviewSuggestions");
        e.HasKey(s => new { s.CaseId, s.SubjectType, s.Number });
        e.Property(s => s.Number).ValueGeneratedNever();
        e.Property(s => s.Text).HasMaxLength(2000).HasConversion<SealedText>();
        e.Ignore(s => s.Changes)
            .Ignore(s => s.Remedies)
            .Ignore(s => s.IsKeptOffSystem)
            .Ignore(s => s.LastReason)
            .Ignore(s => s.IsAlive)
            .Ignore(s => s.IsToBeReleased)
            .Ignore(s => s.IsIssued);
        e.Property(s => s.Content).IsDocument();
        e.Property(s => s.FollowUp).IsDocument();
        e.Property<List<ReviewRemedy>>("RemedyList").HasColumnName("Remedies").IsDocument();
        e.Property<List<SuggestionChange>>("_changes").HasColumnName("Changes").IsDocument();
    }

    public void Configure(EntityTypeBuilder<PastRating> e)
    {
        e.ToTable("PastRatings");
        e.HasIndex(r => new { r.AreaId, r.Year }).IsUnique();
        e.Property(r => r.Document).IsListed();
    }
}
