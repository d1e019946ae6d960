using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Administration;
using Portal.Domain.Areas;
using Portal.Domain.Audit;
using Portal.Domain.Cases;
using Portal.Domain.Organisation;
using Portal.Domain.Regulations;
using Portal.Domain.Contacts;
using Portal.Domain.ReportItems;
using Portal.Domain.WorkingCalendar;
using Portal.Web.Persistence.Sealing;
using Portal.Web.Persistence.Sqlite;
using Portal.Web.Security;
using Portal.Workflows.Runtime;

namespace Portal.Web.Persistence;

/// <summary>
/// The one database. Enums are text, instants UTC, documents JSON; every list has its index here.
/// <see cref="SaveChangesAsync(bool, CancellationToken)"/>
/// is the one way of saving, for use cases, accounts, jobs and seeds alike.
/// </summary>
/// <param name="gate">Where commits queue; null for a context that only reads.</param>
public sealed partial class PortalDbContext(DbContextOptions<PortalDbContext> options, CommitGate? gate)
    : IdentityUserContext<UserAccount>(options)
{
    private readonly CommitGate? _gate = gate;
    private readonly List<AuditEntry> _recorded = [];
    private readonly List<(string PersonId, string Subject)> _doneDrafts = [];

    public DbSet<Department> Departments => Set<Department>();
    public DbSet<StaffMember> Staff => Set<StaffMember>();
    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();
    public DbSet<CommitteeLeader> Leaders => Set<CommitteeLeader>();
    public DbSet<LeaderPortfolio> Portfolios => Set<LeaderPortfolio>();
    public DbSet<AbsencePeriod> Absences => Set<AbsencePeriod>();
    public DbSet<DelegationGrant> Delegations => Set<DelegationGrant>();
    public DbSet<AreaKind> AreaKinds => Set<AreaKind>();
    public DbSet<MonitoredArea> Areas => Set<MonitoredArea>();
    public DbSet<AreaLineage> AreaLineage => Set<AreaLineage>();
    public DbSet<AreaContact> AreaContacts => Set<AreaContact>();
    public DbSet<SubUnit> SubUnits => Set<SubUnit>();
    public DbSet<AssignmentDecision> AssignmentDecisions => Set<AssignmentDecision>();
    public DbSet<MonitoringGroup> Groups => Set<MonitoringGroup>();
    public DbSet<GroupMembership> Memberships => Set<GroupMembership>();
    public DbSet<AreaAssignment> AreaAssignments => Set<AreaAssignment>();
    public DbSet<CalendarDay> CalendarDays => Set<CalendarDay>();
    public DbSet<OrganisationImport> OrganisationImports => Set<OrganisationImport>();
    public DbSet<OrganisationRequest> OrganisationRequests => Set<OrganisationRequest>();
    public DbSet<Setting> Settings => Set<Setting>();
    public DbSet<Regulation> Regulations => Set<Regulation>();
    public DbSet<RegulationClause> Clauses => Set<RegulationClause>();
    public DbSet<Case> Cases => Set<Case>();
    public DbSet<CaseCounter> CaseCounters => Set<CaseCounter>();
    public DbSet<FormSubmission> Submissions => Set<FormSubmission>();
    public DbSet<CaseDecision> Decisions => Set<CaseDecision>();
    public DbSet<CaseComment> Comments => Set<CaseComment>();
    public DbSet<Attachment> Attachments => Set<Attachment>();
    public DbSet<FileWords> FileWords => Set<FileWords>();
    public DbSet<ReservedOpinion> ReservedOpinions => Set<ReservedOpinion>();
    public DbSet<FormDraft> Drafts => Set<FormDraft>();
    public DbSet<DraftCoAuthor> CoAuthors => Set<DraftCoAuthor>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<Notification> Notifications => Set<Notification>();
    public DbSet<NotificationChoice> NotificationChoices => Set<NotificationChoice>();
    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();
    public DbSet<ReportItem> ReportItems => Set<ReportItem>();
    public DbSet<ReportItemEntry> ReportItemEntries => Set<ReportItemEntry>();
    public DbSet<ContactLog> ContactLogs => Set<ContactLog>();
    public DbSet<MeetingType> MeetingTypes => Set<MeetingType>();
    public DbSet<DefinitionVersion> DefinitionVersions => Set<DefinitionVersion>();
    public DbSet<DraftRevision> DraftRevisions => Set<DraftRevision>();
    public DbSet<WorkflowInstance> Instances => Set<WorkflowInstance>();
    public DbSet<UserTask> UserTasks => Set<UserTask>();
    public DbSet<UserTaskAssignee> Assignees => Set<UserTaskAssignee>();
    public DbSet<WorkflowTimer> Timers => Set<WorkflowTimer>();
    public DbSet<Incident> Incidents => Set<Incident>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<TrailHead> TrailHeads => Set<TrailHead>();
    public DbSet<SignInSession> SignInSessions => Set<SignInSession>();
    public DbSet<IdempotentAnswer> IdempotentAnswers => Set<IdempotentAnswer>();

    /// <summary>Set while the operation of this context holds the gate anyway, so that nobody in this process is first once more.</summary>
    internal bool HoldsGate { get; set; }

    /// <summary>A version of a definition, to be read; null where there is none of the id.</summary>
    public Task<DefinitionVersion?> FindVersionAsync(string versionId, CancellationToken cancellation) =>
        DefinitionVersions.AsNoTracking().FirstOrDefaultAsync(v => v.Id == versionId, cancellation);

    /// <summary>An entry of the trail, chained to the last one when all this is saved .</summary>
    public void Record(AuditEntry entry) => _recorded.Add(entry);

    /// <summary>A draft that was sent or thrown away goes when all this is saved; it is not read before, and there need not be
    /// one.</summary>
    public void RemoveDraft(string personId, string subject) => _doneDrafts.Add((personId, subject));

    /// <summary>Forgets all that was read and not saved, so that the context can serve another operation.</summary>
    internal void Reset()
    {
        _recorded.Clear();
        _doneDrafts.Clear();
        HoldsGate = false;
        ChangeTracker.Clear();
    }

    /// <summary>
    /// Waits for its turn, chains the new entries of the trail to the last one, and writes all of it or nothing. Sealed columns are
    /// sealed, versions are checked by their concurrency tokens.
    /// </summary>
    /// <exception cref="DbUpdateConcurrencyException">A row is not as it was when it was read.</exception>
    /// <exception cref="DbUpdateException">The file refused, e.g. for a key that was taken meanwhile.</exception>
    /// <exception cref="InvalidOperationException">The context only reads.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var commits = _gate ?? throw new InvalidOperationException("This context only reads.");

        // What takes longest is done before the turn comes: looking for changes, sealing, making up the statements.
        await Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var writer = new ChangeWriter(this, commits.Cipher);
            writer.Gather();
            _doneDrafts.ForEach(d => writer.RemoveDraft(d.PersonId, d.Subject));
            if (writer.IsEmpty && _recorded.Count == 0)
            {
                return 0;
            }

            using var turn = HoldsGate ? null : await commits.EnterAsync(cancellationToken);
            var end = await ChainTrailAsync(commits, writer, cancellationToken);
            var written = Write(commits, writer);
            commits.TrailEnd = end ?? commits.TrailEnd;
            _doneDrafts.Clear();
            if (acceptAllChangesOnSuccess)
            {
                ChangeTracker.AcceptAllChanges();
            }

            return written;
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    /// <exception cref="NotSupportedException">Always: a commit waits for its turn.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Use SaveChangesAsync.");

    private static int Write(CommitGate commits, ChangeWriter writer)
    {
        try
        {
            return writer.Write();
        }
        catch (Exception e)
        {
            // Another program may have written to the file meanwhile.
            commits.TrailEnd = null;
            if (StorageFaults.IsBusy(e))
            {
                commits.NoteBusy();
            }

            throw;
        }
    }

    // Entries of the audit trail are only ever added, and only here.
    private async Task<TrailEnd?> ChainTrailAsync(CommitGate commits, ChangeWriter writer, CancellationToken cancellation)
    {
        if (_recorded.Count == 0)
        {
            return null;
        }

        var end = commits.TrailEnd ?? await FindTrailEndAsync(commits.TrailKeys, cancellation);
        foreach (var entry in _recorded)
        {
            end = end.Chain(entry);
            writer.Insert(entry);
        }

        if (end.IsGenuine)
        {
            writer.MoveHead(TrailHead.At(end.Sequence, end.Hash, end.Key));
        }

        _recorded.Clear();
        return end;
    }

    // By the head, not by the last entry: where entries were removed behind the portal's back, their place stays empty.
    private async Task<TrailEnd> FindTrailEndAsync(TrailKeys keys, CancellationToken cancellation)
    {
        var key = await keys.FindAsync(this, cancellation) ?? throw new InvalidOperationException("The trail has no key.");
        if (await TrailHeads.AsNoTracking().FirstOrDefaultAsync(cancellation) is { } head && head.IsGenuine(key))
        {
            return new TrailEnd(head.Sequence, head.Hash, key, IsGenuine: true);
        }

        var last = await AuditEntries.AsNoTracking().OrderByDescending(a => a.Sequence)
            .Select(a => new { a.Sequence, a.Hash }).FirstOrDefaultAsync(cancellation);
        return new TrailEnd(last?.Sequence ?? 0, last?.Hash ?? "", key, IsGenuine: false);
    }
}
