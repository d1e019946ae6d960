using Portal.Domain.Cases;
using Portal.Domain.Reviews;

namespace Portal.Web.Processes.Reviews;

/// <summary>What is known of an area before anybody writes (step 2).</summary>
/// <param name="Issues">Null for who may not know of them.</param>
/// <param name="Share">The ceiling within the own group's areas of the same comparable group (R-REV-05, steps 4 to 7).</param>
public sealed record ReviewDigest(
    int Trips, int Meetings, IReadOnlyList<(ReportItemKind Kind, int Count)> Items, int? Issues,
    IReadOnlyList<(int Year, QualityRating? Decided, QualityRating? Final)> Ratings,
    IReadOnlyList<(int Year, string Text, SuggestionStatus Status)> Earlier, QuotaCount? Share);
