using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Web.Shared.Forms;
using Portal.Web.Texts;

namespace Portal.Web.Shared;

/// <summary>Who acted, and for whom by which delegation: "Nguyễn A (thay Trần B, theo ủy quyền ngày …)".</summary>
public static class ActingFor
{
    /// <param name="principalId">Null where the person acted in their own right: nothing is said.</param>
    /// <param name="at">UTC, when it was done.</param>
    /// <returns>In brackets, behind a space; empty in one's own right.</returns>
    public static string Of(Localizer texts, OrganisationDirectory directory, string actorId, string? principalId, DateTime at)
    {
        if (principalId is null)
        {
            return "";
        }

        var name = directory.NameOf(principalId);
        return " " + (directory.GrantedOn(principalId, actorId, VietnamTime.DayOf(at)) is { } day
            ? texts["Case.ActingForSince", name, LocalFormat.Day(day)]
            : texts["Case.ActingFor", name]);
    }
}
