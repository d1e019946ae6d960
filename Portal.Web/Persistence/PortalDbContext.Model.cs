using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Portal.Domain.Administration;
using Portal.Domain.Areas;
using Portal.Domain.Audit;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Domain.Regulations;
using Portal.Domain.ReportItems;
using Portal.Domain.WorkingCalendar;
using Portal.Web.Persistence.Sealing;
using Portal.Web.Security;
using Portal.Workflows.Runtime;

namespace Portal.Web.Persistence;

/// <content>How the rows lie in the file: keys, lengths, indexes, what is sealed.</content>
public sealed partial class PortalDbContext
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<string>().HaveMaxLength(400);
        configurationBuilder.Properties<LocalText>().HaveConversion<LocalTextConverter>().HaveMaxLength(1000);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<UserAccount>(e =>
        {
            e.HasIndex(u => u.PersonId).IsUnique();
            e.HasIndex(u => u.FeedTokenHash).HasFilter("\"FeedTokenHash\" IS NOT NULL");
            e.Property(u => u.FeedTokenHash).HasMaxLength(64);
            e.Property(u => u.PersonId).HasMaxLength(32);
            e.Property(u => u.UsedCodes).HasMaxLength(200);
        });
        builder.Entity<IdentityUserToken<string>>().Property(t => t.Value).HasConversion<SealedText>();
        builder.Entity<SignInSession>(e =>
        {
            e.Property(s => s.Id).HasMaxLength(32).ValueGeneratedNever();
            e.HasIndex(s => new { s.PersonId, s.StartedAt });
            e.HasIndex(s => s.StartedAt);
        });
        OrganisationTables(builder);
        CaseTables(builder);
        CaseContentTables(builder);
        PersonTables(builder);
        WorkflowTables(builder);
        RecordTables(builder);

        // The tables of each process are configured in its own folder.
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);
    }

    private static void OrganisationTables(ModelBuilder builder)
    {
        builder.Entity<StaffMember>(e =>
        {
            e.Property(s => s.SortKey).HasMaxLength(2000);
            e.HasIndex(s => s.SortKey);
        });
        builder.Entity<MonitoredArea>().HasIndex(a => a.KindId);
        builder.Entity<CalendarDay>().HasKey(d => d.Date);
        builder.Entity<Setting>().HasKey(s => s.Key);
        builder.Entity<Regulation>().HasMany(r => r.Clauses).WithOne().HasForeignKey(c => c.RegulationId);
        builder.Entity<RegulationClause>(e =>
        {
            e.HasKey(c => new { c.RegulationId, c.Code });
            e.Property(c => c.Text).HasMaxLength(8000);
        });
        builder.Entity<RoleGrant>().HasIndex(r => r.PersonId);
        builder.Entity<AreaAssignment>().HasIndex(a => a.AreaId);
        builder.Entity<OrganisationImport>(e =>
        {
            e.HasIndex(i => i.At);
            e.Property(i => i.FileName).HasMaxLength(500).HasConversion<SealedText>();
            e.Property(i => i.Trace).HasMaxLength(20_000_000).HasConversion<SealedText>();
        });
        builder.Entity<OrganisationRequest>(e =>
        {
            e.HasIndex(r => r.AskedAt);

            // Of two leaders who decide at once the second finds it decided.
            e.Property(r => r.State).IsConcurrencyToken();
            e.Property(r => r.Act).HasMaxLength(100);
            e.Property(r => r.Form).HasMaxLength(1_000_000).HasConversion<SealedText>();
            e.Property(r => r.Shown).HasMaxLength(20_000_000).HasConversion<SealedText>();
            e.Property(r => r.Word).HasMaxLength(4000).HasConversion<SealedText>();
            e.Property(r => r.Answer).HasMaxLength(4000).HasConversion<SealedText>();
            e.Property(r => r.Trace).HasMaxLength(20_000_000).HasConversion<SealedText>();
        });
        builder.Entity<GroupMembership>().HasIndex(m => m.PersonId);
        builder.Entity<AuditEntry>(e =>
        {
            e.HasKey(a => a.Sequence);
            e.Property(a => a.Sequence).ValueGeneratedNever();
            e.Property(a => a.Subject).HasMaxLength(AuditEntry.MaxSubject);
            e.Property(a => a.Details).HasMaxLength(AuditEntry.MaxText);
            e.Property(a => a.Reason).HasMaxLength(AuditEntry.MaxText);
            e.Property(a => a.Address).HasMaxLength(AuditEntry.MaxAddress);
            e.HasIndex(a => a.CaseId);
            e.HasIndex(a => new { a.PersonId, a.At });
        });
        builder.Entity<TrailHead>().Property(h => h.Id).ValueGeneratedNever();
        builder.Entity<IdempotentAnswer>(e =>
        {
            e.HasKey(a => new { a.PersonId, a.Key });
            e.HasIndex(a => a.At);
            e.Property(a => a.Receipt).HasMaxLength(100_000);
        });
    }

    private static void CaseTables(ModelBuilder builder)
    {
        builder.Entity<Case>(e =>
        {
            e.Property(c => c.RequestedBy).HasMaxLength(4000);
            e.Property(c => c.Version).IsConcurrencyToken();
            e.Property(c => c.SearchText).HasMaxLength(2000);
            e.HasIndex(c => c.Number).IsUnique();
            e.HasIndex(c => new { c.GroupId, c.UpdatedAt });
            e.HasIndex(c => c.UpdatedAt);
            e.HasIndex(c => new { c.ProcessKey, c.UpdatedAt });
            e.HasIndex(c => c.InitiatorId, "IX_Cases_OpenOfInitiator").HasFilter("\"State\" = 'Open'");
            e.HasIndex(c => c.ParentId);
            e.Property(c => c.Occasion).HasMaxLength(100);
            e.Property(c => c.RestrictedItems).HasMaxLength(2000);
            e.HasIndex(c => new { c.ProcessKey, c.Occasion }, "IX_Cases_Occasion").IsUnique().HasFilter("\"Occasion\" IS NOT NULL");
            e.HasIndex(c => c.EndsAt, "IX_Cases_Calendar").HasFilter("\"EndsAt\" IS NOT NULL");
            e.HasMany(c => c.Areas).WithOne().HasForeignKey(a => a.CaseId);
            e.HasMany(c => c.People).WithOne().HasForeignKey(p => p.CaseId);
        });
        builder.Entity<CaseArea>(e =>
        {
            e.HasKey(a => new { a.CaseId, a.AreaId });
            e.HasIndex(a => a.AreaId);
        });
        builder.Entity<CasePerson>(e =>
        {
            e.HasKey(p => new { p.CaseId, p.PersonId, p.Kind });
            e.HasIndex(p => p.PersonId);
        });
        builder.Entity<CaseCounter>(e =>
        {
            e.HasKey(c => new { c.Prefix, c.Year });
            e.Property(c => c.Last).IsConcurrencyToken();
        });
    }

    private static void CaseContentTables(ModelBuilder builder)
    {
        builder.Entity<FormSubmission>(e =>
        {
            e.HasIndex(s => new { s.CaseId, s.At });
            e.Property(s => s.Json).HasMaxLength(2_000_000).HasConversion<SealedText>();
            e.Property(s => s.ExtraJson).HasMaxLength(200_000).HasConversion<SealedText>();
        });
        builder.Entity<CaseDecision>(e =>
        {
            e.HasIndex(d => new { d.CaseId, d.At });
            e.Property(d => d.Opinion).HasMaxLength(4000).HasConversion<SealedText>();
            e.Ignore(d => d.IsWithheld);
        });
        builder.Entity<CaseComment>(e =>
        {
            e.HasIndex(c => new { c.CaseId, c.At });
            e.HasIndex(c => c.AskedId).HasFilter("\"AskedId\" IS NOT NULL AND \"SettledAt\" IS NULL");
            e.Property(c => c.Text).HasMaxLength(CaseComment.MaxLength).HasConversion<SealedText>();
        });
        builder.Entity<Attachment>().Property(a => a.ContentKey).HasMaxLength(500).HasConversion<SealedText>();
        builder.Entity<Attachment>().Property(a => a.FileName).HasMaxLength(400).HasConversion<SealedText>();
        builder.Entity<Attachment>().HasIndex(a => a.CaseId);
        builder.Entity<Attachment>().Property(a => a.DraftSubject).HasMaxLength(200);
        builder.Entity<Attachment>().HasIndex(a => a.At);
        builder.Entity<Attachment>().HasIndex(a => a.At, "IX_Attachments_Unsent").HasFilter("\"CaseId\" IS NULL");
        builder.Entity<Attachment>().HasIndex(a => a.At, "IX_Attachments_Unread")
            .HasFilter("\"Reading\" = 'Waiting' AND \"CaseId\" IS NOT NULL");
        builder.Entity<Attachment>().HasIndex(a => a.Reading, "IX_Attachments_Withdrawn").HasFilter("\"Reading\" = 'Withdrawn'");
        builder.Entity<FileWords>(e =>
        {
            e.HasKey(w => w.AttachmentId);
            e.Property(w => w.AttachmentId).ValueGeneratedNever();
            e.Property(w => w.Words).HasMaxLength(Operations.Searching.WordSet.MaxLength);
        });
        builder.Entity<ReservedOpinion>(e =>
        {
            e.HasIndex(o => o.CaseId);
            e.Property(o => o.Opinion).HasMaxLength(8000).HasConversion<SealedText>();
            e.Property(o => o.Difference).HasMaxLength(2000).HasConversion<SealedText>();
            e.Property(o => o.Grounds).HasMaxLength(4000).HasConversion<SealedText>();
            e.Property(o => o.AuthorNote).HasMaxLength(20_000).HasConversion<SealedText>();
            e.Property(o => o.Response).HasMaxLength(4000).HasConversion<SealedText>();
            e.Property(o => o.Files).IsDocument();
            e.Property(o => o.Stub).IsDocument();
        });
    }

    /// <summary>What belongs to a person rather than to a case: drafts, views of lists, notices, mail.</summary>
    private static void PersonTables(ModelBuilder builder)
    {
        builder.Entity<FormDraft>(e =>
        {
            e.HasIndex(d => new { d.PersonId, d.Subject }).IsUnique();
            e.Property(d => d.SavedAt).IsConcurrencyToken();
            e.Property(d => d.Json).HasMaxLength(2_000_000).HasConversion<SealedText>();
        });
        builder.Entity<DraftCoAuthor>(e =>
        {
            e.HasIndex(c => new { c.AuthorId, c.Subject, c.PersonId }).IsUnique();
            e.HasIndex(c => c.PersonId);
        });
        builder.Entity<Notification>(e =>
        {
            e.HasIndex(n => new { n.PersonId, n.At });
            e.HasIndex(n => n.PersonId, "IX_Notifications_Unread").HasFilter("\"ReadAt\" IS NULL");
            e.HasIndex(n => n.PersonId, "IX_Notifications_Unmailed").HasFilter("\"MailedAt\" IS NULL");
            e.Property(n => n.Text).HasMaxLength(2000);
        });
        builder.Entity<SavedView>(e =>
        {
            e.HasIndex(v => new { v.PersonId, v.ListId });
            e.Property(v => v.Name).HasMaxLength(SavedView.MaxName).HasConversion<SealedText>();
            e.Property(v => v.Query).HasConversion<SealedText>();
        });
        builder.Entity<NotificationChoice>().HasKey(c => new { c.PersonId, c.Class });
        builder.Entity<OutgoingMail>(e =>
        {
            e.Property(m => m.Version).IsConcurrencyToken();
            e.Property(m => m.Body).HasMaxLength(2000);
            e.HasIndex(m => m.NextAttemptAt).HasFilter("\"NextAttemptAt\" IS NOT NULL");
        });
    }

    private static void WorkflowTables(ModelBuilder builder)
    {
        builder.Entity<DefinitionVersion>(e =>
        {
            e.HasIndex(v => new { v.DefinitionId, v.Version }).IsUnique();
            e.Property(v => v.Json).HasMaxLength(8_000_000);
            e.Property(v => v.Note).HasMaxLength(4000);
            e.Property(v => v.Stamp).IsConcurrencyToken();
            e.Property(v => v.TouchedBy).HasMaxLength(4000);
            e.Property(v => v.RequestNote).HasMaxLength(4000);
            e.Property(v => v.ReturnNote).HasMaxLength(4000);

            // Asked for on every home page of who may be a second person; the rows are long.
            e.HasIndex(v => v.RequestedById).HasFilter("\"RequestedById\" <> ''");
            e.Ignore(v => v.IsDraft);
        });
        builder.Entity<DraftRevision>(e =>
        {
            e.HasKey(r => new { r.VersionId, r.Number });
            e.Property(r => r.Json).HasMaxLength(8_000_000);
            e.HasOne<DefinitionVersion>().WithMany().HasForeignKey(r => r.VersionId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<WorkflowInstance>(e =>
        {
            e.HasKey(i => i.CaseId);
            e.Ignore(i => i.State);
            e.Property(i => i.Version).IsConcurrencyToken();
            e.Property(i => i.StateJson).HasMaxLength(2_000_000).HasConversion<SealedText>();
            e.HasIndex(i => new { i.DefinitionVersionId, i.Status });
        });
        builder.Entity<UserTask>(e =>
        {
            e.Property(t => t.Version).IsConcurrencyToken();
            e.Property(t => t.AreaNames).HasMaxLength(2000);
            e.Property(t => t.SearchText).HasMaxLength(3000);
            e.Property(t => t.SpecJson).HasMaxLength(100_000);
            e.HasIndex(t => new { t.CaseId, t.CreatedAt });
            e.HasIndex(t => new { t.StepId, t.DueAt });
            e.HasIndex(t => t.DueAt, "IX_UserTasks_Open").HasFilter("\"State\" = 'Open'");
            e.HasIndex(t => new { t.GroupId, t.DueAt }, "IX_UserTasks_OfGroup").HasFilter("\"State\" = 'Open'");
            e.HasIndex(t => t.NextAttentionAt).HasFilter("\"NextAttentionAt\" IS NOT NULL");
            e.HasMany(t => t.Assignees).WithOne().HasForeignKey(a => a.TaskId);
        });
        builder.Entity<UserTaskAssignee>(e =>
        {
            e.HasKey(a => new { a.TaskId, a.PersonId });
            e.HasIndex(a => new { a.PersonId, a.IsOptional, a.DueAt }).HasFilter("\"IsOpen\"");
        });
        builder.Entity<WorkflowTimer>(e =>
        {
            e.HasKey(t => new { t.CaseId, t.WaitId });
            e.HasIndex(t => t.At);
        });
        builder.Entity<Incident>(e =>
        {
            e.HasIndex(i => i.CaseId);
            e.HasIndex(i => i.At).HasFilter("\"ResolvedAt\" IS NULL");
            e.Property(i => i.Message).HasMaxLength(1000);
        });
    }

    private static void RecordTables(ModelBuilder builder)
    {
        builder.Entity<ReportItem>(e =>
        {
            e.HasIndex(i => new { i.SourceCaseId, i.SourceIndex }).IsUnique();
            e.HasIndex(i => new { i.AreaId, i.CreatedAt });

            // The register counts and narrows along this one alone, whoever asks: rows are read for one page only.
            e.HasIndex(i => new
            {
                i.CreatedAt,
                i.State,
                i.Sensitivity,
                i.AreaId,
                i.GroupId,
                i.AuthorId,
                i.ReleasedTo,
                i.IsAnswered,
                i.MergedIntoId,
                i.Kind,
                i.Domain,
                i.Level,
            }, "IX_ReportItems_Register");
            e.HasIndex(i => i.ReleasedTo).HasFilter("\"ReleasedTo\" IS NOT NULL");
            e.HasIndex(i => i.TaskId).HasFilter("\"TaskId\" IS NOT NULL");
            e.HasIndex(i => i.MergedIntoId).HasFilter("\"MergedIntoId\" IS NOT NULL");
            e.Property(i => i.Version).IsConcurrencyToken();
            e.Property(i => i.Stub).IsDocument();
            e.HasMany(i => i.History).WithOne().HasForeignKey(h => h.ItemId);
            e.Ignore(i => i.IsSettled);
            e.Property(i => i.Content).HasMaxLength(4000).HasConversion<SealedText>();
            e.Property(i => i.ProposedHandling).HasMaxLength(2000).HasConversion<SealedText>();
            e.Property(i => i.Direction).HasMaxLength(2000).HasConversion<SealedText>();
            e.Property(i => i.AskedOf).HasConversion<SealedText>();
            e.Property(i => i.SearchText).HasMaxLength(1200);
        });
        builder.Entity<ReportItemEntry>(e =>
        {
            e.Property(h => h.Id).ValueGeneratedNever();
            e.HasIndex(h => new { h.ItemId, h.At });
            e.HasIndex(h => h.OtherId).HasFilter("\"OtherId\" IS NOT NULL");
            e.Property(h => h.Words).HasMaxLength(4000).HasConversion<SealedText>();
            e.Property(h => h.Stub).IsDocument();
        });
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        v => v.Kind == DateTimeKind.Utc ? v : v.ToUniversalTime(), v => DateTime.SpecifyKind(v, DateTimeKind.Utc));
}
