using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Workflows.Runtime;

namespace Portal.Web.Operations.Authoring;

/// <content>
/// X-08, four eyes: what one person asks for, that a version take the new starts or no longer take them, another one does or returns.
/// </content>
public sealed partial class ProcessDesign
{
    /// <summary>What waits for this person to look at it as the second one.</summary>
    public async Task<IReadOnlyList<AwaitedVersion>> AwaitedAsync(Actor actor, CancellationToken cancellation = default)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        if (!MayPublish(context))
        {
            return [];
        }

        var asked = await operations.ReadAsync(
            db => db.DefinitionVersions.Where(v => v.RequestedById != "" && v.RequestedById != actor.PersonId)
                .OrderBy(v => v.DefinitionId)
                .ToListAsync(cancellation),
            cancellation);
        return
        [
            .. asked.Where(v => !IsFirst(v, actor.PersonId)).Select(v => new AwaitedVersion(
                v.Id, v.Name, v.Version, context.Directory.NameOf(v.RequestedById), v.RequestNote, IntentOf(v))),
        ];
    }

    /// <summary>Does not agree: who asked is told why, and may change the draft and ask again.</summary>
    public Task<Result> ReturnAsync(Actor actor, string versionId, string comment, CancellationToken cancellation = default) =>
        operations.RunAsync(actor, async o =>
        {
            if (!MayPublish(o.Context))
            {
                return Refusal.Forbidden;
            }

            if (await o.Db.DefinitionVersions.FirstOrDefaultAsync(v => v.Id == versionId, cancellation)
                is not { RequestedById.Length: > 0 } version)
            {
                return Refusal.NotFound;
            }

            if (IsFirst(version, actor.PersonId))
            {
                return DesignRefusals.OwnRequest;
            }

            var words = comment.Trim();
            if (Reasons.WhyNot(words, "comment") is { } refusal)
            {
                return refusal;
            }

            var asker = version.RequestedById;
            Settle(version);
            (version.ReturnedById, version.ReturnNote) = (actor.PersonId, words);
            o.Db.Notifications.Add(new Notification
            {
                PersonId = asker,
                Kind = NotificationKind.Changed,
                Text = LocalText.Of("Notice.VersionReturned", actor.Name, version.Name, $"{version.Version}", words),
                At = o.Context.Now,
            });
            o.Store.Touch(Guid.Empty, [asker]);
            o.Audit("Definition.Returned", version.Id, "", words);
            return Result.Ok;
        }, cancellation: cancellation);

    private static bool MayPublish(CaseContext context) =>
        IsDesigner(context) || context.Directory.IsLeader(context.Actor.PersonId, context.Today);

    // A leader is the second person; to ask that a version be taken into use or out of it is a designer's.
    private static bool MayOnlyDecide(Operation o, DefinitionVersion version) =>
        version.RequestedById.Length == 0 && !IsDesigner(o.Context);

    // Nobody whose work is in it, and who asked, is its second person; nor is anybody while nobody is known to have worked on a draft.
    private static bool NeedsSecondPerson(Operation o, DefinitionVersion version) =>
        o.Context.Settings.Text("Definitions.FourEyes") == "on"
            && (IsFirst(version, o.Context.Actor.PersonId)
                || (version.RequestedById.Length == 0 && (!version.IsDraft || version.TouchedBy.Length == 0)));

    private static bool IsFirst(DefinitionVersion version, string personId) =>
        version.RequestedById == personId || (version.IsDraft && version.WasTouchedBy(personId));

    private static VersionIntent IntentOf(DefinitionVersion version)
    {
        if (version.IsDraft)
        {
            return VersionIntent.Publish;
        }

        return version.IsPublished ? VersionIntent.Retire : VersionIntent.Resume;
    }

    private static void AskForSecondPerson(Operation o, DefinitionVersion version, string note)
    {
        var person = o.Context.Actor.PersonId;
        Settle(version);
        (version.RequestedById, version.RequestNote) = (person, note);
        List<string> others =
        [
            .. o.Context.Directory.PeopleWith(Role.ProcessDesigner, o.Context.Today).Where(p => !IsFirst(version, p)),
        ];
        if (others.Count == 0 && o.Context.Directory.Head(o.Context.Today) is { } head)
        {
            others.Add(head);
        }

        o.Db.Notifications.AddRange(others.Select(p => new Notification
        {
            PersonId = p,
            Kind = NotificationKind.Changed,
            Text = LocalText.Of($"Notice.To{IntentOf(version)}", version.Name, $"{version.Version}", note),
            At = o.Context.Now,
        }));
        o.Store.Touch(Guid.Empty, others);
        o.Audit("Definition.Requested", version.Id, $"{IntentOf(version)}", note);
    }

    // What was asked for is done, returned, or asked for anew.
    private static void Settle(DefinitionVersion version) =>
        (version.RequestedById, version.RequestNote, version.ReturnedById, version.ReturnNote) = ("", "", "", "");
}
