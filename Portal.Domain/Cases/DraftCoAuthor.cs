using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.Forms;

namespace Portal.Domain.Cases;

/// <summary>Somebody whom the author of a draft lets write in it. It is the author who sends it.</summary>
public sealed class DraftCoAuthor
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string AuthorId { get; init; }

    /// <summary>Which draft of the author, as <see cref="FormDraft.Subject"/>.</summary>
    public required string Subject { get; init; }

    public required string PersonId { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Why a person may not write in a draft, at the invitation and each time after; null when they may.</summary>
    /// <param name="on">The case that the draft is for; null for one that is to be begun.</param>
    public static Refusal? WhyNot(
        string authorId, string personId, FormSchema form, Case? on, OrganisationDirectory directory, DateOnly today)
    {
        if (!form.IsWrittenTogether || on is { Sensitivity: not Sensitivity.Normal })
        {
            return CoAuthorRefusals.NotShared;
        }

        var isColleague = personId != authorId
            && directory.GroupsOf(authorId, today).Intersect(directory.GroupsOf(personId, today)).Any()
            && (on is null || CaseAccess.CanReadContent(AccessScope.Of(personId, directory, today), on));
        return isColleague ? null : CoAuthorRefusals.NotColleague(directory.NameOf(personId));
    }
}
