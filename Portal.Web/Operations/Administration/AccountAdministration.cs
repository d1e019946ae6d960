using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Web.Security;

namespace Portal.Web.Operations.Administration;

/// <summary>
/// Accounts: made, locked, unlocked, given a new first password. Every act stands in the trail; locking ends what is open.
/// </summary>
public sealed class AccountAdministration(PortalOperations operations, IServiceScopeFactory scopes)
{
    // No letters that are taken for one another when read out or copied by hand.
    private const string Letters = "abcdefghijkmnpqrstuvwxyz", Capitals = "ABCDEFGHJKLMNPQRSTUVWXYZ", Digits = "23456789";

    public async Task<Result<AccountView?>> FindAsync(Actor actor, string personId, CancellationToken cancellation = default)
    {
        if (!OrganisationAdministration.IsAdministrator(await operations.ContextAsync(actor, cancellation: cancellation)))
        {
            return Refusal.Forbidden;
        }

        return await operations.ReadAsync(async db => (Result<AccountView?>)await db.Users.Where(u => u.PersonId == personId)
            .Select(u => new AccountView(u.UserName!, u.LockoutEnd == DateTimeOffset.MaxValue, u.MustChangePassword, u.TwoFactorEnabled))
            .FirstOrDefaultAsync(cancellation), cancellation);
    }

    /// <summary>A sign-in name as the house makes them, not yet taken: <c>uoc.nd</c>.</summary>
    public async Task<string> SuggestAsync(string fullName, CancellationToken cancellation = default)
    {
        var name = NameFor(fullName);
        var taken = await operations.ReadAsync(
            db => db.Users.Where(u => u.UserName!.StartsWith(name)).Select(u => u.UserName!).ToListAsync(cancellation), cancellation);
        return FirstFree(name, taken.ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Who is on the staff today and has no account, each with a name that is free, by given name.</summary>
    public async Task<Result<IReadOnlyList<AccountCandidate>>> WithoutAsync(Actor actor, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        if (!OrganisationAdministration.IsAdministrator(context))
        {
            return Refusal.Forbidden;
        }

        var users = await operations.ReadAsync(
            db => db.Users.Select(u => new { u.PersonId, Name = u.UserName! }).ToListAsync(cancellation), cancellation);
        var (have, taken) = (users.Select(u => u.PersonId).ToHashSet(),
            users.Select(u => u.Name).ToHashSet(StringComparer.OrdinalIgnoreCase));
        var rows = new List<AccountCandidate>();
        foreach (var person in context.Directory.Data.Staff
            .Where(s => s.IsValidOn(context.Today) && !have.Contains(s.Id)).OrderBy(s => s.SortKey, StringComparer.Ordinal))
        {
            var name = FirstFree(NameFor(person.FullName), taken);
            taken.Add(name);
            rows.Add(new AccountCandidate(
                person.Id, person.FullName, person.Position, context.Directory.Department(person.DepartmentId)?.Name ?? "", name));
        }

        return rows;
    }

    /// <summary>Accounts for several at once; who has one already, or is not on the staff, is passed over.</summary>
    /// <returns>What to hand over to each. The passwords are nowhere else.</returns>
    public async Task<Result<IReadOnlyList<AccountSlip>>> CreateManyAsync(
        Actor actor, IReadOnlyCollection<string> personIds, CancellationToken cancellation = default)
    {
        var without = await WithoutAsync(actor, cancellation);
        if (!without.IsSuccess)
        {
            return without.Refusal;
        }

        var slips = new List<AccountSlip>();
        foreach (var person in without.Value.Where(p => personIds.Contains(p.PersonId)))
        {
            var made = await CreateAsync(actor, person.PersonId, person.UserName, cancellation);
            if (made.IsSuccess)
            {
                slips.Add(new AccountSlip(person.FullName, person.Position, person.Department, person.UserName, made.Value));
            }
            else if (slips.Count == 0)
            {
                return made.Refusal;
            }
        }

        return slips;
    }

    private static string NameFor(string fullName)
    {
        var words = VietnameseText.Fold(fullName).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "" : $"{words[^1]}.{string.Concat(words[..^1].Select(w => w[0]))}".TrimEnd('.');
    }

    private static string FirstFree(string name, HashSet<string> taken) => Enumerable.Range(1, taken.Count + 1)
        .Select(n => n == 1 ? name : $"{name}{n}")
        .First(n => !taken.Contains(n));

    /// <returns>The first password, to be handed over and changed at the first sign-in.</returns>
    public Task<Result<string>> CreateAsync(Actor actor, string personId, string userName, CancellationToken cancellation = default) =>
        DoAsync(actor, personId, "Account.Created", null, async (users, account, person) =>
        {
            if (account is not null)
            {
                return AdministrationRefusals.HasAccount(account.UserName);
            }

            var password = Password();
            var made = await users.CreateAsync(
                new UserAccount { UserName = userName.Trim(), PersonId = personId, MustChangePassword = true, LockoutEnabled = true },
                password);
            return made.Succeeded
                ? password
                : Refusal.Invalid([.. made.Errors.Select(e => new FieldError("userName", e.Code, null, userName.Trim()))]);
        }, cancellation);

    /// <summary>A new first password; whoever is signed in with the old one is signed out. The person is told who did it and why.</summary>
    public Task<Result<string>> ResetAsync(Actor actor, string personId, string reason, CancellationToken cancellation = default) =>
        DoAsync(actor, personId, "Account.Reset", reason, async (users, account, person) =>
        {
            if (account is null)
            {
                return Refusal.NotFound;
            }

            var password = Password();
            account.MustChangePassword = true;
            var done = await users.ResetPasswordAsync(account, await users.GeneratePasswordResetTokenAsync(account), password);
            await users.SetLockoutEndDateAsync(account, null);
            await users.ResetAccessFailedCountAsync(account);
            return done.Succeeded ? password : CommonRefusals.Unexpected;
        }, cancellation);

    /// <param name="reason">At least ten characters; stands in the trail, and the person is told.</param>
    public async Task<Result> LockAsync(Actor actor, string personId, string reason, CancellationToken cancellation = default)
    {
        if (personId == actor.PersonId)
        {
            return Refusal.NotAllowed("Account.OwnLock");
        }

        return Result.From((await DoAsync(actor, personId, "Account.Locked", reason, async (users, account, person) =>
        {
            if (account is null)
            {
                return Refusal.NotFound;
            }

            await users.SetLockoutEndDateAsync(account, DateTimeOffset.MaxValue);
            await users.UpdateSecurityStampAsync(account);
            return "";
        }, cancellation)).Refusal);
    }

    public async Task<Result> UnlockAsync(Actor actor, string personId, string reason, CancellationToken cancellation = default) =>
        Result.From((await DoAsync(actor, personId, "Account.Unlocked", reason, async (users, account, person) =>
        {
            if (account is null)
            {
                return Refusal.NotFound;
            }

            await users.SetLockoutEndDateAsync(account, null);
            await users.ResetAccessFailedCountAsync(account);
            return "";
        }, cancellation)).Refusal);

    /// <summary>
    /// For whoever lost the phone and the recovery codes: the second factor is set up anew at the next sign-in that demands it.
    /// </summary>
    public async Task<Result> ResetTwoFactorAsync(
        Actor actor, string personId, string reason, CancellationToken cancellation = default) =>
        Result.From((await DoAsync(actor, personId, "Account.TwoFactorReset", reason, async (users, account, person) =>
        {
            if (account is not { TwoFactorEnabled: true })
            {
                return Refusal.NotFound;
            }

            await users.SetTwoFactorEnabledAsync(account, false);
            await users.ResetAuthenticatorKeyAsync(account);
            return "";
        }, cancellation)).Refusal);

    /// <param name="reason">Null where none is asked for.</param>
    private async Task<Result<string>> DoAsync(
        Actor actor, string personId, string act, string? reason,
        Func<UserManager<UserAccount>, UserAccount?, StaffMember, Task<Result<string>>> verb,
        CancellationToken cancellation)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        if (!OrganisationAdministration.IsAdministrator(context))
        {
            return Refusal.Forbidden;
        }

        if (context.Directory.Person(personId) is not { } person || person.ValidTo < context.Today)
        {
            return Refusal.NotFound;
        }

        if (reason is not null && Reasons.WhyNot(reason, "reason") is { } refusal)
        {
            return refusal;
        }

        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<UserAccount>>();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        accounts.RecordAlong(actor, act, personId, reason?.Trim() ?? "");
        if (reason is not null)
        {
            accounts.TellAlong(personId, LocalText.Of($"Notice.{act}", actor.Name, reason.Trim()));
        }

        return await verb(users, await users.Users.FirstOrDefaultAsync(u => u.PersonId == personId, cancellation), person);
    }

    // Fourteen letters and digits, some of each kind that Identity asks for.
    private static string Password()
    {
        var letters = RandomNumberGenerator.GetString(Letters, 6)
            + RandomNumberGenerator.GetString(Capitals, 4)
            + RandomNumberGenerator.GetString(Digits, 4);
        var mixed = letters.ToCharArray();
        RandomNumberGenerator.Shuffle(mixed.AsSpan());
        return new string(mixed);
    }
}
