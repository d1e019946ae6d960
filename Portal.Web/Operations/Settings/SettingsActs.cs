using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;

namespace Portal.Web.Operations.Settings;

/// <summary>
/// Section 8: the portal's own numbers. Administrators change them, the head reads them (section 13). What asks less of people than before
/// counts only when a second person has agreed: another administrator, or the head.
/// </summary>
public sealed class SettingsActs(PortalOperations operations, ReferenceCache reference)
{
    private const string FourEyes = "Definitions.FourEyes";

    /// <returns>Every editable parameter; none for who may not read them.</returns>
    public async Task<IReadOnlyList<SettingRow>> ListAsync(Actor actor, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        if (!IsAdministrator(context) && !IsHead(context))
        {
            return [];
        }

        var stored = await operations.ReadAsync(db => db.Settings.ToDictionaryAsync(s => s.Key, cancellation), cancellation);
        return
        [
            .. PortalSettings.Editable.Select(k => new SettingRow(
                k, context.Settings.Text(k), PortalSettings.Defaults[k], WhyNotChange(k, context) is null)
            {
                Asked = stored.GetValueOrDefault(k) is { AskedValue: { } value } setting
                    ? new AskedSetting(
                        value, context.Directory.NameOf(setting.AskedById), setting.AskedReason, setting.AskedById != actor.PersonId)
                    : null,
                Changed = stored.GetValueOrDefault(k) is { ChangedAt: { } at } changed
                    ? (at, context.Directory.NameOf(changed.ChangedById))
                    : null,
            }),
        ];
    }

    /// <summary>Stores a parameter; it counts from the next act on, for steps opened from then on.</summary>
    /// <param name="reason">At least ten characters; stands in the trail.</param>
    /// <returns>True when it counts; false when a second person has to agree first.</returns>
    public async Task<Result<bool>> ChangeAsync(
        Actor actor, string key, string value, string reason, CancellationToken cancellation = default)
    {
        var done = await operations.RunAsync<bool>(actor, async o =>
        {
            if (WhyNotChange(key, o.Context) is { } stranger)
            {
                return stranger;
            }

            value = value.Trim();
            if (PortalSettings.Check(key, value) is { } wrong)
            {
                return Refusal.Invalid([new FieldError("value", wrong)]);
            }

            if (Reasons.WhyNot(reason, "reason") is { } refusal)
            {
                return refusal;
            }

            var before = o.Context.Settings.Text(key);
            var setting = await o.Db.Settings.FirstOrDefaultAsync(s => s.Key == key, cancellation);
            if (setting is null)
            {
                o.Db.Settings.Add(setting = new Setting { Key = key, Value = before });
            }

            // The head alone lifts the rule of the second person, and is asked for nothing twice. Who sets a portal up alone has none yet.
            var others = OthersOf(o.Context);
            if (PortalSettings.IsSofter(key, before, value)
                && !IsHead(o.Context)
                && others.Count > 0
                && o.Context.Settings.Text(FourEyes) == "on")
            {
                (setting.AskedValue, setting.AskedById, setting.AskedReason) = (value, actor.PersonId, reason.Trim());
                Tell(o, others, key, value, reason.Trim());
                o.Audit("Setting.Asked", key, $"{before} → {value}", reason.Trim());
                return false;
            }

            Store(setting, value);
            (setting.ChangedAt, setting.ChangedById) = (o.Context.Now, actor.PersonId);
            o.Audit("Setting.Changed", key, $"{before} → {value}", reason.Trim());
            return true;
        }, cancellation: cancellation);
        if (done is { IsSuccess: true, Value: true })
        {
            reference.Invalidate();
        }

        return done;
    }

    /// <summary>The second person agrees to what was asked for, or returns it.</summary>
    /// <param name="comment">At least ten characters where it is returned.</param>
    public async Task<Result> DecideAsync(
        Actor actor, string key, bool agrees, string comment, CancellationToken cancellation = default)
    {
        var done = await operations.RunAsync(actor, async o =>
        {
            if (!IsAdministrator(o.Context) && !IsHead(o.Context))
            {
                return Refusal.Forbidden;
            }

            if (await o.Db.Settings.FirstOrDefaultAsync(s => s.Key == key, cancellation) is not { AskedValue: { } value } setting)
            {
                return Refusal.NotFound;
            }

            if (setting.AskedById == actor.PersonId)
            {
                return SettingsRefusals.OwnRequest;
            }

            var words = comment.Trim();
            if (!agrees && Reasons.WhyNot(words, "comment") is { } refusal)
            {
                return refusal;
            }

            var (asker, before) = (setting.AskedById, setting.Value);
            Store(setting, agrees ? value : before);
            if (agrees)
            {
                (setting.ChangedAt, setting.ChangedById) = (o.Context.Now, actor.PersonId);
            }

            o.Db.Notifications.Add(new Notification
            {
                PersonId = asker,
                Kind = NotificationKind.Changed,
                Text = LocalText.Join(
                    LocalText.Of($"setting.{key}"),
                    LocalText.Of(agrees ? "Notice.SettingAgreed" : "Notice.SettingReturned", actor.Name, value, words)),
                At = o.Context.Now,
            });
            o.Store.Touch(Guid.Empty, [asker]);
            o.Audit(agrees ? "Setting.Changed" : "Setting.Returned", key, $"{before} → {value}", words);
            return Result.Ok;
        }, cancellation: cancellation);
        if (done.IsSuccess)
        {
            reference.Invalidate();
        }

        return done;
    }

    private static void Store(Setting setting, string value) =>
        (setting.Value, setting.AskedValue, setting.AskedById, setting.AskedReason) = (value, null, "", "");

    private static List<string> OthersOf(CaseContext context) =>
    [
        .. context.Directory.PeopleWith(Role.SystemAdministrator, context.Today)
            .Append(context.Directory.Head(context.Today))
            .OfType<string>()
            .Where(p => p != context.Actor.PersonId)
            .Distinct(),
    ];

    private static void Tell(Operation o, List<string> people, string key, string value, string reason)
    {
        o.Db.Notifications.AddRange(people.Select(p => new Notification
        {
            PersonId = p,
            Kind = NotificationKind.Changed,
            Text = LocalText.Join(
                LocalText.Of($"setting.{key}"), LocalText.Of("Notice.SettingAsked", o.Context.Actor.Name, value, reason)),
            At = o.Context.Now,
        }));
        o.Store.Touch(Guid.Empty, people);
    }

    // who publishes processes does not lift the rule that a second person does.
    private static Refusal? WhyNotChange(string key, CaseContext context)
    {
        if (key != FourEyes)
        {
            return IsAdministrator(context) ? null : Refusal.Forbidden;
        }

        return IsHead(context) ? null : SettingsRefusals.OnlyHead;
    }

    private static bool IsHead(CaseContext context) => context.Directory.Head(context.Today) == context.Actor.PersonId;

    private static bool IsAdministrator(CaseContext context) =>
        context.Directory.HasRole(context.Actor.PersonId, Role.SystemAdministrator, context.Today);
}
