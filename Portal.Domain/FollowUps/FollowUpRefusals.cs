using Portal.Domain.Common;

namespace Portal.Domain.FollowUps;

/// <summary>What is refused about a contact, a guidance or a meeting without an invitation, and why.</summary>
internal static class FollowUpRefusals
{
    public static Refusal NotInThisState(FollowedState state) => CommonRefusals.NotInThisState(state);

    public static Refusal OnlyWatchers { get; } = Refusal.NotAllowed("FollowUp.OnlyWatchers");

    /// <summary>X-17: whoever noted it, or the group's lead.</summary>
    public static Refusal OnlyAuthor { get; } = Refusal.NotAllowed("FollowUp.OnlyAuthor");

    /// <summary>Of no area: whoever belongs to a group.</summary>
    public static Refusal OnlyMembers { get; } = Refusal.NotAllowed("FollowUp.OnlyMembers");

    /// <summary>R-ORG-06: nobody watches it today, or another group does.</summary>
    public static Refusal NotOwnArea(string areaName) =>
        Refusal.Invalid([new FieldError("areaId", "ReportItem.NotOwnArea", "Đ5.1", areaName)]);

    /// <summary>What is noted has happened.</summary>
    public static Refusal NotYet(string field) => Refusal.Invalid([new FieldError(field, "FollowUp.NotYet")]);

    public static Refusal DuePast { get; } = Refusal.Invalid([new FieldError("followUpDue", "FollowUp.DuePast")]);
}
