using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Web.Operations.Settings;

/// <summary>Section 8: the portal's own numbers. Administrators change them, the head reads them (section 13).</summary>
public sealed class SettingsActs(PortalOperations operations, ReferenceCache reference)
{
    /// <returns>Every editable parameter; none for who may not read them.</returns>
    public async Task<IReadOnlyList<SettingRow>> ListAsync(Actor actor, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        return IsAdministrator(context) || context.Directory.Head(context.Today) == actor.PersonId
            ? [.. PortalSettings.Editable.Select(k => new SettingRow(
                k, context.Settings.Text(k), PortalSettings.Defaults[k], WhyNotChange(k, context) is null))]
            : [];
    }

    /// <summary>Stores a parameter; it counts from the next act on, for steps opened from then on.</summary>
    /// <param name="reason">At least ten characters; stands in the trail.</param>
    public async Task<Result> ChangeAsync(Actor actor, string key, string value, string reason, CancellationToken cancellation = default)
    {
        var done = await operations.RunAsync(actor, async o =>
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

            if (reason.Trim().Length < 10)
            {
                return Refusal.Invalid([new FieldError("reason", "Common.ReasonTooShort", null, 10)]);
            }

            var before = o.Context.Settings.Text(key);
            if (await o.Db.Settings.FirstOrDefaultAsync(s => s.Key == key, cancellation) is { } stored)
            {
                stored.Value = value;
            }
            else
            {
                o.Db.Settings.Add(new Setting { Key = key, Value = value });
            }

            o.Audit("Setting.Changed", key, $"{before} → {value}", reason.Trim());
            return Result.Ok;
        }, cancellation: cancellation);
        if (done.IsSuccess)
        {
            reference.Invalidate();
        }

        return done;
    }

    // who publishes processes does not lift the rule that a second person does.
    private static Refusal? WhyNotChange(string key, CaseContext context)
    {
        if (key != "Definitions.FourEyes")
        {
            return IsAdministrator(context) ? null : Refusal.Forbidden;
        }

        return context.Directory.Head(context.Today) == context.Actor.PersonId ? null : SettingsRefusals.OnlyHead;
    }

    private static bool IsAdministrator(CaseContext context) =>
        context.Directory.HasRole(context.Actor.PersonId, Role.SystemAdministrator, context.Today);
}
