using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Operations;
using Portal.Web.Persistence;
using Portal.Web.Texts;

namespace Portal.Web.Security;

/// <summary>What the account pages do beside Identity: within one request, before there is a circuit.</summary>
public sealed class Accounts(
    PortalDbContext db, UserManager<UserAccount> users, FirstAdministrator first, PortalOperations operations, ReferenceCache reference,
    TimeProvider time, Localizer texts)
{
    public const string DemoPasswordKey = "Demo.Password";

    private const string FirstPersonId = "QT01";

    /// <summary>The shared password of the demo accounts; null where there is no demo data.</summary>
    public async Task<string?> DemoPasswordAsync() =>
        (await db.Settings.AsNoTracking().FirstOrDefaultAsync(s => s.Key == DemoPasswordKey))?.Value;

    /// <summary>Key of the words for who did not come in, see <see cref="StaffSignIn.CheckAsync"/>.</summary>
    public static string WhyNot(SignInResult result) => result switch
    {
        { IsNotAllowed: true } => "Account.Closed",
        { IsLockedOut: true } => "Account.LockedOut",
        _ => "Account.WrongSignIn",
    };

    /// <summary>Records what a person did with the account. What cannot be recorded does not happen: the caller takes it
    /// back.</summary>
    public Task<Result> RecordAsync(Actor actor, string act, string subject) => operations.RunAsync(actor, o =>
    {
        o.Audit(act, subject);
        return Task.FromResult(Result.Ok);
    });

    /// <summary>The same for what Identity saves: the entry and the change come about together or not at all.</summary>
    public void RecordAlong(Actor actor, string act, string subject = "", string reason = "") => db.Record(new AuditEntry
    {
        At = time.GetUtcNow().UtcDateTime,
        PersonId = actor.PersonId,
        Act = act,
        Subject = subject,
        Reason = reason,
        Address = actor.Address,
    });

    /// <summary>Tells a person along with what is stored next.</summary>
    public void TellAlong(string personId, LocalText text) => db.Notifications.Add(new Notification
    {
        PersonId = personId,
        Kind = NotificationKind.Changed,
        Text = text,
        At = time.GetUtcNow().UtcDateTime,
    });

    /// <summary>Makes the first administrator, once, for whoever holds the link that was printed at the start.</summary>
    /// <returns>What is wrong with the input; empty when the account was made.</returns>
    public async Task<IReadOnlyList<string>> CreateFirstAdministratorAsync(string? code, string fullName, string userName, string password)
    {
        if (!first.IsValid(code) || await db.Users.AnyAsync())
        {
            return [texts["Account.FirstLinkInvalid"]];
        }

        if (fullName.Trim().Length == 0)
        {
            return [texts["Account.FullNameMissing"]];
        }

        var today = VietnamTime.DayOf(time.GetUtcNow().UtcDateTime);

        // Identity saves all that its context holds: person, role, account and the entry of the trail come about together or not at all.
        db.Staff.Add(new StaffMember
        {
            Id = FirstPersonId,
            FullName = fullName.Trim(),
            Position = texts["Role.SystemAdministrator"],
            ValidFrom = today,
        });
        db.RoleGrants.Add(new RoleGrant { PersonId = FirstPersonId, Role = Role.SystemAdministrator, ValidFrom = today });
        db.Record(new AuditEntry
        {
            At = time.GetUtcNow().UtcDateTime,
            PersonId = FirstPersonId,
            Act = "Account.FirstCreated",
            Subject = userName.Trim(),
        });
        var created = await users.CreateAsync(new UserAccount { UserName = userName.Trim(), PersonId = FirstPersonId }, password);
        if (!created.Succeeded)
        {
            db.Reset();
            return [.. created.Errors.Select(e => e.Description)];
        }

        first.Use();
        reference.Invalidate();
        return [];
    }
}
