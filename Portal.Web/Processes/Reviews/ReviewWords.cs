using Portal.Domain.Cases;
using Portal.Domain.Reviews;
using Portal.Web.Texts;

namespace Portal.Web.Processes.Reviews;

/// <summary>How a suggestion is called on the screens.</summary>
internal static class ReviewWords
{
    public static string SubjectOf(this Localizer texts, ReviewSuggestion suggestion) =>
        (suggestion.SubjectType == ReviewSubjectType.Individual ? $"{texts["Review.Individual"]} " : "")
            + (suggestion.IsKeptOffSystem ? texts["Review.OffSystem"] : suggestion.Content.SubjectName);

    /// <summary>Who sees the rating otherwise than the group proposes it, and how.</summary>
    public static string DissentOf(this Localizer texts, ReviewProposal proposal, CaseContext context) => string.Join(
        "; ", proposal.Dissent.Select(d => $"{context.Directory.NameOf(d.PersonId)}: {texts[$"rating.{d.RatingView}"]}"));
}
